// Which pushes leave when. Many at once become one, and so does what quiet hours hold back: a telephone that
// buzzes fifty times is switched off.
import type { NotificationKind } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { quietUntil } from '../rules/quiet.ts'
import type { Quiet } from '../rules/roads.ts'

export interface Told { id: string; staffId: string; kind: NotificationKind; urgent: boolean; at: Date }
export interface ToPush extends Told { browsers: readonly string[]; quiet: Quiet | null; zone: string }
export interface PlannedPush { staffId: string; browser: string; key: string; notices: string[]; after: Date }

/** More than this for one person in one transaction are told as one. */
const mostAtOnce = 3

export function planPushes(told: readonly ToPush[], now: Date): PlannedPush[] {
  return [...Map.groupBy(told, (t) => t.staffId).values()].flatMap((own) => {
    const { staffId, browsers, quiet, zone } = own[0]!
    const end = quietUntil(quiet, Temporal.Instant.fromEpochMilliseconds(now.getTime()), zone)
    const held = end === null ? [] : own.filter((t) => !t.urgent)
    const atOnce = own.filter((t) => !held.includes(t))
    const groups = atOnce.length > mostAtOnce ? [atOnce] : atOnce.map((t) => [t])
    return browsers.flatMap((browser) => [
      ...groups.map((group) => ({ staffId, browser, key: `${browser}:${group[0]!.id}:${group[0]!.at.getTime()}:${group.length}`, notices: group.map((t) => t.id), after: now })),
      // Everything held until the same moment shares one row: later ones join it.
      ...(held.length === 0 ? [] : [{ staffId, browser, key: `${browser}:held:${end!.epochMilliseconds}`, notices: held.map((t) => t.id), after: new Date(end!.epochMilliseconds) }]),
    ])
  })
}

export async function orderPushes(tx: Tx, told: readonly ToPush[], now: Date): Promise<void> {
  const planned = planPushes(told, now)
  if (planned.length === 0) return
  const rows = await tx.query<{ id: string; send_after: Date; fresh: boolean }>(
    `insert into notification_delivery (org_id, id, staff_id, road, subject_key, subscription_id, notification_ids, send_after)
     select $1, d.id, d."staffId", 'push', d.key, d.browser, d.notices, d.after from jsonb_to_recordset($2) d (id uuid, "staffId" uuid, key text, browser uuid, notices uuid[], after timestamptz)
     on conflict (org_id, staff_id, road, subject_key) do update set notification_ids = notification_delivery.notification_ids || excluded.notification_ids
     returning id, send_after, xmax = 0 as fresh`, [tx.orgId, JSON.stringify(planned.map((p) => ({ ...p, id: newId() })))], 'order-pushes')
  for (const row of rows) if (row.fresh) orderPush(tx, row.id, row.send_after)
}

export const orderPush = (tx: Tx, deliveryId: string, at: Date): void => tx.enqueue('notifications.push', { deliveryId }, { runAt: at.toISOString() })
