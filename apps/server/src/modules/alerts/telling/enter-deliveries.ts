// The ledger: what is told to whom by which road, entered with what made it necessary. The unique index holds it to once.
import type { Because } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import { deliverNotices } from './deliver/deliver-notices.ts'

export interface NewDelivery { alertId: string; staffId: string | null; destinationId: string | null; road: 'app' | 'push' | 'mail' | 'sms' | 'hook'; step: number; bundle: string | null; because: Because; sendAfter: Date; dropped: string | null }
interface Entered { id: string; staff_id: string | null; destination_id: string | null; road: NewDelivery['road']; bundle: string | null; state: string; send_after: Date }

/** What is for the app and due is told here and now; the rest gets a job. */
export async function enterDeliveries(tx: Tx, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  if (deliveries.length === 0) return
  const rows = await tx.query<Entered>(
    `insert into alert_delivery (org_id, id, alert_id, staff_id, destination_id, road, step, bundle, because, state, send_after, detail)
     select $1, d.id, d."alertId", d."staffId", d."destinationId", d.road, d.step, d.bundle, d.because, case when d.dropped is null then 'waiting' else 'dropped' end, d."sendAfter", d.dropped
     from jsonb_to_recordset($2) d (id uuid, "alertId" uuid, "staffId" uuid, "destinationId" uuid, road text, step integer, bundle text, because jsonb, "sendAfter" timestamptz, dropped text)
     on conflict do nothing returning id, staff_id, destination_id, road, bundle, state, send_after`, [tx.orgId, storableJson(deliveries.map((d) => ({ ...d, id: newId() })))], 'insert-alert-deliveries')
  const waiting = rows.filter((r) => r.state === 'waiting')
  const atOnce = waiting.filter((r) => isNotice(r.road) && r.send_after <= now)
  await deliverNotices(tx, atOnce.map((r) => r.id), now)
  const later = waiting.filter((r) => !atOnce.includes(r))
  for (const same of Map.groupBy(later, nameOf).values()) orderDelivery(tx, same[0]!.id, same[0]!.send_after, same[0]!.bundle === null ? null : nameOf(same[0]!))
}

export const isNotice = (road: string): boolean => road === 'app' || road === 'push'

/** What leaves together: app and push are one notice. */
const nameOf = ({ id, staff_id, destination_id, road, bundle }: Entered) => (bundle === null && !isNotice(road) ? id : `${staff_id ?? destination_id} ${isNotice(road) ? 'notice' : road} ${bundle ?? id}`)

export function orderDelivery(tx: Tx, deliveryId: string, at: Date, bundle: string | null = null): void {
  tx.enqueue('alerts.deliver', { deliveryId }, { runAt: at.toISOString(), ...(bundle === null ? {} : { key: `alert-bundle:${tx.orgId}:${bundle}` }) })
}
