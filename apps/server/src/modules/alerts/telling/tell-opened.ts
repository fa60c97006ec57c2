// An alert has opened: who is told, by which roads and when; and where else it goes.
import type { Tx } from '../../../platform/db/database.ts'
import { isUrgent } from '../firing.ts'
import type { OpenedAlert } from '../life/raise.ts'
import { enterDeliveries, type NewDelivery } from './enter-deliveries.ts'
import { nextDigest, planTelling, type StaffRoad } from './plan/plan-telling.ts'
import { readGroups, readListeners } from './plan/read-listeners.ts'
import { whoIsTold, whoIsToldInstead } from './who-is-told.ts'
import { wordsToCome, type WordsToCome } from './words-to-come.ts'

/** Answers by alert when the first of its tellings leaves. The caller holds the lock of the rules, so that a group has one end. */
export async function tellOpened(tx: Tx, opened: readonly OpenedAlert[], now: Date): Promise<Map<string, Date>> {
  const firstAt = new Map<string, Date>()
  const words = await wordsToCome(tx, opened, now)
  for (const alert of opened) {
    const { rule, firing } = alert
    const meant = await whoIsTold(tx, rule.delivery.recipients, firing)
    const asked = await readListeners(tx, meant, rule.id, now)
    const instead = asked.length > 0 && asked.every((l) => l.paused) ? await whoIsToldInstead(tx, rule.id, firing, now) : []
    const people = [...meant, ...instead]
    const listeners = [...asked, ...await readListeners(tx, instead, rule.id, now)]
    const groups = await readGroups(tx, rule.id, people.map((p) => p.staffId), now)
    const becauseOf = new Map(people.map((p) => [p.staffId, p.because]))
    const deliveries = listeners.flatMap((listener) =>
      planTelling(rule, listener, (groups.get(listener.staffId) ?? new Map()) as ReadonlyMap<StaffRoad, Date>, 0, now, isUrgent(rule.delivery, firing), words.get(alert.id))
        .map((plan): NewDelivery => ({ alertId: alert.id, staffId: listener.staffId, destinationId: null, step: 0, because: becauseOf.get(listener.staffId)!, ...plan })))
    const all = [...deliveries, ...(await hooksOf(tx, alert, now, words.get(alert.id)))]
    await enterDeliveries(tx, all, now)
    firstAt.set(alert.id, all.filter((d) => d.dropped === null).reduce((first, d) => (d.sendAfter < first ? d.sendAfter : first), all.some((d) => d.dropped === null) ? new Date(8.64e15) : now))
  }
  return firstAt
}

/** Places have no quiet hours: a channel that many read is silenced there. A digest goes at eight where the organization is. */
async function hooksOf(tx: Tx, { id, rule, firing }: OpenedAlert, now: Date, words?: WordsToCome): Promise<NewDelivery[]> {
  const { destinationIds, when, groupMinutes } = rule.delivery
  if (destinationIds.length === 0) return []
  const rows = await tx.query<{ id: string; time_zone: string; at: Date | null }>(
    `select d.id, o.time_zone, (select min(w.send_after) from alert_delivery w where w.org_id = d.org_id and w.destination_id = d.id and w.state = 'waiting' and w.attempts = 0 and w.send_after > $4 and w.bundle like 'group:' || $3::text || ':%') as at
     from alert_destination d join org o on o.id = d.org_id where d.org_id = $1 and d.id = any ($2) and d.active and d.retired_at is null order by d.id`, [tx.orgId, destinationIds, rule.id, now], 'destinations-to-tell')
  return rows.map((row): NewDelivery => {
    const base = { alertId: id, staffId: null, destinationId: row.id, road: 'hook' as const, step: 0, because: { code: 'address' as const }, dropped: null }
    if (isUrgent(rule.delivery, firing)) return { ...base, bundle: null, sendAfter: now }
    if (when !== 'at-once') {
      const at = nextDigest(when, { digest: null, timeZone: row.time_zone }, now)
      return { ...base, bundle: `digest:${at.toISOString()}`, sendAfter: at }
    }
    if (groupMinutes === 0) return { ...base, bundle: words?.bundle ?? null, sendAfter: words?.until ?? now }
    const at = row.at ?? new Date(now.getTime() + groupMinutes * 60_000)
    return { ...base, bundle: `group:${rule.id}:${at.toISOString()}`, sendAfter: at }
  })
}
