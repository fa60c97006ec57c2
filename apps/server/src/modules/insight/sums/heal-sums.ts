// The sums against the facts they were made of. They cannot drift by themselves; a restored backup, a careless hand in the database or a
// mistake of ours can, and a number that is wrong in silence is worse than none.
import type { Tx } from '../../../platform/db/database.ts'
import { measureNames, measures, type FactKind, type MeasureName } from '../facts/measures.ts'
import { cellsOf, numbered, sumsLock } from './cells.ts'
import { readZones } from './zone-of-sums.ts'

export const measuresOfKind = (kind: FactKind): MeasureName[] => measureNames.filter((name) => measures[name].kind === kind)

/**
 * The measures of one kind of fact over one month: all at once would hold the lock too long. What waits is left out on both sides. Answers
 * how many cells of each measure were wrong, and have been mended; null while the sums are of another zone.
 * @param from,to the month, in the zone of the sums
 */
export async function healSums(tx: Tx, kind: FactKind, from: Date, to: Date): Promise<Partial<Record<MeasureName, number>> | null> {
  // Nobody adds to the sums while they are compared; facts go on being noted, and readers go on adding them.
  await tx.query(`select pg_advisory_xact_lock(${sumsLock})`, [tx.orgId], 'lock-sums')
  const { zone, ofSums } = await readZones(tx)
  if (ofSums !== zone) return null
  const rows = await tx.query<{ measure: MeasureName; cells: number }>(
    `with fact as materialized (
       select f.* from fact f where f.org_id = $1 and f.kind = $3 and f.at >= $4 and f.at < $5 and not exists (select from fact_waiting w where w.org_id = $1 and w.fact_id = f.id)),
     ${cellsOf('$2')},
     wrong as materialized (
       select measure, place, dimension, member, grain, bucket, coalesce(r.n, 0) as n, coalesce(r.total, 0) as total, coalesce(r.squares, 0) as squares
       from sums r full join ${kept('fact_sum')} using (measure, place, dimension, member, grain, bucket)
       where ${differ('n', 0)} or ${differ('total', 1e-3)} or ${differ('squares', 1)}),
     wrong_bins as materialized (
       select measure, place, dimension, member, grain, bucket, coalesce(r.bins, '') as bins, coalesce(r.counts, '') as counts
       from bins r full join ${kept('fact_bin')} using (measure, place, dimension, member, grain, bucket)
       where (coalesce(r.bins, ''), coalesce(r.counts, '')) is distinct from (coalesce(t.bins, ''), coalesce(t.counts, ''))),
     keys as materialized (select measure, place, dimension, member from wrong union select measure, place, dimension, member from wrong_bins),
     ${numbered},
     mended as (
       insert into fact_sum (org_id, series, grain, bucket, n, total, squares) select $1, id, grain, bucket, n, total, squares from wrong join series using (measure, place, dimension, member)
       on conflict (org_id, series, grain, bucket) do update set n = excluded.n, total = excluded.total, squares = excluded.squares returning series),
     mended_bins as (
       insert into fact_bin (org_id, series, grain, bucket, bins, counts) select $1, id, grain, bucket, bins, counts from wrong_bins join series using (measure, place, dimension, member)
       on conflict (org_id, series, grain, bucket) do update set bins = excluded.bins, counts = excluded.counts returning series)
     select measure, count(*)::int as cells from (select series from mended union all select series from mended_bins) m join series s on s.id = m.series group by 1`, [tx.orgId, zone, kind, from, to, measuresOfKind(kind)], 'heal-sums')
  const healed = Object.fromEntries(rows.map(({ measure, cells }) => [measure, cells])) as Partial<Record<MeasureName, number>>
  for (const { measure, cells } of rows) tx.publish({ name: 'insight.sumsHealed', ids: {}, detail: { measure, cells, from: from.toISOString(), to: to.toISOString() } })
  return healed
}

/**
 * Sums of times in which nothing happened, and of measures there are no more. Answers as `healSums`.
 * @param span of all facts; null: there are none
 */
export async function forgetStraySums(tx: Tx, span: { from: Date; to: Date } | null): Promise<Record<string, number>> {
  await tx.query(`select pg_advisory_xact_lock(${sumsLock})`, [tx.orgId], 'lock-sums')
  const stray = (table: 'fact_sum' | 'fact_bin') => `delete from ${table} t using fact_series s where t.org_id = $1 and s.org_id = $1 and s.id = t.series and (s.measure <> all ($2) or $3::timestamptz is null or t.bucket < $3 or t.bucket >= $4) returning s.measure`
  const rows = await tx.query<{ measure: string; cells: number }>(
    `with sums as (${stray('fact_sum')}), bins as (${stray('fact_bin')}) select measure, count(*)::int as cells from (select * from sums union all select * from bins) s group by 1`, [tx.orgId, measureNames, span?.from ?? null, span?.to ?? null], 'forget-stray-sums')
  for (const { measure, cells } of rows) tx.publish({ name: 'insight.sumsHealed', ids: {}, detail: { measure, cells } })
  return Object.fromEntries(rows.map(({ measure, cells }) => [measure, cells]))
}

/** What stands in the tables of these measures and this month. */
const kept = (table: 'fact_sum' | 'fact_bin') => `(select s.measure, s.place, s.dimension, s.member, t.* from fact_series s join ${table} t on t.org_id = $1 and t.series = s.id where s.org_id = $1 and s.measure = any ($6) and t.bucket >= $4 and t.bucket < $5) t`

/** Sums of values are compared up to rounding: they were added in another order. */
const differ = (column: string, least: number) => (least === 0 ? `coalesce(r.${column}, 0) <> coalesce(t.${column}, 0)` : `abs(coalesce(r.${column}, 0) - coalesce(t.${column}, 0)) > ${least} + 1e-9 * abs(coalesce(r.${column}, 0))`)
