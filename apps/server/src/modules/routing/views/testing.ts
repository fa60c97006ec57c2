// For tests of views: tickets by the handful, and what SQL itself says of them.
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'

export interface TicketWishes { subject?: string; status?: string; priority?: string; queueId?: string | null; assigneeId?: string | null; locationId?: string | null; reasonId?: string | null; tagIds?: string[]; dueAt?: Date | null; fields?: object; customerId?: string }

/** A ticket as it stands, without a diary: for lists, which look at nothing else. Answers its id. */
export async function putTicket(tx: Tx, wishes: TicketWishes = {}): Promise<string> {
  const id = newId()
  const customerId = wishes.customerId ?? newId()
  if (wishes.customerId === undefined) await tx.query('insert into customer (org_id, id, name) values ($1, $2, $3)', [tx.orgId, customerId, 'Anna Nowak'])
  const status = wishes.status ?? 'new'
  await tx.query(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, priority, queue_id, assignee_id, location_id, reason_id, tag_ids, due_at, fields, last_interaction_at, last_direction, updated_at)
     values ($1, $2, (select next_ticket_numbers(1)), $3, $4, 'email', $5, (select category from ticket_status where org_id = $1 and key = $5), $6, $7, $8, $9, $10, $11, $12, $13, now(), 'in', clock_timestamp())`,
    [tx.orgId, id, wishes.subject ?? 'Sprawa', customerId, status, wishes.priority ?? 'normal', wishes.queueId ?? null, wishes.assigneeId ?? null, wishes.locationId ?? null, wishes.reasonId ?? null, wishes.tagIds ?? [], wishes.dueAt ?? null, JSON.stringify(wishes.fields ?? {})])
  tx.publish({ name: 'diary.ticketCreated', ids: { ticketId: id, customerId }, detail: { startedByUs: true } })
  return id
}

export const queuesOf = (tx: Tx): Promise<{ id: string; ready_made: string | null }[]> => tx.query('select id, ready_made from queue where org_id = $1 order by position', [tx.orgId])
