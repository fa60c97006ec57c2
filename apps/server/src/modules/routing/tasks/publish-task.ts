import type { Tx } from '../../../platform/db/database.ts'

export const tellDueTasksJob = 'routing.tellDueTasks'

export interface ChangedTask { id: string; ticketId: string | null; customerId: string | null; ownerId: string | null; dueAt: Date | null }

export function publishTask(tx: Tx, { id, ticketId, customerId, ownerId }: ChangedTask): void {
  tx.publish({ name: 'routing.taskChanged', ids: { taskId: id, ...(ticketId === null ? {} : { ticketId }), ...(customerId === null ? {} : { customerId }), ...(ownerId === null ? {} : { staffId: ownerId }) } })
}

/** To the second; the sweep of the minute finds what a lost job left. */
export function tellWhenDue(tx: Tx, { id, ownerId, dueAt }: ChangedTask): void {
  if (dueAt !== null && ownerId !== null) tx.enqueue(tellDueTasksJob, {}, { runAt: dueAt.toISOString(), key: `task-due:${tx.orgId}:${id}` })
}
