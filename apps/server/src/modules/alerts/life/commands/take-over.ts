// What one click in a mail does: the task becomes mine, or a call to the customer does. Clicked again it changes nothing.
import type { Tx } from '../../../../platform/db/database.ts'
import { changeTask } from '../../../routing/index.ts'
import { readAlerts } from '../read-alerts.ts'
import { readerOf } from '../reader.ts'
import { acknowledgeAlert } from './acknowledge.ts'
import { lockAlert, type Doer } from './lock-alert.ts'
import { dueInTime, makeAlertTask } from './make-task.ts'

export type Taken = 'taken' | 'already' | 'resolved'

/** The alert's task, made if there is none, is the asker's then. @throws Refusal */
export async function takeTask(tx: Tx, doer: Doer, id: string, now: Date): Promise<Taken> {
  const row = await lockAlert(tx, doer, id)
  if (row.state === 'resolved') return 'resolved'
  if (row.task_id === null) {
    await makeAlertTask(tx, doer, id, {}, now)
    return 'taken'
  }
  const [task] = await tx.query<{ owner_id: string | null; done: boolean }>('select owner_id, done_at is not null as done from task where org_id = $1 and id = $2', [tx.orgId, row.task_id], 'task-to-take')
  if (task === undefined || task.done || task.owner_id === doer.staffId) return 'already'
  await changeTask(tx, doer.staffId, row.task_id, { ownerId: doer.staffId })
  await acknowledgeAlert(tx, doer, id, now)
  return 'taken'
}

/** @throws Refusal */
export async function takeCall(tx: Tx, doer: Doer, id: string, now: Date): Promise<Taken> {
  const row = await lockAlert(tx, doer, id)
  if (row.state === 'resolved') return 'resolved'
  const [call] = await tx.query<{ id: string; owner_id: string | null }>(
    `select id, owner_id from task where org_id = $1 and kind = 'call-back' and done_at is null and source->>'kind' = 'alert' and source->>'id' = $2 order by created_at limit 1`, [tx.orgId, id], 'call-of-alert')
  if (call?.owner_id === doer.staffId) return 'already'
  if (call !== undefined) await changeTask(tx, doer.staffId, call.id, { ownerId: doer.staffId })
  else {
    const [alert] = await readAlerts(tx, [id], await readerOf(tx, doer))
    const taskId = await dueInTime(tx, {
      kind: 'call-back', title: alert!.title.slice(0, 300), ticketId: row.ticket?.id ?? null, customerId: row.customer?.id ?? null, ownerId: doer.staffId, origin: 'alert', createdBy: doer.staffId,
      locationId: row.location?.id ?? null, source: { kind: 'alert', id },
    }, now)
    if (row.task_id === null) await tx.query('update alert set task_id = $3, updated_at = now() where org_id = $1 and id = $2', [tx.orgId, id, taskId], 'call-as-task-of-alert')
  }
  await acknowledgeAlert(tx, doer, id, now)
  return 'taken'
}
