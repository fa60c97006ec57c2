// Guards the lists: every page of every filter comes from an index in the order asked, and paging neither
// loses nor repeats a ticket.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TicketQuery } from '@kontuar/contracts'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { buildMailbox } from '../testing.ts'
import { listTickets, ticketListStatement } from './list-tickets.ts'
import { toPrefixQuery } from './search-tickets.ts'

const size = 20_000
let database: OpenedTestDatabase
let org: number
let staffId: string
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  await database.db.write(org, (tx) => buildMailbox(tx))
  await database.asOwner(`insert into staff (org_id, id, user_id, name, email, role) values ($1, gen_random_uuid(), 'u', 'Ewa', 'ewa@salon.example', 'agent')`, [org])
  staffId = (await database.asOwner<{ id: string }>('select id from staff where org_id = $1', [org]))[0]!.id
  await database.asOwner(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n from generate_series(1, 2000) n`, [org])
  // Every tenth ticket shares its time with its neighbours, so that the id has to break ties.
  await database.asOwner(
    `insert into ticket (org_id, id, number, subject, customer_id, assignee_id, channel, status, status_category, priority, last_interaction_at, last_direction, created_at, updated_at, closed_at)
     select $1, gen_random_uuid(), n, 'Sprawa ' || n, c.id, case when n % 50 = 0 then $2::uuid end, 'mail', s.s, s.s, case when n % 9 = 0 then 'high' else 'normal' end, now(), 'in',
       now() - n / 10 * interval '1 minute', now() - n / 10 * interval '1 minute', case when s.s = 'closed' then now() end
     from generate_series(1, ${size}) n
     join (select id, row_number() over () as row from customer where org_id = $1) c on c.row = n % 2000 + 1
     join lateral (select (array['closed','closed','closed','closed','closed','closed','closed','new','open','waiting'])[n % 10 + 1] as s) s on true`, [org, staffId])
  await database.asOwner('analyze')
}, 60_000)
afterAll(() => database.close())

const planOf = (query: TicketQuery) => database.db.read(org, async (tx) => {
  const statement = await ticketListStatement(tx, query, staffId)
  const [row] = await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json, timing off) ${statement!.text}`, statement!.values)
  return row!['QUERY PLAN'][0].Plan
})
interface Node { 'Node Type': string; 'Relation Name'?: string; 'Index Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Node[] }
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
/** Rows of `ticket` touched, whether kept or thrown away. */
const touched = (plan: Node) => nodes(plan).filter((n) => n['Relation Name'] === 'ticket').reduce((sum, n) => sum + (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops'], 0)

describe('the plan of a page of 50', () => {
  test.each<[string, TicketQuery]>([
    ['everything', {}], ['active', { statusCategory: 'active' }], ['closed', { statusCategory: 'closed' }], ['waiting', { statusCategory: 'waiting' }],
    ['mine', { assigneeId: 'me' }], ['unassigned and active', { assigneeId: 'none', statusCategory: 'active' }],
    ['by creation', { sort: '-createdAt' }], ['by number', { sort: 'number' }], ['oldest change first', { sort: 'updatedAt' }], ['one number', { number: 77 }],
  ])('%s touches little more than the page', async (_, query) => {
    const plan = await planOf(query)
    expect(nodes(plan).map((n) => n['Node Type'])).not.toContain('Seq Scan on ticket')
    expect(nodes(plan).some((n) => n['Node Type'] === 'Seq Scan' && n['Relation Name'] === 'ticket')).toBe(false)
    expect(touched(plan)).toBeLessThan(51 * 12)
  })
  test('the tenth page costs what the first does', async () => {
    const first = await planOf({})
    let cursor: string | undefined
    for (let page = 0; page < 10; page++) cursor = (await database.db.read(org, (tx) => listTickets(tx, { limit: 50, ...(cursor ? { cursor } : {}) }, staffId))).next!
    expect(touched(await planOf({ cursor: cursor! }))).toBeLessThanOrEqual(touched(first) * 2)
  })
})

describe('paging', () => {
  test.each<TicketQuery>([{ assigneeId: 'me' }, { assigneeId: 'me', sort: 'createdAt' }, { assigneeId: 'me', sort: '-number' }])('%j walks every ticket exactly once, in order', async (query) => {
    const seen: { id: string; updatedAt: string; createdAt: string; number: number }[] = []
    let cursor: string | null = null
    do {
      const page: Awaited<ReturnType<typeof listTickets>> = await database.db.read(org, (tx) => listTickets(tx, { ...query, limit: 37, ...(cursor ? { cursor } : {}) }, staffId))
      seen.push(...page.items)
      cursor = page.next
    } while (cursor !== null)
    expect(new Set(seen.map((t) => t.id)).size).toBe(size / 50)
    expect(seen).toHaveLength(size / 50)
    const keys = seen.map((t) => (query.sort === 'createdAt' ? Date.parse(t.createdAt) : query.sort === '-number' ? -t.number : -Date.parse(t.updatedAt)))
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
  })
  test.each([['nonsense'], ['W10'], [Buffer.from('["a","b"]').toString('base64url')]])('the cursor %j is refused with a sentence', async (cursor) => {
    await expect(database.db.read(org, (tx) => listTickets(tx, { cursor }, staffId))).rejects.toMatchObject({ code: 'invalid-cursor' })
  })
  test('an unknown category is refused, an impossible id matches nothing', async () => {
    await expect(database.db.read(org, (tx) => listTickets(tx, { statusCategory: 'open,lost' }, staffId))).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await database.db.read(org, (tx) => listTickets(tx, { customerId: `' or 1=1` }, staffId))).toEqual({ items: [], next: null })
  })
})

test.each([['buty zimo', `'buty' & 'zimo':*`], [`'; drop table`, `'drop' & 'table':*`], ['...', null], ['żółć', `'żółć':*`], ['a', `'a'`]])('the words of %j become %j', (q, tsquery) => expect(toPrefixQuery(q)).toBe(tsquery))
