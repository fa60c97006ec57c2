// The only way a task leaves the server.
import type { Task } from '@kontuar/contracts'

export interface TaskRow {
  id: string; kind: Task['kind']; title: string; note: string; ticket_id: string | null; ticket_number: number | null; customer_id: string | null; customer_name: string | null
  owner_id: string | null; owner_name: string | null; queue_id: string | null; due_at: Date | null; origin: string; done_at: Date | null; created_at: Date; updated_at: Date
}

/** Columns of TaskRow over `task k`, joined by `taskJoins`. */
export const taskColumns = `k.id, k.kind, k.title, k.note, k.ticket_id, t.number as ticket_number, k.customer_id, c.name as customer_name, k.owner_id, s.name as owner_name, k.queue_id, k.due_at, k.origin,
  k.done_at, k.created_at, k.updated_at`
export const taskJoins = `left join ticket t on t.org_id = k.org_id and t.id = k.ticket_id left join customer c on c.org_id = k.org_id and c.id = k.customer_id
  left join staff s on s.org_id = k.org_id and s.id = k.owner_id`

export const presentTask = (row: TaskRow): Task => ({
  id: row.id, kind: row.kind, title: row.title, note: row.note, ticketId: row.ticket_id, ticketNumber: row.ticket_number, customerId: row.customer_id, customerName: row.customer_name,
  ownerId: row.owner_id, ownerName: row.owner_name, queueId: row.queue_id, dueAt: row.due_at?.toISOString() ?? null, origin: row.origin, doneAt: row.done_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
})
