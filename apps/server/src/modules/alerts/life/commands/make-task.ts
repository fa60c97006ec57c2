// A task, or a call to the customer, from an alert: who sees to it, and by when.
import type { Alert, BodyOf, makeAlertTask as taskRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { createTask } from '../../../routing/index.ts'
import { acknowledgeAlert } from './acknowledge.ts'
import { lockAlert, type Doer } from './lock-alert.ts'
import { readAlerts } from '../read-alerts.ts'
import { readerOf } from '../reader.ts'

/** Business hours: a customer is called sooner than anything else is done. Without a time neither would ever stand in anybody's day. */
export const dueHours = { 'task': 8, 'call-back': 4 } as const

/** The asker's own unless somebody is named, due in business time unless a time (or none) is. Whoever makes it has the alert. @throws Refusal */
export async function makeAlertTask(tx: Tx, doer: Doer, id: string, { kind = 'task', title, ownerId, dueAt }: BodyOf<typeof taskRoute>, now: Date = new Date()): Promise<Alert> {
  const row = await lockAlert(tx, doer, id)
  if (row.task_id !== null) throw new Refusal('conflict', 'There is a task of this alert already: open it from the alert.')
  if (row.state === 'resolved') throw new Refusal('conflict', 'This alert is resolved already: open it again first if there is more to do.')
  const [alert] = await readAlerts(tx, [id], await readerOf(tx, doer))
  const wish = {
    kind, title: title ?? alert!.title.slice(0, 300), ticketId: row.ticket?.id ?? null, customerId: row.customer?.id ?? null, ownerId: ownerId === undefined ? doer.staffId : ownerId, origin: 'alert', createdBy: doer.staffId,
    locationId: row.location?.id ?? null, source: { kind: 'alert' as const, id },
  }
  const taskId = dueAt === undefined ? await dueInTime(tx, wish, now) : await createTask(tx, { ...wish, dueAt })
  await tx.query('update alert set task_id = $3, updated_at = now() where org_id = $1 and id = $2', [tx.orgId, id, taskId], 'task-of-alert')
  return acknowledgeAlert(tx, doer, id, now)
}

/** A calendar that never opens must not keep the task from being made. @throws Refusal for everything else */
export const dueInTime = (tx: Tx, wish: Parameters<typeof createTask>[1] & { kind: keyof typeof dueHours }, now: Date): Promise<string> =>
  createTask(tx, { ...wish, dueIn: { hours: dueHours[wish.kind] }, at: now }).catch((error: unknown) => { if (error instanceof Refusal) return createTask(tx, wish); throw error })
