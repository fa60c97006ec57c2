// Guards the roads: a figure reads the buckets of its period by the key of the sums, however many facts, places and years there are besides, and
// rows are found by time. Looked at as the program's own role, for row-level security changes what an index may do.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { readyMadeMetrics } from '../catalogue/ready-made.ts'
import { buildFact, putFacts } from '../sums/testing.ts'
import { everybody } from './asker.ts'
import { fieldsOf, partsOf } from './narrow.ts'
import { readPeriod } from './read-period.ts'
import { rowsStatement } from './rows/rows-statement.ts'
import { cellsOfAsk } from './sources/cells-of-ask.ts'
import { askOf, isQuantile } from './sources/read-parts.ts'
import { startReading } from './sources/reading.ts'
import type { Layout } from './sources/ask.ts'
import { cellsStatement } from './sources/statements.ts'
import { takeCut } from './take-cut.ts'
import { takeWhere } from './where/take-where.ts'

let database: OpenedTestDatabase
let org: number
let locations: string[]
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  const other = await database.newOrganization()
  locations = (await database.asOwner<{ id: string }>(`select gen_random_uuid() as id from generate_series(1, 40)`)).map((r) => r.id)
  const sums = async (dimension: string, place: string, members: string, grain: string, buckets: string) => {
    await database.asOwner(`insert into fact_series (org_id, measure, place, dimension, member) select o, measure, ${place}, '${dimension}', m from unnest($1::int[]) o, unnest(array['contact-in', 'csat-satisfied']) measure, ${members} m on conflict do nothing`, [[org, other]])
    await database.asOwner(`insert into fact_sum (org_id, series, grain, bucket, n, total, squares) select s.org_id, s.id, '${grain}', b, 1, 1, 1 from fact_series s, ${buckets} b where s.dimension = '${dimension}'`)
  }
  const places = `unnest('{${locations.join(',')}}'::text[])`
  const [months, days, hours] = [`generate_series('2029-01-01'::timestamptz, '2030-12-01', interval '1 month')`, `generate_series('2029-01-01'::timestamptz, '2030-12-31', interval '1 day')`, `generate_series('2030-06-01'::timestamptz, '2030-12-31', interval '1 hour')`]
  for (const [dimension, members] of [['all', `unnest(array[''])`], ['location', places], ['channel', `unnest(array['email', 'phone', 'chat'])`]] as const) {
    await sums(dimension, `''`, members, 'm', months)
    await sums(dimension, `''`, members, 'd', days)
  }
  await sums('all', `''`, `unnest(array[''])`, 'h', hours)
  await database.asOwner(`insert into fact_series (org_id, measure, place, dimension, member) select o, measure, '', 'all', '' from unnest($1::int[]) o, unnest(array['first-response', 'resolution']) measure`, [[org, other]])
  await database.asOwner(`insert into fact_bin (org_id, series, grain, bucket, bins, counts) select s.org_id, s.id, 'd', b, '100,101', '5,6' from fact_series s, ${days} b where s.measure in ('first-response', 'resolution')`)
  await database.asOwner(
    `insert into fact (org_id, id, kind, at, weight, subject_id, measures, channel) select o, gen_random_uuid(), (array['entry', 'complaint', 'answer', 'ticket-opened'])[n % 4 + 1], '2030-01-01'::timestamptz + n * interval '10 minutes', 1, gen_random_uuid(), '{"contact-in": 1}', 'email' from unnest($1::int[]) o, generate_series(1, 20000) n`, [[org, other]])
  await database.db.write(org, (tx) => putFacts(tx, Array.from({ length: 40 }, () => buildFact({ kind: 'entry', at: Date.UTC(2030, 11, 30), measures: { 'contact-in': 1 } }))))
  await database.asOwner('vacuum analyze fact_series, fact_sum, fact_bin, fact, fact_waiting')
}, 60_000)
afterAll(() => database.close())

