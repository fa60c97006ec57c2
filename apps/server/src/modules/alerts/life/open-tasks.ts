// The task a rule wants with each alert: to the first of those meant who may see the matter, due in business time.
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { organizationOf } from '../../identity/index.ts'
import { createTask } from '../../routing/index.ts'
import { whoIsTold } from '../telling/who-is-told.ts'
import type { OpenedAlert } from './raise.ts'
import { readAlerts } from './read-alerts.ts'

export async function openTasks(tx: Tx, opened: readonly OpenedAlert[], now: Date): Promise<void> {
  for (const { id, rule, firing } of opened) {
    const wish = rule.delivery.task
    if (wish === null) continue
    const [owner] = await whoIsTold(tx, [wish.owner], firing)
    const org = await organizationOf(tx)
    // For its owner to read; of what the customer said nothing stands in a title.
    const [alert] = await readAlerts(tx, [id], { staffId: owner?.staffId ?? '', role: 'administrator', access: 'everything', readsFeedback: false, language: owner?.locale ?? org.locale, timeZone: owner?.timeZone ?? org.timeZone })
    const task = { title: wish.title?.trim() || alert!.title.slice(0, 300), dueIn: { hours: wish.dueInHours, calendarId: rule.delivery.calendarId }, at: now, origin: 'alert', source: { kind: 'alert' as const, id }, createdBy: null }
    const taskId = await createTask(tx, { ...task, ticketId: firing.ticketId ?? null, customerId: firing.customerId ?? null, ownerId: owner?.staffId ?? null, locationId: firing.locationId ?? null })
      // A place retired meanwhile must not keep the alert from being told; the task then says less.
      .catch((error: unknown) => { if (error instanceof Refusal) return createTask(tx, { ...task, dueIn: { hours: wish.dueInHours, calendarId: null } }); throw error })
    await tx.query('update alert set task_id = $3 where org_id = $1 and id = $2', [tx.orgId, id, taskId], 'task-of-alert-opened')
  }
}
