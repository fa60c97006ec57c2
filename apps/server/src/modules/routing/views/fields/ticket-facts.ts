// Everything about a ticket that conditions may ask, in one row: what predicates read.
import type { FieldValues, Priority, Ticket } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'

export interface TicketFacts {
  id: string; number: number; subject: string; status: string; status_category: Ticket['statusCategory']; priority: Priority
  queue_id: string | null; location_id: string | null; assignee_id: string | null; customer_id: string; channel: string; mailbox_id: string | null
  reason_id: string | null; tag_ids: string[]; language: string | null; result: Ticket['result']; last_direction: Ticket['lastDirection']; breaches: number; fields: FieldValues
  created_at: Date; updated_at: Date; closed_at: Date | null; last_interaction_at: Date; waiting_since: Date | null; due_at: Date | null
  company_id: string | null; customer_tag_ids: string[]; customer_fields: FieldValues
}

/** Over `ticket t` joined with `customer c`. */
export const factColumns = `t.id, t.number, t.subject, t.status, t.status_category, t.priority, t.queue_id, t.location_id, t.assignee_id, t.customer_id, t.channel, t.mailbox_id,
  t.reason_id, t.tag_ids, t.language, t.result, t.last_direction, t.breaches, t.fields, t.created_at, t.updated_at, t.closed_at, t.last_interaction_at, t.waiting_since, t.due_at,
  c.company_id, c.tag_ids as customer_tag_ids, c.fields as customer_fields`

/** @param more further columns over `t` and `c`; trusted text */
export const readTicketFacts = <More extends object = object>(tx: Tx, ids: readonly string[], more = ''): Promise<(TicketFacts & More)[]> =>
  tx.query<TicketFacts & More>(`select ${factColumns}${more} from ticket t join customer c on c.org_id = t.org_id and c.id = t.customer_id where t.org_id = $1 and t.id = any ($2)`, [tx.orgId, ids])
