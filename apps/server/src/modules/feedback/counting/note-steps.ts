// The steps of an invitation, counted with the day it left: a funnel is of one and the same invitations, whenever they were answered.
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'

/**
 * `planned` of each one considered, `suppressed:<reason>` besides when it is not sent; `sent` when handed to mail, SMS or a person; `bounced` and `failed` only of one
 * that was `sent`; `opened` and `clicked` by GET, so perhaps by a machine; `started` with the first page posted, `finished` with the last.
 */
export type InvitationStep = 'planned' | `suppressed:${string}` | 'sent' | 'bounced' | 'failed' | 'opened' | 'clicked' | 'started' | 'finished'

/**
 * Notes steps of these invitations. Call it after their rows were written, in the same transaction, and each step once an invitation.
 * A click and a start together count as `confirmed`, whichever came first: clicks without one are the unconfirmed ones. Of an anonymous
 * survey the fact names neither the invitation nor the person who served.
 */
export async function noteSteps(tx: Tx, invitationIds: readonly string[], ...steps: InvitationStep[]): Promise<void> {
  if (invitationIds.length === 0 || steps.length === 0) return
  await tx.query(
    `with fact as (
       insert into feedback_fact (org_id, id, survey_id, day, weight, invitation_id, version, road, channel, language, staff_id, team_id, queue_id, location_id, touchpoint_id, counted)
       select i.org_id, given.fact_id, i.survey_id, (coalesce(i.sent_at, i.send_at) at time zone o.time_zone)::date, 1, case when not s.anonymous then i.id end, i.version, i.road, i.channel, i.language,
         case when not s.anonymous then i.staff_id end, i.team_id, i.queue_id, i.location_id, i.touchpoint_id,
         jsonb_build_object('~', to_jsonb($4::text[]) || case when ('started' = any ($4) and i.clicked_at is not null) or ('clicked' = any ($4) and i.started_at is not null) then '["confirmed"]'::jsonb else '[]' end)
       from unnest($2::uuid[], $3::uuid[]) given (invitation_id, fact_id) join survey_invitation i on i.org_id = $1 and i.id = given.invitation_id
         join survey s on s.org_id = i.org_id and s.id = i.survey_id join org o on o.id = i.org_id
       returning id)
     insert into feedback_fact_waiting (org_id, fact_id) select $1, id from fact`,
    [tx.orgId, invitationIds, invitationIds.map(newId), steps], 'note-steps')
}
