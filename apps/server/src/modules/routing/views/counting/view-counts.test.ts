// Guards the promise of live counters: after whatever happened, and once the jobs have run, counter = count by SQL = predicate =
// length of the list, for those who see everything and for those who see some places; on the road for small organizations and on
// the one for large ones.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import pg from 'pg'
import { toPredicate, toSql, type ConditionGroup } from '@kontuar/conditions'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { prepareConditions } from '../conditions.ts'
import { readTicketFacts } from '../fields/ticket-facts.ts'
import { freshTickets } from '../list/kept-statement.ts'
import { putTicket, queuesOf } from '../testing.ts'
import { fillView } from './fill-view.ts'

let kontuar: TestKontuar
let org: number
let queues: string[]
let tags: string[]
let locations: string[]
let boss: string
const views = new Map<string, { id: string; conditions: ConditionGroup }>()
const admin = () => kontuar.tokenOf('administrator')
const restricted = () => kontuar.tokenOf('agent')
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  boss = kontuar.orgA.staff.manager.staffId
  queues = (await write(queuesOf)).map((q) => q.id)
  tags = await Promise.all(['VIP', 'Zwrot'].map(async (name) => (await kontuar.ask('POST', '/tags', { name })).body.id as string))
  locations = await Promise.all(['Kraków', 'Gdańsk'].map(async (name) => (await kontuar.ask('POST', '/locations', { name })).body.id as string))
  const group = (combinator: 'and' | 'or', ...rules: ConditionGroup['rules']): ConditionGroup => ({ combinator, rules })
  const wanted: Record<string, [ConditionGroup, object?]> = {
    everything: [group('and'), { sort: 'number' }],
    'unassigned, not closed': [group('and', { field: 'statusCategory', operator: 'in', value: ['new', 'open', 'waiting'] }, { field: 'assigneeId', operator: 'null' })],
    'one queue by deadline': [group('and', { field: 'queueId', operator: '=', value: queues[0] }), { sort: 'dueAt' }],
    'either tag or urgent, by status': [group('or', { field: 'tagIds', operator: 'containsAny', value: [tags[0]] }, { field: 'priority', operator: '=', value: 'urgent' }), { group: 'status' }],
    'not closed with a subject, by priority': [{ ...group('and', { field: 'statusCategory', operator: '=', value: 'closed' }, { field: 'subject', operator: 'contains', value: 'zwrot' }), not: true }, { sort: '-priority' }],
    'by queue': [group('and', { field: 'locationId', operator: 'in', value: ['@none', locations[0]] }), { group: 'queueId', sort: '-dueAt' }],
  }
  for (const [name, [conditions, more]] of Object.entries(wanted)) {
    const answer = await kontuar.ask('POST', '/views', { name, conditions, sharing: 'shared', ...more })
    if (answer.status !== 201) throw new Error(answer.text)
    views.set(name, { id: answer.body.id, conditions })
  }
  const agent = kontuar.orgA.staff.agent.staffId
  await kontuar.platform.db.write(org, async (tx) => {
    await tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org, agent])
    for (const queue of queues.slice(0, 2)) await tx.query('insert into staff_queue (org_id, staff_id, queue_id) values ($1, $2, $3)', [org, agent, queue])
    await tx.query('insert into staff_location (org_id, staff_id, location_id) values ($1, $2, $3)', [org, agent, locations[0]])
  })
})
afterAll(() => kontuar.stop())

const step = fc.oneof(
  fc.record({ kind: fc.constant('new' as const), queue: fc.integer({ min: -1, max: 4 }), location: fc.integer({ min: -1, max: 1 }), priority: fc.constantFrom('low', 'normal', 'urgent'), subject: fc.constantFrom('Zwrot butów', 'Pytanie'), due: fc.integer({ min: -3, max: 3 }) }),
  fc.record({ kind: fc.constant('change' as const), ticket: fc.nat(), patch: fc.constantFrom<object>({ status: 'closed' }, { status: 'open' }, { status: 'waiting-internal' }, { priority: 'urgent' }, { priority: 'low' }, { subject: 'Zwrot' }, { subject: 'Inna sprawa' }, { assigneeId: 'owner' }, { assigneeId: null }, { tag: 0 }, { tag: 1 }, { tagIds: [] }, { queue: 0 }, { queue: 1 }, { queue: 3 }, { location: 0 }, { location: 1 }, { locationId: null }) }),
)
const made: string[] = []
let pageSize = 7

