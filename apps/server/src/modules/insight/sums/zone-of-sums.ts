// In which zone the buckets of the sums begin. It stands among their series as one of its own, so that it changes with them in one
// transaction: whoever finds another zone there than the organization has now counts facts until the sums have been made anew.
import type { Tx } from '../../../platform/db/database.ts'

const zoneMark = '~zone'

/** SQL of the zone of the sums of organization $1; null: there are none yet. */
export const zoneOfSums = `(select s.member from fact_series s where s.org_id = $1 and s.measure = '${zoneMark}' and s.dimension = 'all' and s.place = '')`

/** The organization's zone, and that of its sums. */
export async function readZones(tx: Tx): Promise<{ zone: string; ofSums: string | null }> {
  const [row] = await tx.query<{ zone: string; of_sums: string | null }>(`select o.time_zone as zone, ${zoneOfSums} as of_sums from org o where o.id = $1`, [tx.orgId], 'zones-of-sums')
  return { zone: row!.zone, ofSums: row!.of_sums }
}

/** By whoever holds the lock of the sums. */
export async function markZone(tx: Tx, zone: string): Promise<void> {
  await tx.query(`delete from fact_series where org_id = $1 and measure = '${zoneMark}'`, [tx.orgId], 'forget-zone-of-sums')
  await tx.query(`insert into fact_series (org_id, measure, place, dimension, member) values ($1, '${zoneMark}', '', 'all', $2)`, [tx.orgId, zone], 'mark-zone-of-sums')
}
