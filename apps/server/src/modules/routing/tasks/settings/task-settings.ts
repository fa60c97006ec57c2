// What closing a task asks for, who is told of late ones, and by which calendar time counts.
import type { TaskSettings } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'

/** Of an organization that has said nothing. */
const nothingSaid: TaskSettings = { closingAsks: 'nothing', escalate: null, calendarId: null }

/** `escalateSince`: tasks due before it are not handed up. */
export async function readTaskSettings(tx: Tx, lock = false): Promise<{ settings: TaskSettings; escalateSince: Date }> {
  const [row] = await tx.query<{ settings: Partial<TaskSettings>; escalate_since: Date }>(`select settings, escalate_since from task_setting where org_id = $1 ${lock ? 'for update' : ''}`, [tx.orgId], lock ? 'lock-task-settings' : 'task-settings')
  return { settings: { ...nothingSaid, ...row?.settings }, escalateSince: row?.escalate_since ?? new Date() }
}

/** @throws Refusal `invalid-input` */
export async function changeTaskSettings(tx: Tx, doer: Doer, wish: TaskSettings): Promise<TaskSettings> {
  const { settings: before } = await readTaskSettings(tx, true)
  if (wish.calendarId !== null && wish.calendarId !== before.calendarId) await refuseUnknownCalendar(tx, wish.calendarId, 'calendarId')
  const settings: TaskSettings = { closingAsks: wish.closingAsks, escalate: wish.escalate, calendarId: wish.calendarId }
  // Switched on, it begins with what is due from now on: what lay late for months would be told all at once.
  await tx.query(
    `insert into task_setting (org_id, settings) values ($1, $2)
     on conflict (org_id) do update set settings = excluded.settings, updated_at = now(), escalate_since = case when $3 then now() else task_setting.escalate_since end`,
    [tx.orgId, JSON.stringify(settings), before.escalate === null && wish.escalate !== null], 'change-task-settings')
  await audit(tx, doer, 'taskSettings.changed', null, { from: before, to: settings })
  tx.publish({ name: 'routing.taskSettingsChanged', ids: {} })
  return settings
}

/** @throws Refusal `invalid-input` unless in use */
export async function refuseUnknownCalendar(tx: Tx, id: string, field: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from calendar where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'calendar-in-use') : []
  if (found.length === 0) throw new Refusal('invalid-input', 'There is no such calendar, or it has been retired: choose another one, or none for the usual one.', { [field]: 'is not in use' })
}
