// Guards that trying a rule in an organization of any size reads no more than the tickets of its last days.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { tryRule, tryStatement } from './try-rule.ts'

const [size, recent] = [30_000, 6_000]
let database: OpenedTestDatabase
let org: number
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  await database.asOwner(`insert into customer (org_id, id, name) values ($1, gen_random_uuid(), 'Anna')`, [org])
  // The newest 6,000 came within 30 days, one every seven minutes.
  await database.asOwner(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, last_interaction_at, last_direction, created_at, updated_at)
     select $1, gen_random_uuid(), n, 'Sprawa ' || n, (select id from customer where org_id = $1), 'email', 'new', 'new', now(), 'in', now() - (n * interval '7.19 minutes'), now() from generate_series(1, ${size}) n`, [org])
  await database.asOwner(
    `insert into interaction (org_id, id, ticket_id, kind, direction, channel, at, subject, text, from_address)
     select t.org_id, gen_random_uuid(), t.id, 'message', case when m = 1 then 'in' else 'out' end, 'email', t.created_at + m * interval '1 minute', t.subject, repeat('słowo ', 50), 'anna@klient.example' from ticket t, generate_series(1, 3) m where t.org_id = $1`, [org])
  await database.asOwner('analyze')
}, 60_000)
afterAll(() => database.close())

interface Node { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Node[] }
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]

test('one begun in the last days alone is read, its first message by the index of its ticket', async () => {
  const { text, values } = tryStatement(org, { combinator: 'and', rules: [{ field: 'text', operator: 'contains', value: 'slowo' }] }, new Date(Date.now() - 30 * 86_400_000))
  const plan = await database.db.read(org, async (tx) => (await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json, timing off) ${text}`, values))[0]!['QUERY PLAN'][0].Plan)
  const touched = (relation: string) => nodes(plan).filter((n) => n['Relation Name'] === relation).reduce((sum, n) => sum + (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops'], 0)
  expect(nodes(plan).filter((n) => n['Node Type'] === 'Seq Scan').map((n) => n['Relation Name'])).not.toContain('ticket')
  expect(nodes(plan).filter((n) => n['Node Type'] === 'Seq Scan').map((n) => n['Relation Name'])).not.toContain('interaction')
  expect(touched('ticket')).toBeLessThan(recent * 1.1)
  expect(touched('interaction')).toBeLessThan(recent * 1.1)
})

test('the answer counts all of them and shows ten', async () => {
  const answer = await database.db.read(org, (tx) => tryRule(tx, { combinator: 'and', rules: [{ field: 'subject', operator: 'endsWith', value: '7' }] }))
  expect(answer.tickets).toBeGreaterThan(recent - 10)
  expect(answer.matched / answer.tickets).toBeCloseTo(0.1, 2)
  expect(answer.examples.map((e) => e.number)).toEqual([7, 17, 27, 37, 47, 57, 67, 77, 87, 97])
})
