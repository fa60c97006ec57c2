// A loop as it is read, with the names beside it.
import type { Because, Recovery } from '@kontuar/contracts'
import type { HistoryEntry } from '../history.ts'

interface Named { id: string; name: string }
export interface RecoveryRow {
  id: string; state: Recovery['state']; answer_id: string; survey_name: string | null; score: number | null; scale_max: number | null; metric: string | null; answered_at: Date; customer: Named; ticket: { id: string; number: number; subject: string } | null
  location: Named | null; queue: Named | null; team: Named | null; staff: Named | null; owner: Named | null; because: Because; opened_at: Date; reach_due_at: Date | null; due_at: Date | null; reach_late: boolean; late: boolean; contacted_at: Date | null; reach_interaction_id: string | null
  cause: Named | null; remedy: string; closed_at: Date | null; closed_by_name: string | null; closed_as: Recovery['closedAs']; asked_at: Date | null; second_answer_id: string | null; recovered: boolean | null; came_back_at: Date | null; task_id: string | null; history: HistoryEntry[]
}

/** Over `recovery r`. Open again it is open, whatever the customer said before; closed, their word is the last. */
export const stateSql = `case when r.closed_at is null then case when r.contacted_at is null then 'open' else 'contacted' end when r.recovered then 'recovered' when not r.recovered then 'not-recovered'
  when exists (select from survey_invitation i where i.org_id = r.org_id and i.id = r.invitation_id and i.sent_at is not null) then 'asked' else 'closed' end`
/** Not done by when it had to be. */
export const reachLateSql = 'coalesce(least(r.contacted_at, coalesce(r.closed_at, now())) > r.reach_due_at, false)'
export const lateSql = 'coalesce(coalesce(r.closed_at, now()) > r.due_at, false)'

const named = (alias: string) => `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`
export const recoveryColumns = `r.id, ${stateSql} as state, r.answer_id, s.name as survey_name, a.score, a.scale_max, a.metric, r.opened_at as answered_at, ${named('c')} as customer, case when t.id is not null then json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) end as ticket,
  ${named('l')} as location, ${named('q')} as queue, ${named('m')} as team, ${named('p')} as staff, ${named('o')} as owner, r.because, r.opened_at, r.reach_due_at, r.due_at, ${reachLateSql} as reach_late, ${lateSql} as late, r.contacted_at, r.reach_interaction_id, ${named('k')} as cause, r.remedy, r.closed_at,
  b.name as closed_by_name, r.closed_as, (select i.sent_at from survey_invitation i where i.org_id = r.org_id and i.id = r.invitation_id) as asked_at, r.second_answer_id, r.recovered, r.came_back_at, r.task_id, r.history`
export const recoveryJoins = `join customer c on c.org_id = r.org_id and c.id = r.customer_id left join answer a on a.org_id = r.org_id and a.id = r.answer_id left join survey s on s.org_id = r.org_id and s.id = r.survey_id left join ticket t on t.org_id = r.org_id and t.id = r.ticket_id
  left join location l on l.org_id = r.org_id and l.id = r.location_id left join queue q on q.org_id = r.org_id and q.id = r.queue_id left join team m on m.org_id = r.org_id and m.id = r.team_id left join staff p on p.org_id = r.org_id and p.id = r.staff_id
  left join staff o on o.org_id = r.org_id and o.id = r.owner_id left join cause k on k.org_id = r.org_id and k.id = r.cause_id left join staff b on b.org_id = r.org_id and b.id = r.closed_by`
