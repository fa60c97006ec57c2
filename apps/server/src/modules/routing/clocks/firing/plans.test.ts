// Guards that looking for what is due costs what is due, not what there is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../../platform/db/testing.ts'
import { recountStatement } from '../keep/recount.ts'
import { takeDueStatement } from './fire-clocks.ts'

let database: OpenedTestDatabase
let org: number
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  await database.asOwner(`insert into customer (org_id, id, name) values ($1, gen_random_uuid(), 'Klient')`, [org])
  await database.asOwner(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, status, status_category, last_interaction_at, last_direction)
     select $1, gen_random_uuid(), n, 'Sprawa', (select id from customer where org_id = $1), 'email', s, s, now(), 'in' from generate_series(1, 20000) n cross join lateral (select case when n % 20 = 0 then 'open' else 'closed' end as s) x`, [org])
  // Ten are due, a thousand run, the others have stopped.
  await database.asOwner(
    `insert into sla_clock (org_id, id, ticket_id, kind, cycle, state, policy_id, policy_version, target_seconds, started_at, due_at, next_fire_at)
     select t.org_id, gen_random_uuid(), t.id, 'resolution', 1, case when t.number % 20 = 0 then 'running' else 'met' end, p.id, 1, 60, now(), now(), case when t.number % 20 = 0 then now() + (t.number / 200 - 2) * interval '1 hour' end
     from ticket t join sla_policy p on p.org_id = t.org_id where t.org_id = $1`, [org])
  await database.asOwner('analyze')
}, 60_000)
afterAll(() => database.close())

interface Node { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Node[] }
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
const planOf = (text: string, values: unknown[]) => database.db.write(org, async (tx) => {
  const [row] = await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json, timing off) ${text}`, values)
  return nodes(row!['QUERY PLAN'][0].Plan)
})
const touched = (plan: readonly Node[], table: string) => plan.filter((n) => n['Relation Name'] === table).reduce((sum, n) => sum + (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops'], 0)

test('what is due is found by its time', async () => {
  const plan = await planOf(takeDueStatement, [org, []])
  expect(plan.map((n) => n['Index Name'])).toContain('sla_clock_to_fire')
  expect(touched(plan, 'sla_clock')).toBeLessThan(100)
  expect(touched(plan, 'ticket')).toBeLessThan(100)
  expect(plan[0]!['Actual Rows']).toBeGreaterThan(0)
})

test('a chunk of open tickets to count anew is read along the key', async () => {
  const plan = await planOf(recountStatement, [org, '00000000-0000-0000-0000-000000000000', null])
  expect(plan.some((n) => n['Node Type'] === 'Seq Scan')).toBe(false)
  expect(touched(plan, 'ticket')).toBeLessThan(200 * 25)
})
