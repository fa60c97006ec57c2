// Guards that stored clocks say what the diary says, that lists see the nearest deadline, and that it stays cheap.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { ago, clocksOf, eventsOf, hour, pastTicket, setPolicy } from '../clocks.fixture.ts'
import { keepClocks } from './keep-clocks.ts'

let kontuar: TestKontuar
let org: number
const db = () => kontuar.platform.db
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  await setPolicy(db(), org, { targets: { firstResponse: { seconds: 2 * hour, clock: 'elapsed', byPriority: { urgent: hour } }, nextResponse: { seconds: 3 * hour, clock: 'elapsed' }, resolution: { seconds: 10 * hour, clock: 'elapsed' }, statuses: {} } })
})
afterAll(() => kontuar.stop())

const ticketOf = async (id: string) => (await kontuar.ask('GET', `/tickets/${id}`)).body
const near = (value: string | Date | null, expected: Date) => Math.abs(new Date(value!).getTime() - expected.getTime()) < 5000

describe('a ticket', () => {
  test('gets its clocks when it comes, and its nearest deadline stands in the list', async () => {
    const id = await pastTicket(db(), org, 600)
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, id)).map((c) => [c.kind, c.state])).toEqual([['first-response', 'running'], ['resolution', 'running']])
    const ticket = await ticketOf(id)
    expect(ticket).toMatchObject({ dueKind: 'first-response', breaches: 0 })
    expect(near(ticket.dueAt, ago(600 - 2 * hour))).toBe(true)
    expect(near(ticket.dueFrom, ago(600))).toBe(true)
  })

  test('answered, closed and reopened: clocks stop, keep, and go on; counting changes nothing else of it', async () => {
    const id = await pastTicket(db(), org, 600)
    await kontuar.runJobs()
    const before = (await ticketOf(id)).updatedAt
    await db().write(org, (tx) => keepClocks(tx, [id]))
    expect((await ticketOf(id)).updatedAt).toBe(before)
    await kontuar.ask('POST', `/tickets/${id}/interactions`, { text: 'Już sprawdzam', status: 'open', undoSeconds: 0 })
    await kontuar.runJobs()
    const [first] = await clocksOf(db(), org, id)
    expect(first).toMatchObject({ kind: 'first-response', state: 'met' })
    expect((await ticketOf(id)).dueKind).toBe('resolution')
    await kontuar.ask('PATCH', `/tickets/${id}`, { status: 'closed' })
    await kontuar.runJobs()
    expect(await ticketOf(id)).toMatchObject({ dueAt: null, dueKind: null })
    await kontuar.ask('PATCH', `/tickets/${id}`, { status: 'open' })
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, id)).map((c) => c.state)).toEqual(['met', 'running'])
    expect((await clocksOf(db(), org, id))[0]).toEqual(first)
  })

  test('waiting for the customer has no deadline', async () => {
    const id = await pastTicket(db(), org, 600)
    await kontuar.ask('POST', `/tickets/${id}/interactions`, { text: 'Proszę o numer zamówienia', status: 'waiting', undoSeconds: 0 })
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, id)).map((c) => [c.kind, c.state, c.due_at === null])).toEqual([['first-response', 'met', false], ['resolution', 'paused', true]])
    expect((await ticketOf(id)).dueAt).toBeNull()
  })

  test('made urgent midway is due by its original start', async () => {
    const id = await pastTicket(db(), org, 600)
    await kontuar.runJobs()
    await kontuar.ask('PATCH', `/tickets/${id}`, { priority: 'urgent' })
    await kontuar.runJobs()
    expect(near((await ticketOf(id)).dueAt, ago(600 - hour))).toBe(true)
    expect((await eventsOf(db(), org, id)).filter((e) => e.name === 'sla-moved')).toEqual([])
  })

  test('whose answer was taken back waits as before', async () => {
    const id = await pastTicket(db(), org, 600)
    const { body } = await kontuar.ask('POST', `/tickets/${id}/interactions`, { text: 'Ups', status: 'waiting', undoSeconds: 60 })
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, id))[0]!.state).toBe('met')
    expect((await kontuar.ask('POST', `/interactions/${body.id}/cancel`)).status).toBe(200)
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, id)).map((c) => [c.kind, c.state])).toEqual([['first-response', 'running'], ['resolution', 'running']])
  })

  test('takes along whoever still waits in a ticket merged into it, since they wait', async () => {
    const [kept, merged] = [await pastTicket(db(), org, 1800), await pastTicket(db(), org, 900)]
    await kontuar.ask('POST', `/tickets/${kept}/interactions`, { text: 'Tak', undoSeconds: 0 })
    await db().write(org, async (tx) => {
      await tx.query('update ticket t set customer_id = o.customer_id from ticket o where t.org_id = $1 and t.id = $2 and o.org_id = $1 and o.id = $3', [org, merged, kept])
    })
    await kontuar.runJobs()
    expect((await kontuar.ask('POST', `/tickets/${merged}/merge`, { intoId: kept })).status).toBe(200)
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, merged)).map((c) => c.state)).toEqual(['dropped', 'dropped'])
    const [first, next] = await clocksOf(db(), org, kept)
    expect([first!.kind, first!.state, next!.kind, next!.state]).toEqual(['first-response', 'met', 'next-response', 'running'])
    expect(near(next!.started_at, ago(900))).toBe(true)
    await kontuar.ask('POST', `/tickets/${merged}/unmerge`)
    await kontuar.runJobs()
    expect((await clocksOf(db(), org, merged)).find((c) => c.kind === 'resolution')!.state).toBe('running')
  })

  test('says what moved it only when that changed', async () => {
    const id = await pastTicket(db(), org, 600)
    const told = () => db().read(org, (tx) => tx.query<{ n: number }>(`select count(*)::int as n from event where org_id = $1 and name = 'routing.clocksChanged' and ids->>'ticketId' = $2`, [org, id])).then((r) => r[0]!.n)
    await kontuar.runJobs()
    const before = await told()
    await kontuar.ask('PATCH', `/tickets/${id}`, { subject: 'Inny temat' })
    await kontuar.runJobs()
    expect(await told()).toBe(before)
  })
})

