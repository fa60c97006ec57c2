// Guards lists by view and by conditions at a size where the planner matters: a first page touches little more than it shows,
// whatever the view, and paging neither loses nor repeats a ticket in any order, empty values last.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ConditionGroup } from '@kontuar/conditions'
import type { TicketQuery, TicketSort } from '@kontuar/contracts'
import { viewer, type Tx } from '../../../../platform/db/database.ts'
import { openTestDatabase, type OpenedTestDatabase } from '../../../../platform/db/testing.ts'
import { newId } from '../../../../platform/id.ts'
import { fillView } from '../counting/fill-view.ts'
import { countingOf } from '../conditions.ts'
import { listTickets } from './list-tickets.ts'

const size = 24_000
let database: OpenedTestDatabase
let org: number
let me: string
let guest: string
let queues: string[]
let tag: string
beforeAll(async () => {
  database = await openTestDatabase()
  org = await database.newOrganization()
  const ids = <T extends { id: string }>(sql: string, values: unknown[] = [org]) => database.asOwner<T>(sql, values).then((rows) => rows.map((r) => r.id))
  ;[me, guest] = await ids(`insert into staff (org_id, id, user_id, name, email, role, access) select $1, gen_random_uuid(), 'u' || n, 'Osoba', n || '@salon.example', 'agent', case n when 2 then 'granted' else 'everything' end from generate_series(1, 2) n returning id`) as [string, string]
  queues = await ids(`insert into queue (org_id, id, name, position) select $1, gen_random_uuid(), 'K' || n, n from generate_series(1, 40) n returning id`)
  ;[tag] = await ids(`insert into tag (org_id, id, name) values ($1, gen_random_uuid(), 'VIP') returning id`) as [string]
  await database.asOwner(`insert into staff_queue (org_id, staff_id, queue_id) values ($1, $2, $3)`, [org, guest, queues[7]])
  await database.asOwner(`insert into customer (org_id, id, name) select $1, gen_random_uuid(), 'Klient ' || n from generate_series(1, 500) n`, [org])
  // One in ten is open; deadlines and times repeat, so that the id has to break ties; a tag is only on old ones.
  await database.asOwner(
    `insert into ticket (org_id, id, number, subject, customer_id, assignee_id, queue_id, channel, status, status_category, priority, tag_ids, last_interaction_at, last_direction, created_at, updated_at, due_at)
     select $1, gen_random_uuid(), n, 'Sprawa ' || n, c.id, case when n % 100 = 0 then $2::uuid end, ($3::uuid[])[n / 10 % 40 + 1], 'email', s, s, case when n % 300 = 0 then 'urgent' when n % 7 = 0 then 'high' else 'normal' end,
       case when n > ${size} - 2000 and n % 4 = 0 then array[$4::uuid] else '{}'::uuid[] end, now(), 'in', now() - n / 10 * interval '1 minute', now() - n / 10 * interval '1 minute',
       case when s <> 'closed' and n % 3 > 0 then now() + (n % 500 - 50) * interval '10 minutes' end
     from generate_series(1, ${size}) n join (select id, row_number() over () as row from customer where org_id = $1) c on c.row = n % 500 + 1
     cross join lateral (select case when n % 10 = 0 then (array['new', 'open', 'waiting'])[n / 10 % 3 + 1] else 'closed' end as s) s`, [org, me, queues, tag])
  await database.asOwner('analyze')
}, 120_000)
afterAll(() => database.close())

const and = (...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator: 'and', rules })
const active = { field: 'statusCategory', operator: 'in', value: ['new', 'open', 'waiting'] }

async function saveView(conditions: ConditionGroup, sort: TicketSort = '-updatedAt', group: string | null = null): Promise<string> {
  const id = newId()
  await database.asOwner(`insert into view (org_id, id, name, sharing, definition, counting) values ($1, $2, 'W', 'shared', $3, $4)`, [org, id, JSON.stringify({ conditions, sort, columns: null, group }), countingOf(conditions)])
  if (countingOf(conditions) === 'kept') await fillView(database.db, org, id)
  await database.asOwner('analyze view_member')
  return id
}

