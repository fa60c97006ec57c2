// Guards that what is asked for each ticket does not grow with the tickets there are: everything is found by its key, its customer or its person.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../../platform/db/testing.ts'
import { selectStays } from './derive-at-work.ts'
import { selectNetFacts } from './net-facts.ts'
import { selectCompany } from './read-company.ts'

let database: OpenedTestDatabase
let org: number
const asOwner = (text: string, values: unknown[] = []) => database.asOwner(text, [org, ...values])
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  await asOwner(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'K' || n from generate_series(1, 2000) n`)
  await asOwner(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, closed_at, created_at, last_interaction_at, last_direction)
     select $1, gen_random_uuid(), c.n + k * 10000, 'x', c.id, 'email', 'closed', 'closed', now(), now() - c.n * interval '1 minute', now(), 'in' from generate_series(1, 5) k cross join (select id, row_number() over () as n from customer where org_id = $1) c`)
  await asOwner(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at) select $1, gen_random_uuid(), id, customer_id, 'message', 'in', 'email', created_at from ticket where org_id = $1`)
  await asOwner(`insert into fact (org_id, id, kind, at, weight, subject_id, measures) select $1, gen_random_uuid(), 'ticket-opened', created_at, 1, id, '{"opened": 1}' from ticket where org_id = $1`)
  await asOwner(`insert into presence_stay (org_id, staff_id, state, since, until) select $1, gen_random_uuid(), 'available', now() - n * interval '1 hour', now() from generate_series(1, 3000) n`)
  await database.asOwner('analyze ticket, interaction, fact, customer, presence_stay, answer, reason')
})
afterAll(() => database.close())

interface Node { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; 'Actual Rows'?: number; Plans?: Node[] }
const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
const planOf = (text: string, values: unknown[]) => database.db.read(org, async (tx) => flat((await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${text}`, [org, ...values]))[0]!['QUERY PLAN'][0].Plan))
const sample = async (table: string) => (await asOwner(`select id from ${table} where org_id = $1 order by id limit 20`) as { id: string }[]).map((r) => r.id)

test.each<[string, string, () => Promise<unknown[]>]>([
  ['the company of tickets', selectCompany, async () => [JSON.stringify((await sample('ticket')).map((id) => ({ id, reason: null, closed: '2030-01-01T00:00:00Z', ends: '2030-01-08T00:00:00Z' })))]],
  ['facts of subjects', selectNetFacts, async () => [await sample('ticket')]],
  ['time at work', selectStays, async () => [await sample('presence_stay')]],
])('%s is found by keys and indexes alone', async (_what, text, values) => {
  const plan = await planOf(text, await values())
  const big = plan.filter((n) => ['ticket', 'interaction', 'fact', 'presence_stay', 'customer'].includes(n['Relation Name'] ?? ''))
  expect(big.length).toBeGreaterThan(0)
  expect(plan.some((n) => n['Index Name'] === 'interaction_timed')).toBe(text === selectStays)
  expect(big.filter((n) => n['Node Type'] === 'Seq Scan').map((n) => n['Relation Name'])).toEqual([])
  expect(plan.flatMap((n) => n['Index Name'] ?? []).filter((name) => /by_(time|creation|update)$/.test(name))).toEqual([])
})
