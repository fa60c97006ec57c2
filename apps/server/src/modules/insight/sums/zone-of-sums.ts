// In which zone the buckets of the sums begin. It stands among the sums as a row of its own, so that it changes with them in one
// transaction: whoever finds another zone there than the organization has now counts facts until the sums have been made anew.
import type { Tx } from '../../../platform/db/database.ts'

export const zoneMark = '~zone'

/** SQL of the zone of the sums of organization $1; null: there are none yet. */
export const zoneOfSums = `(select s.member from fact_sum s where s.org_id = $1 and s.measure = '${zoneMark}' and s.dimension = 'all' and s.place = '' limit 1)`

/** The organization's zone, and that of its sums. */
export async function readZones(tx: Tx): Promise<{ zone: string; ofSums: string | null }> {
  const [row] = await tx.query<{ zone: string; of_sums: string | null }>(`select o.time_zone as zone, ${zoneOfSums} as of_sums from org o where o.id = $1`, [tx.orgId], 'zones-of-sums')
  return { zone: row!.zone, ofSums: row!.of_sums }
}

export async function markZone(tx: Tx, zone: string): Promise<void> {
  await tx.query(`insert into fact_sum (org_id, measure, place, dimension, grain, member, bucket, n, total, squares) values ($1, '${zoneMark}', '', 'all', 'm', $2, 'epoch', 0, 0, 0) on conflict do nothing`, [tx.orgId, zone], 'mark-zone-of-sums')
}