interface Node { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; Plans?: Node[] }
const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)]
const touched = (plan: Node) => nodes(plan).filter((n) => n['Relation Name'] === 'ticket' || n['Relation Name'] === 'view_member').reduce((sum, n) => sum + (n['Actual Rows'] + (n['Rows Removed by Filter'] ?? 0)) * n['Actual Loops'], 0)

/** Rows of tickets and members that the statements of one page touch, and how many tickets it shows. */
async function cost(query: TicketQuery, restricted = false): Promise<{ touched: number; shown: number }> {
  const ask = () => database.db.read(org, async (tx) => {
    const asked: { text: string; values: unknown[] }[] = []
    const spy: Tx = { orgId: org, query: (text, values, name) => { if (text.includes('group_key')) asked.push({ text, values: values ?? [] }); return tx.query(text, values, name) }, seeEverything: () => tx.seeEverything(), publish() {}, enqueue() {}, afterCommit() {} }
    const { items } = await listTickets(spy, { limit: 50, ...query }, restricted ? { staffId: guest, access: 'granted' } : { staffId: me, access: 'everything' })
    let sum = 0
    for (const { text, values } of asked) sum += touched((await tx.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(`explain (analyze, format json, timing off) ${text}`, values))[0]!['QUERY PLAN'][0].Plan)
    return { touched: sum, shown: items.length }
  })
  return restricted ? viewer.run(guest, ask) : ask()
}

// A page of 51, each read as member and as ticket, and those changed last, which are looked at on either road.
const few = 51 * 2 + 100 * 4 + 100

describe('the first page of a view', () => {
  test.each<[string, ConditionGroup, TicketSort?, string?]>([
    ['all open', and(active)], ['all open by deadline', and(active), 'dueAt'], ['all open, latest deadline first', and(active), '-dueAt'], ['all open, most urgent first', and(active), '-priority'],
    ['all open by queue', and(active), '-updatedAt', 'queueId'], ['a tag that only old tickets bear', and({ field: 'tagIds', operator: 'containsAny', value: ['$tag'] })],
    ['everything closed, oldest first', and({ field: 'statusCategory', operator: '=', value: 'closed' }), 'updatedAt'], ['a word', and({ field: 'subject', operator: 'endsWith', value: '999' })],
  ])('%s touches little more than the page', async (_what, conditions, sort, group) => {
    const id = await saveView(JSON.parse(JSON.stringify(conditions).replace('$tag', tag)) as ConditionGroup, sort, group ?? null)
    const found = await cost({ viewId: id })
    expect(found.shown).toBeGreaterThan(20)
    expect(found.touched).toBeLessThan(few)
  })

  test('of a person who sees one queue of forty comes from that queue', async () => {
    const id = await saveView(and(active))
    const found = await cost({ viewId: id }, true)
    expect(found.shown).toBe(50)
    expect(found.touched).toBeLessThan(few)
  })

  test.each<[string, ConditionGroup, TicketSort?]>([
    ['mine', and(active, { field: 'assigneeId', operator: '=', value: '@me' })], ['mine by deadline', and(active, { field: 'assigneeId', operator: '=', value: '@me' }), 'dueAt'],
    ['overdue by deadline', and({ field: 'overdue', operator: '=', value: true }), 'dueAt'], ['due within four hours', and(active, { field: 'dueAt', operator: 'withinNext', value: { amount: 4, unit: 'hours' } }), 'dueAt'],
    ['changed within the hour', and({ field: 'updatedAt', operator: 'withinLast', value: { amount: 1, unit: 'hours' } })],
  ])('%s, which nobody can count beforehand, reads a fraction of the tickets', async (_what, conditions, sort) => {
    const found = await cost({ viewId: await saveView(conditions, sort) })
    expect(found.shown).toBeGreaterThan(20)
    expect(found.touched).toBeLessThan(size / 12)
  })
})

