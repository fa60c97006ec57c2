// All sums of an organization thrown away and made of its facts, month by month: when its zone changes, and after millions of facts were
// loaded. In one transaction: readers see the old sums until it commits, and then the new ones.
import type { Tx } from '../../../platform/db/database.ts'
import { measures } from '../facts/measures.ts'
import { binsOf, cellsOf, sumsLock } from './cells.ts'
import { markZone, readZones } from './zone-of-sums.ts'

/**
 * Facts that commit meanwhile wait as always: each month's statement takes those it has seen off the waiting ones, in the same snapshot.
 * Answers how many facts were added.
 */
export async function rebuildSums(tx: Tx): Promise<number> {
  await tx.query(`select pg_advisory_xact_lock(${sumsLock})`, [tx.orgId], 'lock-sums')
  const { zone } = await readZones(tx)
  await tx.query('delete from fact_sum where org_id = $1', [tx.orgId], 'forget-sums')
  await tx.query('delete from fact_bin where org_id = $1', [tx.orgId], 'forget-bins')
  await markZone(tx, zone)
  // Sorting and grouping a month in memory is what makes this fast; it lasts for this transaction alone.
  await tx.query(`set local work_mem = '256MB'`)
  let facts = 0
  for (const { from, to } of await monthsOf(tx, zone)) facts += await addMonth(tx, zone, from, to)
  return facts
}

const factKinds = [...new Set(Object.values(measures).map((m) => m.kind))]

async function monthsOf(tx: Tx, zone: string): Promise<{ from: Date; to: Date }[]> {
  return tx.query<{ from: Date; to: Date }>(
    `with span as (select min(first) as first, max(last) as last from (
        select (select at from fact f where f.org_id = $1 and f.kind = k order by at limit 1) as first, (select at from fact f where f.org_id = $1 and f.kind = k order by at desc limit 1) as last
        from unnest($3::text[]) k) s)
     select m at time zone $2 as from, (m + interval '1 month') at time zone $2 as to
     from span cross join lateral generate_series(date_trunc('month', first at time zone $2), date_trunc('month', last at time zone $2), interval '1 month') m order by 1`, [tx.orgId, zone, factKinds], 'months-of-facts')
}

async function addMonth(tx: Tx, zone: string, from: Date, to: Date): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `with fact as materialized (select * from fact where org_id = $1 and at >= $3 and at < $4),
     gone as (delete from fact_waiting w using fact f where w.org_id = $1 and w.fact_id = f.id returning 1),
     ${cellsOf('$2')},
     ${binsOf('$2')},
     summed as (
       insert into fact_sum (org_id, measure, place, dimension, grain, member, bucket, n, total, squares)
       select $1, * from sums where n <> 0 or total <> 0 or squares <> 0 order by 2, 4, 3, 5, 6, 7 returning 1),
     counted as (
       insert into fact_bin (org_id, measure, place, dimension, grain, member, bucket, bin, n)
       select $1, * from bins where n <> 0 order by 2, 4, 3, 5, 6, 7, 8 returning 1)
     select (select count(*)::int from fact) as n, (select count(*) from gone) as gone, (select count(*) from summed) as sums, (select count(*) from counted) as bins`, [tx.orgId, zone, from, to], 'add-month-to-sums')
  return row!.n
}
