// The only way a task leaves the server.
import type { Task, TaskSettings } from '@kontuar/contracts'
import { asksCause, stateOf } from './rules/closing.ts'

export interface TaskRow {
  id: string; kind: Task['kind']; title: string; note: string; ticket_id: string | null; ticket_number: number | null; customer_id: string | null; customer_name: string | null
  owner_id: string | null; owner_name: string | null; queue_id: string | null; location_id: string | null; location_name: string | null; due_at: Date | null; origin: string
  begun_at: Date | null; checklist: Task['checklist']; remind_at: Date | null; escalated_at: Date | null; source: Task['source']; cause_id: string | null; cause_name: string | null; remedy: string; closing_asks: TaskSettings['closingAsks']
  done_at: Date | null; done_by_name: string | null; created_at: Date; updated_at: Date
}

/** Columns of TaskRow over `task k`, joined by `taskJoins`. */
export const taskColumns = `k.id, k.kind, k.title, k.note, k.ticket_id, t.number as ticket_number, k.customer_id, c.name as customer_name, k.owner_id, s.name as owner_name, k.queue_id, k.location_id, tl.name as location_name, k.due_at, k.origin,
  k.begun_at, k.checklist, k.remind_at, k.escalated_at, k.source, k.cause_id, tc.name as cause_name, k.remedy, coalesce((select g.settings->>'closingAsks' from task_setting g where g.org_id = k.org_id), 'nothing') as closing_asks,
  k.done_at, db.name as done_by_name, k.created_at, k.updated_at`
export const taskJoins = `left join ticket t on t.org_id = k.org_id and t.id = k.ticket_id left join customer c on c.org_id = k.org_id and c.id = k.customer_id
  left join staff s on s.org_id = k.org_id and s.id = k.owner_id left join staff db on db.org_id = k.org_id and db.id = k.done_by
  left join location tl on tl.org_id = k.org_id and tl.id = k.location_id left join cause tc on tc.org_id = k.org_id and tc.id = k.cause_id`

const instant = (at: Date | null) => at?.toISOString() ?? null

export const presentTask = (row: TaskRow): Task => ({
  id: row.id, kind: row.kind, title: row.title, note: row.note, ticketId: row.ticket_id, ticketNumber: row.ticket_number, customerId: row.customer_id, customerName: row.customer_name,
  ownerId: row.owner_id, ownerName: row.owner_name, queueId: row.queue_id, locationId: row.location_id, locationName: row.location_name, dueAt: instant(row.due_at), origin: row.origin,
  state: stateOf({ begunAt: row.begun_at, doneAt: row.done_at }), checklist: row.checklist, remindAt: instant(row.remind_at), escalatedAt: instant(row.escalated_at), source: row.source,
  causeId: row.cause_id, causeName: row.cause_name, remedy: row.remedy, asksCause: asksCause(row.closing_asks, row.source),
  doneAt: instant(row.done_at), doneByName: row.done_by_name, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
})
