// An alert as it is read, with the names beside it.
import type { Alert, AlertRuleDefinition } from '@kontuar/contracts'

interface Named { id: string; name: string }
export interface AlertRow {
  id: string; rule_id: string; rule_name: string; definition: AlertRuleDefinition; state: Alert['state']; urgent: boolean; no_data: boolean; times: number; first_at: Date; last_at: Date; why: Record<string, unknown>
  ticket: { id: string; number: number; subject: string } | null; answer_id: string | null; interaction_id: string | null; customer: Named | null; warning_id: string | null; location: Named | null; queue: Named | null; staff: Named | null; team_id: string | null; location_id: string | null
  acknowledged_at: Date | null; acknowledged_by_name: string | null; resolved_at: Date | null; resolved_by_name: string | null; resolved_reason: string | null; note: string; useful: boolean | null; task_id: string | null; recovery_id: string | null
}

const named = (alias: string) => `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`

/** Of `a`, with the joins below. A ticket that is hidden from the reader hides its customer too. */
export const alertColumns = `a.id, a.rule_id, r.name as rule_name, r.definition, a.state, a.urgent, a.no_data, a.times, a.first_at, a.last_at, a.why,
  case when t.id is not null then json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) end as ticket, a.answer_id, a.interaction_id, case when a.ticket_id is null or t.id is not null then ${named('c')} end as customer, a.warning_id,
  ${named('l')} as location, ${named('q')} as queue, ${named('p')} as staff, a.team_id, a.location_id, a.acknowledged_at, k.name as acknowledged_by_name, a.resolved_at, e.name as resolved_by_name, a.resolved_reason, a.note, a.useful, a.task_id,
  (select v.id from recovery v where v.org_id = a.org_id and v.answer_id = a.answer_id) as recovery_id`
export const alertJoins = `join alert_rule r on r.org_id = a.org_id and r.id = a.rule_id left join ticket t on t.org_id = a.org_id and t.id = a.ticket_id left join customer c on c.org_id = a.org_id and c.id = a.customer_id
  left join location l on l.org_id = a.org_id and l.id = a.location_id left join queue q on q.org_id = a.org_id and q.id = a.queue_id left join staff p on p.org_id = a.org_id and p.id = a.staff_id
  left join staff k on k.org_id = a.org_id and k.id = a.acknowledged_by left join staff e on e.org_id = a.org_id and e.id = a.resolved_by`
