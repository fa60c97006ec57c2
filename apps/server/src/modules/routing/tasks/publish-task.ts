import type { Tx } from '../../../platform/db/database.ts'

export const tellDueTasksJob = 'routing.tellDueTasks'

export interface ChangedTask { id: string; ticketId: string | null; customerId: string | null; ownerId: string | null; dueAt: Date | null; remindAt: Date | null }

export function publishTask(tx: Tx, { id, ticketId, customerId, ownerId }: Pick<ChangedTask, 'id' | 'ticketId' | 'customerId' | 'ownerId'>): void {
  tx.publish({ name: 'routing.taskChanged', ids: { taskId: id, ...(ticketId === null ? {} : { ticketId }), ...(customerId === null ? {} : { customerId }), ...(ownerId === null ? {} : { staffId: ownerId }) } })
}

/** When it is due and when it is to be thought of, to the second; the sweep of the minute finds what a lost job left. */
export function tellInTime(tx: Tx, { id, ownerId, dueAt, remindAt }: ChangedTask): void {
  if (dueAt !== null && ownerId !== null) tx.enqueue(tellDueTasksJob, {}, { runAt: dueAt.toISOString(), key: `task-due:${tx.orgId}:${id}` })
  if (remindAt !== null) tx.enqueue(tellDueTasksJob, {}, { runAt: remindAt.toISOString(), key: `task-reminder:${tx.orgId}:${id}` })
}