async function take(happening: typeof step extends fc.Arbitrary<infer S> ? S : never) {
  if (happening.kind === 'new' || made.length === 0) {
    const s = happening.kind === 'new' ? happening : { queue: 0, location: -1, priority: 'normal', subject: 'Pytanie', due: 0 }
    made.push(await write((tx) => putTicket(tx, {
      queueId: queues[s.queue] ?? null, locationId: locations[s.location] ?? null, priority: s.priority, subject: s.subject, dueAt: s.due === 0 ? null : new Date(Date.UTC(2030, 0, 10 + s.due)),
    })))
    return
  }
  const given = happening.patch as { tag?: number; queue?: number; location?: number; assigneeId?: string | null }
  const patch = given.tag !== undefined ? { addTagIds: [tags[given.tag]] } : given.queue !== undefined ? { queueId: queues[given.queue] } : given.location !== undefined ? { locationId: locations[given.location] }
    : given.assigneeId === 'owner' ? { assigneeId: boss } : happening.patch
  // Some are refused (an owner who does not serve the queue): that is a happening too.
  await kontuar.ask('PATCH', `/tickets/${made[happening.ticket % made.length]!}`, patch)
}

interface Listed { id: string; queueId: string | null; locationId: string | null }
async function listAll(path: string, token: string): Promise<Listed[]> {
  const items: Listed[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body, text } = await kontuar.ask('GET', `${path}&limit=${pageSize}${cursor === '' ? '' : `&cursor=${cursor}`}`, undefined, token)
    if (!body.items) throw new Error(text)
    items.push(...body.items)
    cursor = body.next
  }
  return items
}
const countsOf = async (token: string) => new Map(((await kontuar.ask('GET', '/views/counts', undefined, token)).body.items as { viewId: string; tickets: number | null }[]).map((c) => [c.viewId, c.tickets]))
const seenByAgent = (t: Listed) => queues.slice(0, 2).includes(t.queueId ?? '') && (t.locationId === null || t.locationId === locations[0])

async function truth(conditions: ConditionGroup): Promise<{ sql: string[]; predicate: string[] }> {
  return kontuar.platform.db.read(org, async (tx) => {
    const { fields, context } = await prepareConditions(tx, [conditions], null)
    const values: unknown[] = [org]
    const where = toSql(conditions, fields, { bind: (v) => `$${values.push(v)}`, context })
    const rows = await tx.query<{ id: string }>(`select t.id from ticket t where t.org_id = $1 and (${where})`, values)
    const all = await tx.query<{ id: string }>('select id from ticket where org_id = $1', [org])
    const holds = toPredicate(conditions, fields, context)
    return { sql: rows.map((r) => r.id).sort(), predicate: (await readTicketFacts(tx, all.map((t) => t.id))).filter(holds).map((t) => t.id).sort() }
  })
}

async function expectAgreement() {
  const [adminCounts, agentCounts] = [await countsOf(await admin()), await countsOf(await restricted())]
  for (const [name, { id, conditions }] of views) {
    const { sql, predicate } = await truth(conditions)
    const listed = await listAll(`/tickets?viewId=${id}`, await admin())
    expect(predicate, name).toEqual(sql)
    expect(listed.map((t) => t.id).sort(), name).toEqual(sql)
    expect(adminCounts.get(id), name).toBe(sql.length)
    const theirs = await listAll(`/tickets?viewId=${id}`, await restricted())
    expect(theirs.map((t) => t.id), name).toEqual(listed.filter(seenByAgent).map((t) => t.id))
    expect(agentCounts.get(id), name).toBe(theirs.length)
    // The order of the view is that of the tickets asked plainly, page by page.
    const view = (await kontuar.ask('GET', `/views/${id}`)).body as { sort: string; group: string | null }
    const plain = await listAll(`/tickets?conditions=${encodeURIComponent(JSON.stringify(conditions))}&sort=${view.sort}${view.group === null ? '' : `&group=${view.group}`}`, await admin())
    expect(listed.map((t) => t.id), `${name}: order`).toEqual(plain.map((t) => t.id))
  }
}

