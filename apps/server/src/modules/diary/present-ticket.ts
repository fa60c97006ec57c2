// The only way a ticket leaves the server.
import type { FieldValues, Ticket } from '@kontuar/contracts'

export interface TicketRow {
  id: string; number: number; subject: string; status: string; status_category: Ticket['statusCategory']; priority: Ticket['priority']
  queue_id: string | null; assignee_id: string | null; customer_id: string; channel: string; mailbox_id: string | null; reason_id: string | null
  language: string | null; preview: string; created_at: Date; updated_at: Date; closed_at: Date | null; last_interaction_at: Date; last_direction: Ticket['lastDirection']
  location_id: string | null; result: Ticket['result']; tag_ids: string[]; fields: FieldValues; waiting_since: Date | null; due_at: Date | null; due_from: Date | null; due_kind: Ticket['dueKind']
  breaches: number; merged_into_id: string | null
  customer_name: string; customer_address: string | null; assignee_name: string | null
  /** Microseconds since 1970 as text, for the cursor: Date would round them away and skip rows. */
  sort_key: string
}

/** Columns of TicketRow over `ticket t`, joined by `ticketJoins`. */
export const ticketColumns = `t.id, t.number, t.subject, t.status, t.status_category, t.priority, t.queue_id, t.assignee_id, t.customer_id, t.channel, t.mailbox_id, t.reason_id,
  t.language, t.preview, t.created_at, t.updated_at, t.closed_at, t.last_interaction_at, t.last_direction,
  t.location_id, t.result, t.tag_ids, t.fields, t.waiting_since, t.due_at, t.due_from, t.due_kind, t.breaches, t.merged_into_id, c.name as customer_name, a.address as customer_address, s.name as assignee_name`
export const ticketJoins = `join customer c on c.org_id = t.org_id and c.id = t.customer_id
  left join lateral (select i.address from identity i where i.org_id = t.org_id and i.customer_id = t.customer_id order by i.created_at, i.id limit 1) a on true
  left join staff s on s.org_id = t.org_id and s.id = t.assignee_id`

export const presentTicket = (row: TicketRow): Ticket => ({
  id: row.id, number: row.number, subject: row.subject, status: row.status, statusCategory: row.status_category, priority: row.priority,
  queueId: row.queue_id, assigneeId: row.assignee_id, customerId: row.customer_id, channel: row.channel, mailboxId: row.mailbox_id, reasonId: row.reason_id, language: row.language,
  locationId: row.location_id, result: row.result, tagIds: row.tag_ids, fields: row.fields, waitingSince: row.waiting_since?.toISOString() ?? null,
  dueAt: row.due_at?.toISOString() ?? null, dueFrom: row.due_from?.toISOString() ?? null, dueKind: row.due_kind, breaches: row.breaches, mergedIntoId: row.merged_into_id,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(), closedAt: row.closed_at?.toISOString() ?? null,
  lastInteractionAt: row.last_interaction_at.toISOString(), lastDirection: row.last_direction, preview: row.preview,
  customer: { id: row.customer_id, name: row.customer_name, address: row.customer_address },
  assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
})
