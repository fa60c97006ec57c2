// What one fact adds to the sums: one text, used by those who add, those who make all anew, and the nightly check, so that they cannot count
// differently. How a reader finds the cells again is in metrics/sources.
//
// A cell: a measure, a place ('' or a location), a dimension, its member, a grain and a bucket, the beginning of the hour, day or month in
// the zone of the organization. Hours are kept of few dimensions only: they are 720 times as many as months.
//
// Grouping sets, not a row for each cell: a fact has fifteen cells a measure, and making these rows only to add them up took five times as long
// (a month of 40,000 facts on a busy machine: 36 s against 7).
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
/** By month alone: days of every reason at every location would be as many cells as all others together. */
export const monthlyWithinLocation: readonly Dimension[] = ['reason']
export const isSparse = (dimension: Dimension): boolean => sparse.includes(dimension)

const column = (dimension: Dimension) => dimensionColumns[dimension]
const columns = kept.map(column)

/** One grouping: what is added up together. */
interface Grouping { place: 'nowhere' | 'location'; dimension: Dimension | 'all'; time: 'hour' | 'day' | 'month' }
const all = ['all', ...kept] as const
const within: readonly Grouping[] = [...withinLocation.map((dimension): Grouping => ({ place: 'location', dimension, time: 'day' })), ...monthlyWithinLocation.map((dimension): Grouping => ({ place: 'location', dimension, time: 'month' }))]
const sumGroupings: readonly Grouping[] = [...hourly.map((dimension): Grouping => ({ place: 'nowhere', dimension, time: 'hour' })), ...all.map((dimension): Grouping => ({ place: 'nowhere', dimension, time: 'day' })), ...within]
const binGroupings: readonly Grouping[] = binned.map((dimension) => ({ place: 'nowhere', dimension, time: 'day' }))

const groupedBy = ({ place, dimension, time }: Grouping): string[] => [time, ...(place === 'location' ? ['location_id'] : []), ...(dimension === 'all' ? [] : [column(dimension)])]
/** Columns by which any of them groups. SQL's grouping() tells them apart: a bit for each of these, set where a row is not grouped by it. */
const columnsOf = (groupings: readonly Grouping[]): string[] => [...new Set(groupings.flatMap(groupedBy))]
const maskOf = (grouping: Grouping, told: readonly string[]): number => told.reduce((mask, name) => mask * 2 + (groupedBy(grouping).includes(name) ? 0 : 1), 0)

const grouped = (groupings: readonly Grouping[]) => `${columnsOf(groupings).join(', ')}, grouping(${columnsOf(groupings).join(', ')}) as g`
const sets = (groupings: readonly Grouping[], more = '') => `grouping sets (${groupings.map((g) => `(measure${more}, ${groupedBy(g).join(', ')})`).join(', ')})`
/** Compared byte by byte, as the tables are: sorting by a language's order took half of all. */
const choose = (groupings: readonly Grouping[], value: (grouping: Grouping) => string) => `(case g ${groupings.map((grouping) => `when ${maskOf(grouping, columnsOf(groupings))} then ${value(grouping)}`).join(' ')} end) collate "C"`
const memberOf = ({ dimension }: Grouping) => (dimension === 'all' ? `''` : `${isSparse(dimension) ? `${column(dimension)}::text` : `coalesce(${column(dimension)}::text, '${noMember}')`}`)
const placeOf = ({ place }: Grouping) => (place === 'nowhere' ? `''` : 'location_id::text')
const dimensionOf = ({ dimension }: Grouping) => `'${dimension}'`
/** SQL of the cell of a grouped row; a null in it: none is kept. */
const cellOf = (groupings: readonly Grouping[]) => `${choose(groupings, placeOf)} as place, ${choose(groupings, dimensionOf)} as dimension, ${choose(groupings, memberOf)} as member`

/**
 * Common table expressions over `fact`, the facts to add up: `sums` and `bins`, as the tables have them.
 * @param zone SQL of the zone's name
 */
export const cellsOf = (zone: string): string => `measured as materialized (
       select f.weight, m.key collate "C" as measure, m.value::float8 as value, date_trunc('hour', f.at, ${zone}) as hour, date_trunc('day', f.at, ${zone}) as day, date_trunc('month', f.at, ${zone}) as month, ${columns.map((name) => `f.${name}`).join(', ')}
       from fact f cross join lateral jsonb_each_text(f.measures) m),
     grouped as (
       select measure, ${grouped(sumGroupings)}, sum(weight)::bigint as n, sum(weight * value) as total, sum(weight * value * value) as squares
       from measured group by ${sets(sumGroupings)}),
     cell as (select measure, ${cellOf(sumGroupings)}, hour, day, month, n, total, squares from grouped),
     sums (measure, place, dimension, grain, member, bucket, n, total, squares) as (
       select measure, place, dimension, case when hour is not null then 'h' when day is not null then 'd' else 'm' end::"char", member, coalesce(hour, day, month), n, total, squares from cell where place is not null and member is not null
       union all
       select measure, place, dimension, 'm', member, date_trunc('month', day, ${zone}), sum(n)::bigint, sum(total), sum(squares) from cell where day is not null and place is not null and member is not null group by 1, 2, 3, 5, 6),
     binned as (
       select measure, bin, ${grouped(binGroupings)}, sum(weight)::bigint as n
       from (select *, ${binSql('measure', 'value')}::smallint as bin from measured where ${isBinnedSql('measure')}) b group by ${sets(binGroupings, ', bin')}),
     bin_cell as (select measure, ${cellOf(binGroupings)}, bin, day, n from binned),
     bin_any as (
       select measure, place, dimension, 'd'::"char" as grain, member, day as bucket, bin, n from bin_cell where member is not null
       union all
       select measure, place, dimension, 'm', member, date_trunc('month', day, ${zone}), bin, sum(n)::bigint from bin_cell where member is not null group by 1, 2, 3, 5, 6, 7),
     bins (measure, place, dimension, grain, member, bucket, bins, counts) as (
       select measure, place, dimension, grain, member, bucket, string_agg(bin::text, ',' order by bin) collate "C", string_agg(n::text, ',' order by bin) collate "C" from bin_any where n <> 0 group by 1, 2, 3, 4, 5, 6)`

/**
 * Common table expressions after `keys` (measure, place, dimension, member): `series`, their numbers; those that are new get one. Whoever uses it
 * holds `sumsLock`. $1: the organization.
 */
export const numbered = `made as (
       insert into fact_series (org_id, measure, place, dimension, member)
       select $1, measure, place, dimension, member from keys k where not exists (select from fact_series s where s.org_id = $1 and s.measure = k.measure and s.dimension = k.dimension and s.place = k.place and s.member = k.member)
       returning id, measure, place, dimension, member),
     series as materialized (
       select s.id, k.* from keys k join fact_series s on s.org_id = $1 and s.measure = k.measure and s.dimension = k.dimension and s.place = k.place and s.member = k.member
       union all select id, measure, place, dimension, member from made)`

/**
 * Before the sums are written, for this transaction: nobody can guess how many cells there will be, and joined by merging, all members of a dimension
 * are compared with each other (a month of 80,000 facts: 20 s against 12).
 */
export const joinByHash = 'set local enable_mergejoin = off'

/** One at a time for each organization: who adds to the sums, makes them anew or compares them. $1: the organization. */
export const sumsLock = `hashtextextended($1::text || ' insight sums', 0)`
