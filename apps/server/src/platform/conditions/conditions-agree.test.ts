// Guards the law of the conditions: the SQL and the predicate made of one group give the same answer for the same
// row, in a real PostgreSQL, for every operator of every type, over values as nasty as people and mails write them.
import { foldSql, foldText, limits, operatorShapes, toPredicate, toSql } from '@kontuar/conditions'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cloneDatabase } from '../postgres/testing.ts'
import { contexts, groups, ruleOf } from './groups.fixture.ts'
import { createTable, ids, insertRows, registry, rows as rowsOf, type Row } from './rows.fixture.ts'

const seed = Date.now() % 2_000_000_000
const rowCount = 150
const groupCount = 500
let client: pg.Client
let rows: Row[]

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await cloneDatabase()).ownerUrl })
  await client.connect()
  await client.query(createTable)
  rows = fc.sample(rowsOf, { numRuns: rowCount, seed }).map((row, id) => ({ ...row, id }))
  await client.query(insertRows, [JSON.stringify(rows)])
})
afterAll(() => client.end())

type Group = Parameters<typeof toSql>[0]
type Context = Parameters<typeof toPredicate>[2]

async function bySql(group: Group, context: Context): Promise<number[]> {
  const values: unknown[] = []
  const where = toSql(group, registry, { bind: (value) => `$${values.push(value)}`, context })
  return (await client.query<{ id: number }>(`select id from r where ${where} order by id`, values)).rows.map((r) => r.id)
}
const byPredicate = (group: Group, context: Context) => rows.filter(toPredicate(group, registry, context)).map((r) => r.id)

test(`random groups over random rows (seed ${seed})`, async () => {
  await fc.assert(fc.asyncProperty(groups, contexts, async (group, context) => {
    expect(await bySql(group, context)).toEqual(byPredicate(group, context))
  }), { numRuns: groupCount, seed })
}, 120_000)

describe('each operator of each field', () => {
  const cases = [...registry.values()].flatMap((field) => Object.keys(operatorShapes).map((operator) => ({ field, operator })))
    .flatMap(({ field, operator }) => (ruleOf(field, operator) ? [{ name: `${field.name} ${operator}`, rules: ruleOf(field, operator)! }] : []))

  test.each(cases)(`$name (seed ${seed})`, async ({ name, rules }) => {
    let hits = 0
    let asked = 0
    await fc.assert(fc.asyncProperty(rules, fc.boolean(), contexts, async (rule, not, context) => {
      const group: Group = { combinator: 'and', not, rules: [rule] }
      const found = await bySql(group, context)
      expect(found).toEqual(byPredicate(group, context))
      hits += not ? rowCount - found.length : found.length
      asked += rowCount
    }), { numRuns: 25, seed })
    // An answer that is always the same would prove nothing.
    if (!alwaysSame.test(name)) expect(hits > 0 && hits < asked, `${hits} of ${asked}`).toBe(true)
  })
})
/** A box is never empty. */
const alwaysSame = /^ticked (null|notNull)$/

test('a column of microseconds answers like a Date that lost them', async () => {
  const now = new Date('2026-03-29T01:30:00.123Z')
  const registry = new Map([['at', { name: 'at', type: 'instant', sql: 'at', read: (r: { at: Date }) => r.at } as const]])
  const { rows } = await client.query<{ at: Date; n: number }>(`select n, timestamptz '2026-03-29 01:30:00.123456Z' + n * interval '100 microseconds' as at from generate_series(-20, 20) n order by n`)
  for (const operator of ['=', '!=', '<', '<=', '>', '>=', 'withinLast', 'withinNext', 'olderThan', 'laterThan']) {
    const value = operator.includes('in') || operator.endsWith('Than') ? { amount: 0, unit: 'hours' } : now.toISOString()
    const group: Group = { combinator: 'and', rules: [{ field: 'at', operator, value }] }
    const context = { now, timeZone: 'Europe/Warsaw', me: null }
    const values: unknown[] = []
    const where = toSql(group, registry, { bind: (v) => `$${values.push(v)}`, context })
    const found = await client.query<{ n: number }>(`select n from (select n, timestamptz '2026-03-29 01:30:00.123456Z' + n * interval '100 microseconds' as at from generate_series(-20, 20) n) x where ${where} order by n`, values)
    expect(found.rows.map((r) => r.n), operator).toEqual(rows.filter(toPredicate(group, registry, context)).map((r) => r.n))
  }
})

test('every letter of the first planes is folded alike, alone and before a breve', async () => {
  const { rows } = await client.query<{ text: string; folded: string }>(
    `select text, ${foldSql('text')} as folded from generate_series(1, 69631) n, lateral (select case when n % 2 = 0 then chr(n) else chr(n) || U&'\\0306' end as text) x where n not between 55296 and 57343
     union all select chr(n), ${foldSql('chr(n)')} from generate_series(1, 12287, 2) n`)
  expect(rows.length).toBeGreaterThan(70_000)
  expect(rows.filter((r) => r.folded !== foldText(r.text))).toEqual([])
})

test('columns with indexes are looked up in them', async () => {
  await client.query(`create temp table big as select n as id, gen_random_uuid() as queue_id, timestamptz '2020-01-01' + n * interval '1 minute' as created_at, date '2020-01-01' + n as due_on from generate_series(1, 20000) n`)
  for (const column of ['queue_id', 'created_at', 'due_on']) await client.query(`create index on big (${column})`)
  await client.query('analyze big')
  const context = { now: new Date('2020-01-05T12:00:00Z'), timeZone: 'Europe/Warsaw', me: null }
  for (const [field, operator, value] of [['queue', '=', ids[0]], ['queue', 'in', [ids[0], ids[1]]], ['createdAt', '=', '2020-01-03'], ['createdAt', 'withinLast', { amount: 2, unit: 'hours' }], ['dueOn', 'withinNext', { amount: 3, unit: 'days' }]] as const) {
    const values: unknown[] = []
    const where = toSql({ combinator: 'and', rules: [{ field, operator, value }] }, registry, { bind: (v) => `$${values.push(v)}`, context })
    const plan = await client.query<{ 'QUERY PLAN': string }>(`explain select id from big where ${where}`, values)
    expect(plan.rows.map((r) => r['QUERY PLAN']).join('\n'), `${field} ${operator}`).toMatch(/Index/)
  }
})

test('the largest conditions that are allowed are taken by PostgreSQL', async () => {
  const rule = { field: 'subject', operator: 'contains', value: 'ż'.repeat(limits.textLength) }
  const group: Group = { combinator: 'or', rules: Array.from({ length: limits.nodes }, () => rule) }
  expect(await bySql(group, { now: new Date(), timeZone: 'Europe/Warsaw', me: null })).toEqual([])
})
