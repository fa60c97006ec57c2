// How the people to be told want to be told, as they have set it.
import type { Tx } from '../../../../platform/db/database.ts'
import type { PersonInCharge } from '../../../identity/index.ts'
import { pausedSubjects, type StoredSettings } from '../../../notifications/index.ts'
import type { Listener } from './plan-telling.ts'

export async function readListeners(tx: Tx, people: readonly Pick<PersonInCharge, 'staffId' | 'timeZone' | 'phone'>[], ruleId: string, now: Date): Promise<Listener[]> {
  const ids = people.map((p) => p.staffId)
  if (ids.length === 0) return []
  const [settings, paused] = await Promise.all([
    tx.query<{ staff_id: string; settings: StoredSettings }>('select staff_id, settings from notification_setting where org_id = $1 and staff_id = any ($2)', [tx.orgId, ids], 'settings-of-listeners'),
    pausedSubjects(tx, ids, `alert-rule:${ruleId}`, now),
  ])
  const settingsOf = new Map(settings.map((s) => [s.staff_id, s.settings]))
  return people.map(({ staffId, timeZone, phone }) => ({
    staffId, timeZone, phone, quiet: settingsOf.get(staffId)?.quiet ?? null, digest: settingsOf.get(staffId)?.digest ?? null, paused: paused.has(staffId),
  }))
}

/** By person and road when what already waits in a group of this rule leaves: what fires now goes with it. */
export async function readGroups(tx: Tx, ruleId: string, staffIds: readonly string[], now: Date): Promise<Map<string, Map<string, Date>>> {
  const rows = await tx.query<{ staff_id: string; road: string; at: Date }>(
    `select d.staff_id, d.road, min(d.send_after) as at from alert_delivery d where d.org_id = $1 and d.staff_id = any ($2) and d.state = 'waiting' and d.attempts = 0 and d.send_after > $4 and d.bundle like 'group:' || $3::text || ':%' group by 1, 2`,
    [tx.orgId, staffIds, ruleId, now], 'groups-that-wait')
  const groups = new Map<string, Map<string, Date>>()
  for (const { staff_id, road, at } of rows) groups.set(staff_id, (groups.get(staff_id) ?? new Map<string, Date>()).set(road, at))
  return groups
}
