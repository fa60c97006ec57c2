// All sums of an organization thrown away and made of its facts, month by month: when its zone changes, and after millions of facts were
// loaded. In one transaction: readers see the old sums until it commits, and then the new ones.
import type { Tx } from '../../../platform/db/database.ts'
import { cellsOf, joinByHash, numbered, sumsLock } from './cells.ts'
import { monthsOfFacts } from './months-of-facts.ts'
import { markZone, readZones } from './zone-of-sums.ts'

/**
 * Facts that commit meanwhile wait as always: each month's statement takes those it has seen off the waiting ones, in the same snapshot.
 * Answers how many facts were added.
 */
export async function rebuildSums(tx: Tx): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(${sumsLock})`, [tx.orgId], 'lock-sums-anew')
  const { zone } = await readZones(tx)
  await tx.query('delete from fact_sum where org_id = $1', [tx.orgId], 'forget-sums')
  await tx.query('delete from fact_bin where org_id = $1', [tx.orgId], 'forget-bins')
  await markZone(tx, zone)
  // Sorting and grouping a month in memory is what makes this fast; it lasts for this transaction alone.
  await tx.query(`set local work_mem = '256MB'`)
  await tx.query(joinByHash)
  let facts = 0
  for (const { from, to } of await monthsOfFacts(tx, zone)) facts += await addMonth(tx, zone, from, to)
  return facts
}

async function addMonth(tx: Tx, zone: string, from: Date, to: Date): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `with fact as materialized (select * from fact where org_id = $1 and at >= $3 and at < $4),
     gone as (delete from fact_waiting w using fact f where w.org_id = $1 and w.fact_id = f.id returning 1),
     ${cellsOf('$2')},
     keys as materialized (select distinct measure, place, dimension, member from sums),
     ${numbered},
     summed as (
       insert into fact_sum (org_id, series, grain, bucket, n, total, squares)
       select $1, id, grain, bucket, n, total, squares from sums join series using (measure, place, dimension, member) where n <> 0 or total <> 0 or squares <> 0 order by 2, 3, 4 returning 1),
     counted as (
       insert into fact_bin (org_id, series, grain, bucket, bins, counts)
       select $1, id, grain, bucket, bins, counts from bins join series using (measure, place, dimension, member) order by 2, 3, 4 returning 1)
     select (select count(*)::int from fact) as n, (select count(*) from gone) as gone, (select count(*) from summed) as sums, (select count(*) from counted) as bins`, [tx.orgId, zone, from, to], 'add-month-to-sums')
  return row!.n
}
