import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { notify } from '../../notifications/index.ts'
import { tellDueTasksJob } from './publish-task.ts'

interface Row { id: string; kind: string; owner_id: string; ticket_id: string | null; due_at: Date }

/** Whoever has a task is told once when its time comes; putting it off tells again. */
export async function tellDueTasks(tx: Tx): Promise<void> {
  const rows = await tx.query<Row>(
    `update task set told_at = now() where org_id = $1 and done_at is null and told_at is null and owner_id is not null and due_at <= now() returning id, kind, owner_id, ticket_id, due_at`, [tx.orgId], 'tasks-to-tell')
  await notify(tx, rows.map((r) => ({
    staffId: r.owner_id, kind: 'task-due' as const, dedupeKey: `task-due:${r.id}:${r.due_at.toISOString()}`, ticketId: r.ticket_id, detail: { taskId: r.id, kind: r.kind, dueAt: r.due_at.toISOString() },
  })))
}

export const tellDueTasksJobOf = ({ db }: Platform): Job<{ orgId: number }> => ({
  name: tellDueTasksJob,
  handle: ({ orgId }) => db.write(orgId, tellDueTasks),
})