interface Node { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Node[] }
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
/** Rows of a table that were looked at, and by which indexes. */
async function looked(text: string, values: unknown[]) {
  const plan = await database.db.report(org, async (tx) => flat((await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json) ${text}`, values))[0]!['QUERY PLAN'][0].Plan))
  const of = (table: string) => plan.filter((n) => n['Relation Name'] === table && n['Node Type'] !== 'Bitmap Index Scan')
  const rows = (table: string) => of(table).reduce((sum, n) => sum + (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0) + (n['Rows Removed by Index Recheck'] ?? 0)) * n['Actual Loops'], 0)
  const indexes = [...new Set(plan.flatMap((n) => n['Index Name'] ?? []))].sort()
  return { rows, indexes, scans: plan.filter((n) => n['Node Type'] === 'Seq Scan' && ['fact', 'fact_sum', 'fact_bin'].includes(n['Relation Name'] ?? '')) }
}

const at = (field: string, value: unknown) => ({ combinator: 'and', rules: [{ field, operator: '=', value }] })

async function statementOf(name: string, from: string, to: string, { by, where, layout = 'none' as Layout }: { by?: string; where?: object; layout?: Layout } = {}) {
  return database.db.report(org, async (tx) => {
    const reading = await startReading(tx, everybody)
    const metric = readyMadeMetrics.find((m) => m.name === name)!
    const [part] = partsOf(metric, takeWhere(where, fieldsOf(metric, reading.words)), everybody, reading.words)
    const ask = askOf(metric, part, readPeriod({ from, to }, reading.zone), by === undefined ? null : takeCut(by, reading.words), layout)
    return cellsStatement(reading, ask, cellsOfAsk(ask, isQuantile(metric))!, isQuantile(metric) ? 'bins' : 'sums')
  })
}

describe('a figure reads no more than the buckets of its period', () => {
  test.each<[string, string, string, string, Parameters<typeof statementOf>[3], number]>([
    ['thirty days', 'contacts-in', '2030-11-15', '2030-12-15', {}, 40], ['two years', 'contacts-in', '2029-01-01', '2031-01-01', {}, 40], ['two years and some days', 'contacts-in', '2029-01-10', '2030-12-20', {}, 70], ['one place over thirty days', 'contacts-in', '2030-11-15', '2030-12-15', { where: {} }, 40],
    ['two years by place', 'csat', '2029-01-01', '2031-01-01', { by: 'location' }, 1000], ['thirty days by place', 'csat', '2030-11-15', '2030-12-15', { by: 'location' }, 1300], ['two years by day', 'contacts-in', '2029-01-01', '2031-01-01', { layout: 'day' }, 740],
    ['a week by hour', 'contacts-in', '2030-12-01', '2030-12-08', { layout: 'hour' }, 180], ['thirty days by weekday and hour', 'contacts-in', '2030-11-15', '2030-12-15', { layout: 'heat' }, 730], ['a percentile over thirty days', 'first-response-median', '2030-11-15', '2030-12-15', {}, 40],
  ])('%s', async (what, name, from, to, asked, most) => {
    const { text, values } = await statementOf(name, from, to, what.startsWith('one place') ? { where: at('location', locations[3]) } : asked)
    const found = await looked(text, values)
    expect(found.scans).toEqual([])
    expect(found.indexes).toContain(isQuantile(readyMadeMetrics.find((m) => m.name === name)!) ? 'fact_bin_pkey' : 'fact_sum_pkey')
    expect(found.indexes.filter((index) => !index.startsWith('fact_series'))).toHaveLength(1)
    expect(found.rows('fact_sum') + found.rows('fact_bin')).toBeLessThanOrEqual(most)
    expect(found.rows('fact_sum') + found.rows('fact_bin')).toBeGreaterThan(0)
  })

  test('and at edges within an hour only the facts of these minutes', async () => {
    const { text, values } = await statementOf('contacts-in', '2030-03-10T10:20:00Z', '2030-03-12T15:40:00Z')
    const found = await looked(text, values)
    expect(found.scans).toEqual([])
    expect(found.indexes.filter((index) => !index.startsWith('fact_series'))).toEqual(['fact_by_time', 'fact_sum_pkey'])
    expect(found.rows('fact')).toBeLessThanOrEqual(10)
  })
})

test('a page of rows is found by time', async () => {
  const { text, values } = await database.db.report(org, async (tx) => {
    const reading = await startReading(tx, everybody)
    const metric = readyMadeMetrics.find((m) => m.name === 'contacts-in')!
    return rowsStatement(reading, metric, { parts: partsOf(metric, null, everybody, reading.words), period: readPeriod({ from: '2030-01-01', to: '2031-01-01' }, reading.zone), counted: undefined, after: null, limit: 50 })
  })
  const found = await looked(text, values)
  expect(found.scans).toEqual([])
  expect(found.indexes).toContain('fact_by_time')
  expect(found.rows('fact')).toBeLessThan(300)
})
