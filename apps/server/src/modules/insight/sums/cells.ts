// What one fact adds to the sums: one text, used by those who add, those who make all anew, and the nightly check, so that they cannot count
// differently. How a reader finds the cells again is in metrics/sources.
//
// A cell: a measure, a place ('' or a location), a dimension, its member, a grain and a bucket, the beginning of the hour, day or month in
// the zone of the organization. Hours are kept of few dimensions only: they are 720 times as many as months.
import type { Dimension } from '@kontuar/contracts'
import { dimensionColumns } from '../facts/measures.ts'
import { binSql, isBinnedSql } from './bins.ts'

/** Stands for "none of it": the sums over the members of a dimension are the sum over all. */
export const noMember = '~none'

/** Dimensions of which nothing is kept where there is none of it: most facts have neither. */
const sparse: readonly Dimension[] = ['survey', 'touchpoint']
const kept: readonly Dimension[] = ['channel', 'queue', 'reason', 'location', 'team', 'staff', 'language', 'newcomer', ...sparse]
export const hourly: readonly (Dimension | 'all')[] = ['all', 'channel', 'queue', 'location', 'team']
export const binned: readonly (Dimension | 'all')[] = ['all', 'channel', 'queue', 'location', 'team', 'staff', ...sparse]
/** Also kept for each location apart, by day and month. */
export const withinLocation: readonly Dimension[] = ['channel', 'queue']
export const isSparse = (dimension: Dimension): boolean => sparse.includes(dimension)

/** SQL of the member of fact `f` in a dimension; null where there is none to keep. */
const memberOf = (dimension: Dimension) => (isSparse(dimension) ? `f.${dimensionColumns[dimension]}::text` : `coalesce(f.${dimensionColumns[dimension]}::text, '${noMember}')`)

const rows = [
  `('', 'all', '', true, true)`,
  ...kept.map((d) => `('', '${d}', ${memberOf(d)}, ${hourly.includes(d)}, ${binned.includes(d)})`),
  ...withinLocation.map((d) => `(f.location_id::text, '${d}', ${memberOf(d)}, false, false)`),
]

/** Rows (place, dimension, member, hourly, binned) of fact `f`, to be joined laterally; a row with a null is none. */
const memberCells = `(values ${rows.join(', ')}) c (place, dimension, member, hourly, binned)`
const measured = `(select key as measure, value::float8 as value from jsonb_each_text(f.measures)) m`

/** Common table expressions over `fact`, the facts to add up: their cells by hour. @param zone SQL of the zone's name @param more further SQL after `where`, over `f` and `m` */
export const cellsOf = (zone: string, more = ''): string => `cell as (
       select m.measure, c.place, c.dimension, c.member, c.hourly, date_trunc('hour', f.at, ${zone}) as hour, sum(f.weight)::bigint as n, sum(f.weight * m.value) as total, sum(f.weight * m.value * m.value) as squares
       from fact f cross join lateral ${measured} cross join lateral ${memberCells}
       where c.place is not null and c.member is not null${more} group by 1, 2, 3, 4, 5, 6),
     day as (select measure, place, dimension, member, date_trunc('day', hour, ${zone}) as day, sum(n)::bigint as n, sum(total) as total, sum(squares) as squares from cell group by 1, 2, 3, 4, 5),
     sums (measure, place, dimension, grain, member, bucket, n, total, squares) as (
       select measure, place, dimension, 'h'::"char", member, hour, n, total, squares from cell where hourly
       union all select measure, place, dimension, 'd', member, day, n, total, squares from day
       union all select measure, place, dimension, 'm', member, date_trunc('month', day, ${zone}), sum(n)::bigint, sum(total), sum(squares) from day group by 1, 2, 3, 5, 6)`

/** The same of their histograms. */
export const binsOf = (zone: string, more = ''): string => `bin_day as (
       select m.measure, c.place, c.dimension, c.member, date_trunc('day', f.at, ${zone}) as day, ${binSql('m.measure', 'm.value')}::smallint as bin, sum(f.weight)::bigint as n
       from fact f cross join lateral ${measured} cross join lateral ${memberCells}
       where c.binned and c.place is not null and c.member is not null and ${isBinnedSql('m.measure')}${more} group by 1, 2, 3, 4, 5, 6),
     bin_any as (
       select measure, place, dimension, 'd'::"char" as grain, member, day as bucket, bin, n from bin_day
       union all select measure, place, dimension, 'm', member, date_trunc('month', day, ${zone}), bin, sum(n)::bigint from bin_day group by 1, 2, 3, 5, 6, 7),
     bins (measure, place, dimension, grain, member, bucket, bins, counts) as (
       select measure, place, dimension, grain, member, bucket, array_agg(bin order by bin), array_agg(n::integer order by bin) from bin_any where n <> 0 group by 1, 2, 3, 4, 5, 6)`

/** One at a time for each organization: who adds to the sums, makes them anew or compares them. $1: the organization. */
export const sumsLock = `hashtextextended($1::text || ' insight sums', 0)`