test('a customer who becomes another segment changes the policy of what runs, not of what has stopped', async () => {
  const tag = (await kontuar.ask('POST', '/tags', { name: 'VIP' })).body
  const day = { seconds: 24 * hour, clock: 'elapsed' }
  const vip = (await kontuar.ask('POST', '/sla-policies', { name: 'VIP', definition: { conditions: { combinator: 'and', rules: [{ field: 'customerTagIds', operator: 'containsAny', value: [tag.id] }] }, calendarId: null, warnAt: 0.5, pausesIn: [], escalations: [], targets: { firstResponse: day, nextResponse: day, resolution: day, statuses: {} } } })).body
  const id = await pastTicket(db(), org, 600)
  await kontuar.ask('POST', `/tickets/${id}/interactions`, { text: 'Tak', undoSeconds: 0 })
  await kontuar.runJobs()
  const [first] = await clocksOf(db(), org, id)
  await kontuar.ask('PATCH', `/customers/${(await ticketOf(id)).customerId}`, { tagIds: [tag.id] })
  await kontuar.runJobs()
  const after = await clocksOf(db(), org, id)
  expect(after[0]).toEqual(first)
  expect(after[1]).toMatchObject({ kind: 'resolution', target_seconds: 24 * hour })
  expect((await kontuar.ask('GET', `/tickets/${id}/clocks`)).body.items).toMatchObject([{ policyName: 'Standardowa', asStored: true }, { policyName: 'VIP', asStored: true }])
  await kontuar.ask('PATCH', `/sla-policies/${vip.id}`, { retired: true })
  await kontuar.runJobs()
})

test('counting again changes no row, in whatever order the events came', async () => {
  const ids = [await pastTicket(db(), org, 5 * hour), await pastTicket(db(), org, 60), await pastTicket(db(), org, 3 * hour)]
  await kontuar.ask('POST', `/tickets/${ids[0]}/interactions`, { text: 'Tak', undoSeconds: 0 })
  await kontuar.runJobs()
  const rows = async () => (await Promise.all(ids.map((id) => clocksOf(db(), org, id)))).flat()
  const before = await rows()
  await db().write(org, (tx) => keepClocks(tx, ids.toReversed()))
  await db().write(org, (tx) => keepClocks(tx, ids))
  expect(await rows()).toEqual(before)
})

test('a batch of fifty costs as many statements as one ticket', async () => {
  const count = async (ids: string[]) => {
    let statements = 0
    await db().write(org, (tx) => {
      const counting = new Proxy(tx, { get: (target, name) => (name === 'query' ? (...args: Parameters<Tx['query']>) => { statements++; return target.query(...args) } : typeof target[name as keyof Tx] === 'function' ? (target[name as keyof Tx] as () => unknown).bind(target) : target[name as keyof Tx]) })
      return keepClocks(counting, ids)
    })
    return statements
  }
  const ids: string[] = []
  for (let i = 0; i < 50; i++) ids.push(await pastTicket(db(), org, 60 + i))
  const alone = await count(ids.slice(0, 1))
  expect(alone).toBeLessThanOrEqual(8)
  expect(await count(ids.slice(1))).toBe(alone)
})

test('one that is too old to tell is noted in silence', async () => {
  const id = await pastTicket(db(), org, 60 * 86_400)
  await kontuar.runJobs()
  const [first] = await clocksOf(db(), org, id)
  expect(first).toMatchObject({ kind: 'first-response', state: 'running', next_fire_at: null })
  expect(first!.breached_at).not.toBeNull()
  expect((await eventsOf(db(), org, id)).map((e) => e.name)).not.toContain('sla-breached')
})