describe('paging', () => {
  const keys: Record<string, (t: { createdAt: string; updatedAt: string; number: number; dueAt: string | null; priority: string }) => number> = {
    createdAt: (t) => Date.parse(t.createdAt), updatedAt: (t) => Date.parse(t.updatedAt), number: (t) => t.number, dueAt: (t) => (t.dueAt === null ? Infinity : Date.parse(t.dueAt)), priority: (t) => ['low', 'normal', 'high', 'urgent'].indexOf(t.priority),
  }
  const groups = { status: (t: { status: string }) => ['new', 'open', 'waiting', 'closed'].indexOf(t.status), priority: (t: { priority: string }) => ['urgent', 'high', 'normal', 'low'].indexOf(t.priority), queueId: (t: { queueId: string | null }) => queues.toSorted().indexOf(t.queueId ?? '~') } as const
  test.each((['createdAt', '-createdAt', 'updatedAt', '-updatedAt', 'number', '-number', 'dueAt', '-dueAt', 'priority', '-priority'] as const).flatMap((sort) => [null, 'status', 'priority', 'queueId'].map((group) => [sort, group] as const)))(
    'by %s, grouped by %s, shows every ticket exactly once, in order, empty values last', async (sort, group) => {
      const conditions = JSON.stringify(and({ field: 'assigneeId', operator: '=', value: '@me' }))
      const seen: Awaited<ReturnType<typeof listTickets>>['items'] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Awaited<ReturnType<typeof listTickets>> = await database.db.read(org, (tx) => listTickets(tx, { conditions, sort, limit: 37, ...(group === null ? {} : { group }), ...(cursor === '' ? {} : { cursor: cursor! }) }, { staffId: me, access: 'everything' }))
        seen.push(...page.items)
        cursor = page.next
      }
      expect(new Set(seen.map((t) => t.id)).size).toBe(size / 100)
      expect(seen).toHaveLength(size / 100)
      const value = (t: (typeof seen)[number]) => { const key = keys[sort.replace('-', '')]!(t); return sort.startsWith('-') && key !== Infinity ? -key : key }
      const inGroup = (t: (typeof seen)[number]) => (group === null ? 0 : groups[group as keyof typeof groups](t))
      const wrong = seen.findIndex((t, i) => i > 0 && (inGroup(t) < inGroup(seen[i - 1]!) || (inGroup(t) === inGroup(seen[i - 1]!) && value(t) < value(seen[i - 1]!))))
      expect(wrong).toBe(-1)
    })

  test.each([['nonsense'], ['W10'], [Buffer.from('["a","b"]').toString('base64url')], [Buffer.from(`["","9223372036854775808","${newId()}"]`).toString('base64url')], [Buffer.from(`["\\u0000","1","${newId()}"]`).toString('base64url')], [Buffer.from(`["","1' or 1=1","${newId()}"]`).toString('base64url')]])('the cursor %j is refused with a sentence', async (cursor) => {
    await expect(database.db.read(org, (tx) => listTickets(tx, { cursor, sort: 'dueAt' }, { staffId: me, access: 'everything' }))).rejects.toMatchObject({ code: 'invalid-cursor' })
  })

  test.each<[string, TicketQuery, string]>([
    ['no JSON', { conditions: '{' }, 'invalid-input'], ['another JSON', { conditions: '7' }, 'invalid-input'], ['null', { conditions: 'null' }, 'invalid-input'], ['an unknown field', { conditions: JSON.stringify(and({ field: 't.id', operator: '=', value: 'x' })) }, 'invalid-input'],
    ['SQL in a value', { conditions: JSON.stringify(and({ field: 'queueId', operator: '=', value: `' or 1=1 --` })) }, 'invalid-input'], ['an unknown group', { group: 'subject; drop table' }, 'invalid-input'],
    ['a view that is not there', { viewId: newId() }, 'not-found'], ['a view that cannot be', { viewId: `' or 1=1` }, 'not-found'],
  ])('%s is refused', async (_what, query, code) => {
    await expect(database.db.read(org, (tx) => listTickets(tx, query, { staffId: me, access: 'everything' }))).rejects.toMatchObject({ code })
  })
})