describe('after random happenings', () => {
  test('everything agrees in a small organization', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      for (const s of steps) await take(s)
      await kontuar.runJobs()
      await expectAgreement()
    }), { numRuns: 4, endOnFailure: true })
  }, 120_000)

  test('and in a large one, where pages come from the members', async () => {
    // Beyond those changed last, which are asked themselves.
    const owner = new pg.Client({ connectionString: kontuar.ownerUrl })
    await owner.connect()
    await owner.query(`select setval(format('ticket_number.org_%s', $1::int), 5000)`, [org])
    await owner.end()
    const states = ['new', 'open', 'waiting-internal', 'closed']
    for (let i = 0; i < freshTickets + 100; i++) {
      await write(async (tx) => made.push(await putTicket(tx, {
        status: states[i % 4]!, queueId: queues[i % 3]!, locationId: [null, ...locations][i % 3]!, priority: i % 5 === 0 ? 'urgent' : 'normal', subject: i % 2 ? 'Zwrot' : 'Inna', tagIds: i % 7 === 0 ? [tags[0]!] : [],
        assigneeId: i % 6 === 0 ? boss : null, dueAt: i % 3 === 0 ? null : new Date(Date.UTC(2030, 0, 1 + (i % 20))),
      })))
    }
    pageSize = 40
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 20 }), async (steps) => {
      for (const s of steps) await take(s)
      await kontuar.runJobs()
      await expectAgreement()
    }), { numRuns: 4, endOnFailure: true })
  }, 120_000)
})

test('what was changed a moment ago is listed rightly before any job has run', async () => {
  const id = await write((tx) => putTicket(tx, { queueId: queues[0]!, dueAt: new Date('2020-01-01') }))
  const view = views.get('one queue by deadline')!.id
  expect((await listAll(`/tickets?viewId=${view}`, await admin()))[0]?.id).toBe(id)
  await kontuar.ask('PATCH', `/tickets/${id}`, { queueId: queues[3] })
  expect((await listAll(`/tickets?viewId=${view}`, await admin())).map((t) => t.id)).not.toContain(id)
})

test('a counter that has gone wrong is found and mended', async () => {
  await kontuar.runJobs()
  const view = views.get('everything')!.id
  await write(async (tx) => {
    await tx.query('delete from view_member where org_id = $1 and view_id = $2 and ticket_id = (select ticket_id from view_member where org_id = $1 and view_id = $2 limit 1)', [org, view])
    await tx.query('update view_count set tickets = tickets + 7 where org_id = $1 and view_id = $2', [org, view])
  })
  const found = await fillView(kontuar.platform.db, org, view)
  expect(found).toMatchObject({ mended: 1 })
  expect(found!.countedBefore).toBeGreaterThan(found!.counted)
  expect(await fillView(kontuar.platform.db, org, view)).toMatchObject({ mended: 0, countedBefore: found!.counted, counted: found!.counted })
})

test('a new view is counted for the first time before it shows a number, and tells when it has been', async () => {
  const view = (await kontuar.ask('POST', '/views', { name: 'Nowy', conditions: { combinator: 'and', rules: [] } })).body.id as string
  expect((await countsOf(await admin())).get(view)).toBeNull()
  await kontuar.runJobs()
  const [events] = await write((tx) => tx.query<{ n: number }>(`select count(*)::int as n from event where org_id = $1 and name = 'routing.viewsCounted' and at > now() - interval '1 minute'`, [org]))
  expect(events!.n).toBeGreaterThan(0)
  expect((await countsOf(await admin())).get(view)).toBe(made.length + 1)
})

test('what depends on the asker or on the clock is counted when looked at', async () => {
  const mine = (await kontuar.ask('POST', '/views', { name: 'Moje', sharing: 'shared', conditions: { combinator: 'and', rules: [{ field: 'assigneeId', operator: '=', value: '@me' }] } })).body.id as string
  const late = (await kontuar.ask('POST', '/views', { name: 'Po czasie', sharing: 'shared', conditions: { combinator: 'and', rules: [{ field: 'overdue', operator: '=', value: true }] } })).body.id as string
  const manager = await kontuar.tokenOf('manager')
  const before = await countsOf(manager)
  await write((tx) => putTicket(tx, { assigneeId: boss, dueAt: new Date('2020-01-01') }))
  const after = await countsOf(manager)
  expect(after.get(mine)).toBe(before.get(mine)! + 1)
  expect(after.get(late)).toBe(before.get(late)! + 1)
  expect((await listAll(`/tickets?viewId=${late}`, manager)).length).toBe(after.get(late))
})
