// Waiting facts into the sums. A fact leaves the waiting ones in the transaction that adds it: at every moment the sums and what waits are
// together all facts. A transaction that dies has done neither.
import type { Tx } from '../../../platform/db/database.ts'
import { cellsOf, joinByHash, numbered, sumsLock } from './cells.ts'
import { markZone, readZones } from './zone-of-sums.ts'

/** Some 150,000 cells before they are summed: about a second. */
export const factsAtOnce = 5000

/** Answers how many facts were added; null when another transaction is at the sums, or they have to be made anew for another zone first. */
export async function rollFacts(tx: Tx, atMost = factsAtOnce): Promise<number | null> {
  const [lock] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(${sumsLock}) as mine`, [tx.orgId], 'try-lock-sums')
  if (lock?.mine !== true) return null
  const { zone, ofSums } = await readZones(tx)
  if (ofSums === null) await markZone(tx, zone)
  else if (ofSums !== zone) return null
  await tx.query(joinByHash)
  const [row] = await tx.query<{ n: number }>(
    `with taken as (
       delete from fact_waiting w using (select fact_id from fact_waiting where org_id = $1 order by fact_id limit $2) t
       where w.org_id = $1 and w.fact_id = t.fact_id returning w.fact_id),
     fact as materialized (select f.* from taken t cross join lateral (select * from fact f where f.org_id = $1 and f.id = t.fact_id offset 0) f),
     ${cellsOf('$3')},
     keys as materialized (select distinct measure, place, dimension, member from sums),
     ${numbered},
     summed as (
       insert into fact_sum (org_id, series, grain, bucket, n, total, squares)
       select $1, id, grain, bucket, n, total, squares from sums join series using (measure, place, dimension, member) where n <> 0 or total <> 0 or squares <> 0 order by 2, 3, 4
       on conflict (org_id, series, grain, bucket) do update set n = fact_sum.n + excluded.n, total = fact_sum.total + excluded.total, squares = fact_sum.squares + excluded.squares
       returning 1),
     counted as (
       insert into fact_bin (org_id, series, grain, bucket, bins, counts)
       select $1, id, grain, bucket, bins, counts from bins join series using (measure, place, dimension, member) order by 2, 3, 4
       on conflict (org_id, series, grain, bucket) do update set (bins, counts) = (select a.bins, a.counts from add_bins(fact_bin.bins, fact_bin.counts, excluded.bins, excluded.counts) a)
       returning 1)
     select (select count(*)::int from taken) as n, (select count(*) from summed) as sums, (select count(*) from counted) as bins`, [tx.orgId, atMost, zone], 'roll-facts')
  return row!.n
}
