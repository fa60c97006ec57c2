// Guards quick search: what finds a ticket and a customer, that each road has its index, and that nobody finds what they may not see.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { viewer } from '../../../platform/db/database.ts'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { customerSearchStatement, quickSearch } from './quick-search.ts'

let database: OpenedTestDatabase
let org: number
let agent: string
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  await database.asOwner(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n || ' Zwykły' || n from generate_series(1, 20000) n`, [org])
  await database.asOwner(`insert into identity (org_id, id, customer_id, kind, address, address_key) select org_id, gen_random_uuid(), id, 'email', 'a' || id || '@x.example', 'a' || id || '@x.example' from customer where org_id = $1`, [org])
  await database.asOwner(
    `with c as (insert into customer (org_id, id, name) values ($1, gen_random_uuid(), 'Żaneta Wójcik-Łęcka') returning id),
     i as (insert into identity (org_id, id, customer_id, kind, address, address_key) select $1, gen_random_uuid(), id, k.kind, k.key, k.key from c, (values ('email', 'zaneta@poczta.example'), ('phone', '+48600700800')) k (kind, key))
     insert into ticket (org_id, id, number, subject, customer_id, channel, last_interaction_at, last_direction, queue_id, updated_at)
     select $1, gen_random_uuid(), n, 'Sprawa ' || n, c.id, 'email', now(), 'in', (select id from queue where org_id = $1 and ready_made = case n when 1 then 'it' else 'sales' end), now() - n * interval '1 hour' from c, generate_series(1, 3) n`, [org])
  await database.asOwner(`insert into interaction (org_id, id, ticket_id, kind, direction, channel, at, text) select org_id, id, id, 'message', 'in', 'email', now(), 'nietypowe zamówienie' from ticket where org_id = $1 and number = 2`, [org])
  await database.asOwner(`insert into ticket_words (org_id, ticket_id, interaction_id, words) select org_id, id, id, to_tsvector('kontuar', 'nietypowe zamówienie') from ticket where org_id = $1 and number = 2`, [org])
  agent = (await database.asOwner<{ id: string }>(`insert into staff (org_id, id, user_id, name, email, role, access) values ($1, gen_random_uuid(), 'u', 'Ewa', 'ewa@salon.example', 'agent', 'granted') returning id`, [org]))[0]!.id
  await database.asOwner(`insert into staff_queue (org_id, staff_id, queue_id) select $1, $2, id from queue where org_id = $1 and ready_made = 'it'`, [org, agent])
  await database.asOwner('analyze')
}, 60_000)
afterAll(() => database.close())

const search = (q: string, restricted = false) => {
  const ask = () => quickSearch(database.db, org, q, { limit: 8, restricted })
  return restricted ? viewer.run(agent, ask) : ask()
}
const numbersOf = (found: { tickets: { number: number }[] }) => found.tickets.map((t) => t.number)

describe('a search', () => {
  test.each([
    ['a number', '2', [2]], ['a number with its sign', '#3', [3]],
    ['the beginning of a first name, without its marks', 'zan', [1, 2, 3]], ['the beginning of a last name', 'wojcik', [1, 2, 3]], ['both names', 'Żaneta Wój', [1, 2, 3]],
    ['the beginning of an address', 'zaneta@po', [1, 2, 3]], ['a phone as people write it', '600 700', [1, 2, 3]], ['a phone with its country', '+48 600', [1, 2, 3]],
    ['words, the last one only begun', 'nietypowe zamow', [2]],
  ])('by %s finds the tickets, newest first', async (_what, q, numbers) => expect(numbersOf(await search(q))).toEqual(numbers))

  test('finds the customer with an address to write to', async () => {
    expect((await search('zaneta')).customers).toMatchObject([{ name: 'Żaneta Wójcik-Łęcka', address: expect.any(String) }])
  })

  test.each([['%'], ['_'], ["'; drop table ticket; --"], ['\\'], ['\0'], ['&|!'], ['x'.repeat(200)], ['   '], ['٣'], ['@']])('for %j finds nothing and breaks nothing', async (q) => {
    expect((await search(q)).tickets).toEqual([])
  })
})

test('a person who sees one queue finds its tickets and their customers alone', async () => {
  expect(numbersOf(await search('zaneta', true))).toEqual([1])
  expect(numbersOf(await search('2', true))).toEqual([])
  expect(await search('nietypowe', true)).toEqual({ tickets: [], customers: [] })
  expect((await search('klient 77', true)).customers).toEqual([])
})

test('another organization finds nothing of it', async () => {
  const other = await database.newOrganization()
  for (const q of ['zaneta', '2', '600 700', 'nietypowe']) expect(await quickSearch(database.db, other, q, { limit: 8, restricted: false })).toEqual({ tickets: [], customers: [] })
})

interface Node { 'Node Type': string; 'Relation Name'?: string; Plans?: Node[] }
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
test.each([['zan'], ['klient 77'], ['zaneta@po'], ['600 700 800'], ['+4860']])('the customers for %j come from indexes', async (q) => {
  const statement = customerSearchStatement(org, q, false)!
  const plan = await database.db.read(org, async (tx) => (await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (format json) ${statement.text}`, statement.values))[0]!['QUERY PLAN'][0].Plan)
  expect(nodes(plan).filter((n) => n['Node Type'] === 'Seq Scan').map((n) => n['Relation Name'])).toEqual([])
})
