import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { notify } from '../../notifications/index.ts'
import { handUpLateTasks } from './late/hand-up-late-tasks.ts'
import { tellDueTasksJob } from './publish-task.ts'

interface Row { id: string; kind: string; owner_id: string; ticket_id: string | null; due_at: Date }
interface ToRemind { id: string; kind: string; staff_id: string | null; ticket_id: string | null; remind_at: Date; due_at: Date | null }

/** What is due, what was to be thought of, what is late: each told once, in the transaction that notes it. */
export async function tellDueTasks(tx: Tx): Promise<void> {
  await tellDue(tx)
  await remind(tx)
  await handUpLateTasks(tx)
}

/** Whoever has a task is told once when its time comes; putting it off tells again. */
async function tellDue(tx: Tx): Promise<void> {
  const rows = await tx.query<Row>(
    `update task set told_at = now() where org_id = $1 and done_at is null and told_at is null and owner_id is not null and due_at <= now() returning id, kind, owner_id, ticket_id, due_at`, [tx.orgId], 'tasks-to-tell')
  await notify(tx, rows.map((r) => ({
    staffId: r.owner_id, kind: 'task-due' as const, dedupeKey: `task-due:${r.id}:${r.due_at.toISOString()}`, ticketId: r.ticket_id, detail: { taskId: r.id, kind: r.kind, dueAt: r.due_at.toISOString() },
  })))
}

/** Its owner; of a task that nobody has, who made it. */
async function remind(tx: Tx): Promise<void> {
  const rows = await tx.query<ToRemind>(
    `update task set reminded_at = now() where org_id = $1 and done_at is null and reminded_at is null and remind_at <= now() returning id, kind, coalesce(owner_id, created_by) as staff_id, ticket_id, remind_at, due_at`, [tx.orgId], 'tasks-to-remind')
  await notify(tx, rows.flatMap((r) => (r.staff_id === null ? [] : [{
    staffId: r.staff_id, kind: 'task-due' as const, dedupeKey: `task-reminder:${r.id}:${r.remind_at.toISOString()}`, ticketId: r.ticket_id, detail: { taskId: r.id, kind: r.kind, what: 'reminder', dueAt: r.due_at?.toISOString() ?? null },
  }])))
  for (const { id, ticket_id: ticketId, staff_id: staffId } of rows) tx.publish({ name: 'routing.taskChanged', ids: { taskId: id, ...(ticketId === null ? {} : { ticketId }), ...(staffId === null ? {} : { staffId }) } })
}

export const tellDueTasksJobOf = ({ db }: Platform): Job<{ orgId: number }> => ({
  name: tellDueTasksJob,
  handle: ({ orgId }) => db.write(orgId, tellDueTasks),
})
