// What insight counts of low scores and what became of them. Fills a port of insight (app/ports.ts).
import type { Tx } from '../../../platform/db/database.ts'
import type { RecoveryToCount } from '../../insight/index.ts'

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`

/**
 * Those that count: not mistaken, and of named surveys, as with the answers themselves. Of the second question the last one sent and the
 * customer's last word count, however often they were asked.
 */
export const readRecoveriesToCount = (tx: Tx, ids: readonly string[]): Promise<RecoveryToCount[]> => tx.query<RecoveryToCount>(
  `select r.id, ${ms('r.opened_at')} as at, r.answer_id as "answerId", r.customer_id as "customerId", r.ticket_id as "ticketId", a.survey_id as "surveyId", a.touchpoint_id as "touchpointId", r.staff_id as "staffId", r.team_id as "teamId", r.queue_id as "queueId",
     r.location_id as "locationId", r.reason_id as "reasonId", r.channel, a.language, ${ms('r.reach_due_at')} as "reachDueAt", ${ms('r.due_at')} as "dueAt", ${ms('r.contacted_at')} as "contactedAt", r.reach_interaction_id as "contactedIn",
     ${ms('r.closed_at')} as "closedAt", r.closed_as is not distinct from 'solved' as solved, case when r.closed_as = 'solved' then ${ms('r.back_until')} end as "backUntil", case when r.closed_as = 'solved' then ${ms('r.came_back_at')} end as "cameBackAt",
     ${ms('(select max(i.sent_at) from recovery_asking k join survey_invitation i on i.org_id = k.org_id and i.id = k.invitation_id where k.org_id = r.org_id and k.recovery_id = r.id and i.state = \'sent\')')} as "askedAt",
     b.id as "secondAnswerId", ${ms('b.at')} as "secondAnswerAt", case when b.id is not null then r.recovered end as recovered
   from recovery r join answer a on a.org_id = r.org_id and a.id = r.answer_id join survey s on s.org_id = a.org_id and s.id = a.survey_id left join answer b on b.org_id = r.org_id and b.id = r.second_answer_id
   where r.org_id = $1 and r.id = any ($2) and r.closed_as is distinct from 'mistaken' and not s.anonymous`, [tx.orgId, ids], 'recoveries-to-count')
