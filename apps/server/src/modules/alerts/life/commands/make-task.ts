// A task, or a call to the customer, from an alert: who sees to it, and by when.
import type { Alert, BodyOf, makeAlertTask as taskRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { createTask } from '../../../routing/index.ts'
import { acknowledgeAlert } from './acknowledge.ts'
import { lockAlert, type Doer } from './lock-alert.ts'
import { readAlerts } from '../read-alerts.ts'
import { readerOf } from '../reader.ts'

/** The asker's own unless somebody is named. Whoever makes it has the alert. @throws Refusal */
export async function makeAlertTask(tx: Tx, doer: Doer, id: string, { kind = 'task', title, ownerId, dueAt }: BodyOf<typeof taskRoute>, now: Date = new Date()): Promise<Alert> {
  const row = await lockAlert(tx, doer, id)
  if (row.task_id !== null) throw new Refusal('conflict', 'There is a task of this alert already: open it from the alert.')
  if (row.state === 'resolved') throw new Refusal('conflict', 'This alert is resolved already: open it again first if there is more to do.')
  const [alert] = await readAlerts(tx, [id], await readerOf(tx, doer))
  const taskId = await createTask(tx, {
    kind, title: title ?? alert!.title.slice(0, 300), ticketId: row.ticket?.id ?? null, customerId: row.customer?.id ?? null, ownerId: ownerId === undefined ? doer.staffId : ownerId, dueAt: dueAt ?? null, origin: 'alert', createdBy: doer.staffId,
    locationId: row.location?.id ?? null, source: { kind: 'alert', id },
  })
  await tx.query('update alert set task_id = $3, updated_at = now() where org_id = $1 and id = $2', [tx.orgId, id, taskId], 'task-of-alert')
  return acknowledgeAlert(tx, doer, id, now)
}
