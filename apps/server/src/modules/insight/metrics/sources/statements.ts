// The statements behind every number. Their text depends on the form of the question alone, so equal forms share a prepared statement.
import { toSql } from '@kontuar/conditions'
import type { Dimension } from '@kontuar/contracts'
import { shapeName } from '../../../../platform/db/shape-name.ts'
import { dimensionColumns, measures } from '../../facts/measures.ts'
import { binSql, isBinnedSql } from '../../sums/bins.ts'
import { noMember } from '../../sums/cells.ts'
import type { Ask, Layout } from './ask.ts'
import type { Cells } from './cells-of-ask.ts'
import type { Membership } from '../where/members.ts'
import type { Reading } from './reading.ts'
import { segmentsOf } from './segments.ts'
import type { Period } from '../time.ts'

export interface Statement { text: string; values: unknown[]; name: string | undefined }
export type What = 'sums' | 'bins'
type Bind = (value: unknown) => string
const unionAll = '\n     union all\n     '

/** Facts one by one. */
export function factsStatement(reading: Reading, ask: Ask, what: What): Statement {
  const values: unknown[] = [reading.tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  return named(`facts-${what}`, summed(factRows(ask, what, { from: ask.from, to: ask.to }, once(() => bind(reading.zone)), conditions(reading, ask, bind), bind), what), values)
}

/** As an index can serve them: members are compared as texts, conditions as what they are. */
function conditions({ now, zone, asker }: Reading, { narrowed: { group, fields } }: Ask, bind: Bind): string {
  return group === null ? '' : ` and (${toSql(group, fields, { bind, context: { now, timeZone: zone, me: asker.staffId } })})`
}

/** Sums, and facts at the ends of the period that fill no bucket (`edges`), waiting or not. */
export function cellsStatement(reading: Reading, ask: Ask, cells: Cells, what: What): Statement & { edges: readonly Period[] } {
  const values: unknown[] = [reading.tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const { buckets, edges } = segmentsOf(ask, ask.layout, cells.grains, reading.zone)
  const zone = once(() => bind(reading.zone))
  const key = cells.keyed === 'none' ? `''` : cells.keyed
  const series = (name: string, keyed: string, sign: 1 | -1, place: string) => `${name} as materialized (select id, measure, ${keyed} as member, ${sign} as sign from fact_series where org_id = $1 and measure = any (${names()}) and dimension = '${cells.dimension}'${place}${members()})`
  const names = once(() => bind(ask.measures))
  const members = once(() => (cells.members === null ? '' : ` and ${memberTest('member', cells.members, bind)}`))
  const inPlace = once(() => (cells.places === '' ? ` and place = ''` : cells.places === 'each' ? ` and place <> ''` : ` and place = any (${bind(cells.places)})`))
  const asked = buckets.length === 0 ? [] : [series('here', key, 1, inPlace())]
  // At no location is what is left of all.
  if (asked.length > 0 && cells.places === 'each') asked.push(series('everywhere', `'${noMember}'`, 1, ` and place = ''`), series('elsewhere', `'${noMember}'`, -1, inPlace()))
  const rows = buckets.flatMap(({ grain, from, to }) => ['here', 'everywhere', 'elsewhere'].slice(0, asked.length).map((name) => {
    const span = `${from === -Infinity ? '' : ` and t.bucket >= ${bind(at(from))}`} and t.bucket < ${bind(at(to))}`
    const [table, kept, given] = what === 'bins' ? ['fact_bin', 't.bins, t.counts', 't.bins, t.counts'] : ['fact_sum', 't.n, t.total, t.squares', 's.sign * t.n as n, s.sign * t.total as total, s.sign * t.squares as squares']
    // Series by series (offset 0): joined, the planner would read the buckets of all others where its figures are old.
    return `select s.measure, s.member, t.at, ${given} from ${name} s
      cross join lateral (select ${bucketAt(ask.layout, 't.bucket', zone)} as at, ${kept} from ${table} t where t.org_id = $1 and t.series = s.id and t.grain = '${grain}'${span} offset 0) t`
  }))
  // Bound only where it is used: PostgreSQL refuses values that no place in the text takes.
  const where = edges.length === 0 ? '' : conditions(reading, ask, bind)
  const atEdges = edges.map((edge) => factRows(ask, what, edge, zone, where, bind))
  const some = (parts: readonly string[], put: (rows: string) => string) => (parts.length === 0 ? [] : [put(parts.join(unionAll))])
  const put = (parts: string) => summed(parts, what)
  const text = (what === 'sums' ? some([...rows, ...atEdges], put) : [...some(rows, strung), ...some(atEdges, put)]).join(unionAll)
  return { ...named(`sums-${what}`, asked.length === 0 ? text : `with ${asked.join(',\n     ')}\n     ${text}`, values), edges }
}

/** A value that is bound when it is first needed: PostgreSQL wants to know the type of each. */
function once(make: () => string): () => string {
  let made: string | null = null
  return () => (made ??= make())
}

const named = (kind: string, text: string, values: unknown[]): Statement => ({ text, values, name: shapeName(kind, text) })
const at = (epoch: number) => new Date(epoch).toISOString()
const memberTest = (member: string, { ids, except }: Membership, bind: Bind) => `${member} ${except ? '<> all' : '= any'} (${bind([...ids])})`
const memberSql = (dimension: Dimension) => `coalesce(f.${dimensionColumns[dimension]}::text, '${noMember}')`

/**
 * Histograms one behind the other, a bin as often as it comes; whoever reads them adds them up. Added up here, medians of five hundred people over
 * a month took five times as long.
 */
const strung = (rows: string) => `select measure, member, at, string_agg(bins, ',') as bins, string_agg(counts, ',') as counts from (${rows}) r where bins <> '' group by 1, 2, 3`

function summed(rows: string, what: What): string {
  return what === 'bins'
    // As one text: a row a bin took the driver five times as long as reading them took the database.
    ? `select measure, member, at, string_agg(bin::text, ',') as bins, string_agg(n::text, ',') as counts from (select measure, member, at, bin, sum(n)::bigint as n from (${rows}) r group by 1, 2, 3, 4 having sum(n) <> 0) b group by 1, 2, 3`
    : `select measure, member, at, sum(n)::bigint as n, sum(total) as total, sum(squares) as squares from (${rows}) r group by 1, 2, 3 having sum(n) <> 0 or sum(total) <> 0`
}

function factRows(ask: Ask, what: What, { from, to }: Period, zone: () => string, where: string, bind: Bind): string {
  const kinds = bind([...new Set(ask.measures.map((name) => measures[name].kind))])
  const span = `${from === -Infinity ? '' : ` and f.at >= ${bind(at(from))}`} and f.at < ${bind(at(to))}`
  const counted = what === 'bins' ? `${binSql('m.measure', 'm.value')} as bin, f.weight::bigint as n` : 'f.weight::bigint as n, f.weight * m.value as total, f.weight * m.value * m.value as squares'
  return `select m.measure, ${cutSql(ask, bind)} as member, ${truncated(ask.layout, zone)} as at, ${counted}
      from fact f cross join lateral (select name as measure, (f.measures ->> name)::float8 as value from unnest(${bind(ask.measures)}::text[]) name) m
      where f.org_id = $1 and f.kind = any (${kinds})${span}${where} and m.value is not null${what === 'bins' ? ` and ${isBinnedSql('m.measure')}` : ''}`
}

function cutSql({ cut }: Ask, bind: Bind): string {
  if (cut === null) return `''`
  return 'field' in cut ? `coalesce(f.segments ->> ${bind(cut.field)}, '${noMember}')` : memberSql(cut.dimension)
}

const milliseconds = (instant: string) => `(extract(epoch from ${instant}) * 1000)::float8`
const heatOf = (instant: string, zone: string) => `(extract(isodow from ${instant} at time zone ${zone}::text) * 24 + extract(hour from ${instant} at time zone ${zone}::text))::float8`

function bucketAt(layout: Layout, bucket: string, zone: () => string): string {
  return layout === 'none' ? '0::float8' : layout === 'heat' ? heatOf(bucket, zone()) : milliseconds(bucket)
}

function truncated(layout: Layout, zone: () => string): string {
  if (layout === 'none') return '0::float8'
  // A month laid out by day costs little more, and its first and last day may be cut.
  return layout === 'heat' ? heatOf('f.at', zone()) : milliseconds(`date_trunc('${layout === 'hour' ? 'hour' : 'day'}', f.at, ${zone()})`)
}
