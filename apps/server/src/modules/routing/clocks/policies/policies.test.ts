// Guards SLA policies over HTTP: refusals, which one counts, what a change would move and that it does exactly that, once.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../../app/testing.ts'
import { buildOrganization } from '../../../identity/testing.ts'
import { clocksOf, eventsOf, hour, pastTicket } from '../clocks.fixture.ts'

let kontuar: TestKontuar
let org: TestOrganization
let token: string
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db)
  token = await kontuar.tokenOf('administrator', org)
})

const db = () => kontuar.platform.db
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => kontuar.ask(method, path, body, token)
const always = { combinator: 'and', rules: [] as object[] }
const elapsed = (seconds: number) => ({ seconds, clock: 'elapsed' })
const definition = (seconds: number, more: object = {}) => ({
  conditions: always, calendarId: null, warnAt: 0.75, pausesIn: ['waiting'], escalations: [] as object[], targets: { firstResponse: elapsed(seconds), nextResponse: null, resolution: null, statuses: {} }, ...more,
})
const create = async (given: object, name = 'Nowa') => (await ask('POST', '/sla-policies', { name, definition: given })).body
const policyOf = async (ticketId: string) => (await ask('GET', `/tickets/${ticketId}/clocks`)).body.items.map((c: { policyName: string }) => c.policyName)

describe('refuses', () => {
  const rule = (field: string, operator: string, value: unknown) => ({ conditions: { combinator: 'and', rules: [{ field, operator, value }] } })
  const nobody = '00000000-0000-7000-8000-000000000001'
  test.each<[string, object, string, RegExp]>([
    ['an unknown field', rule('colour', '=', 'red'), 'definition/conditions/0', /no field "colour"/],
    ['an unknown queue', rule('queueId', '=', nobody), 'definition/conditions/0', /which there is not/],
    ['an unknown reason', rule('reasonId', 'within', nobody), 'definition/conditions/0', /which there is not/],
    ['"me"', rule('priority', '=', '@me'), 'definition/conditions/0', /./],
    ['an unknown calendar', { calendarId: nobody }, 'definition/calendarId', /no such calendar/],
    ['a time in an unknown status', { targets: { firstResponse: null, nextResponse: null, resolution: null, statuses: { nowhere: elapsed(60) } } }, 'definition/targets/statuses/nowhere', /no status "nowhere"/],
    ['a time in a closed status', { targets: { firstResponse: null, nextResponse: null, resolution: null, statuses: { closed: elapsed(60) } } }, 'definition/targets/statuses/closed', /closed status/],
    ['a pause in an unknown status', { pausesIn: ['nowhere'] }, 'definition/pausesIn', /"nowhere"/],
    ['an escalation to a stranger', { escalations: [{ on: 'breach', afterSeconds: 0, act: 'notify', to: nobody }] }, 'definition/escalations/0/to', /active person/],
    ['reassigning to nobody', { escalations: [{ on: 'breach', afterSeconds: 0, act: 'reassign' }] }, 'definition/escalations/0/to', /to whom/],
    ['reassigning to the owner', { escalations: [{ on: 'breach', afterSeconds: 0, act: 'reassign', to: 'owner' }] }, 'definition/escalations/0/to', /one person/],
    ['raising the priority to somebody', { escalations: [{ on: 'breach', afterSeconds: 0, act: 'raise-priority', to: 'owner' }] }, 'definition/escalations/0/to', /nobody/],
    ['a title without a task', { escalations: [{ on: 'breach', afterSeconds: 0, act: 'notify', title: 'x' }] }, 'definition/escalations/0/title', /Only a task/],
  ])('%s', async (_what, wrong, field, sentence) => {
    const given = { name: 'Zła', definition: definition(3600, wrong) }
    const { status, body } = await ask('POST', '/sla-policies', given)
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' })
    expect(body.detail).toMatch(sentence)
    expect(Object.keys(body.fields)).toEqual([field])
    const [standard] = (await ask('GET', '/sla-policies')).body.items
    expect((await ask('PATCH', `/sla-policies/${standard.id}`, { definition: given.definition })).status).toBe(400)
    expect((await ask('POST', `/sla-policies/${standard.id}/preview`, { definition: given.definition })).status).toBe(400)
    expect((await ask('GET', '/sla-policies')).body.items).toEqual([standard])
  })
  test.each([['a target under a minute', { firstResponse: elapsed(59) }], ['a target over ten years', { firstResponse: elapsed(315_360_001) }], ['half seconds', { firstResponse: elapsed(60.5) }]])('%s', async (_what, targets) => {
    expect((await ask('POST', '/sla-policies', { name: 'Zła', definition: definition(3600, { targets: { nextResponse: null, resolution: null, statuses: {}, ...targets } }) })).status).toBe(400)
  })
  test('a warning at the end of the target', async () => expect((await ask('POST', '/sla-policies', { name: 'Zła', definition: definition(3600, { warnAt: 1 }) })).status).toBe(400))
})

describe('which one counts', () => {
  test('the first by position whose conditions fit, and the queue\'s own before all', async () => {
    const urgent = await create(definition(hour, { conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'urgent' }] } }), 'Pilne')
    expect(urgent.position).toBe(0)
    const ofQueue = await create(definition(2 * hour, { conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'low' }] } }), 'Kolejka')
    const ticket = await pastTicket(db(), org.orgId, 60)
    expect(await policyOf(ticket)).toEqual(['Standardowa', 'Standardowa'])
    await ask('PATCH', `/tickets/${ticket}`, { priority: 'urgent' })
    expect(await policyOf(ticket)).toEqual(['Pilne'])
    const queue = (await ask('GET', '/queues')).body.items[0]
    await ask('PATCH', `/queues/${queue.id}`, { slaPolicyId: ofQueue.id })
    await ask('PATCH', `/tickets/${ticket}`, { queueId: queue.id })
    expect(await policyOf(ticket)).toEqual(['Kolejka'])
    expect(await ask('PATCH', `/sla-policies/${ofQueue.id}`, { retired: true })).toMatchObject({ status: 422, body: { detail: expect.stringContaining(queue.name) } })
  })

  test('by the customer\'s segment and by a custom field of the ticket', async () => {
    const tag = (await ask('POST', '/tags', { name: 'VIP' })).body
    const field = (await ask('POST', '/custom-fields', { subject: 'ticket', name: 'Umowa', type: 'text' })).body
    await create(definition(hour, { conditions: { combinator: 'and', rules: [{ field: 'customerTagIds', operator: 'containsAny', value: [tag.id] }] } }), 'VIP')
    await create(definition(2 * hour, { conditions: { combinator: 'and', rules: [{ field: `fields.${field.id}`, operator: '=', value: 'złota' }] } }), 'Złota')
    const ticket = await pastTicket(db(), org.orgId, 60)
    expect(await policyOf(ticket)).toEqual(['Standardowa', 'Standardowa'])
    await db().write(org.orgId, (tx) => tx.query('update customer set tag_ids = array[$2::uuid] where org_id = $1', [org.orgId, tag.id]))
    expect(await policyOf(ticket)).toEqual(['VIP'])
    await ask('PATCH', `/tickets/${ticket}`, { fields: { [field.id]: 'Złota' } })
    expect(await policyOf(ticket)).toEqual(['Złota'])
  })

  test('by reason, with all below it', async () => {
    const reasons = (await ask('GET', '/reasons')).body.items as { id: string; parentId: string | null }[]
    const child = reasons.find((r) => r.parentId !== null)!
    await create(definition(hour, { conditions: { combinator: 'and', rules: [{ field: 'reasonId', operator: 'within', value: child.parentId }] } }), 'Powód')
    const ticket = await pastTicket(db(), org.orgId, 60)
    await ask('PATCH', `/tickets/${ticket}`, { reasonId: child.id })
    expect(await policyOf(ticket)).toEqual(['Powód'])
  })
})

describe('a change', () => {
  const standard = async () => (await ask('GET', '/sla-policies')).body.items.find((p: { readyMade: string }) => p.readyMade === 'standard')

  test('moves what its preview said, and each ticket it moves says so once', async () => {
    const policy = await standard()
    await ask('PATCH', `/sla-policies/${policy.id}`, { definition: definition(10 * hour) })
    await kontuar.runJobs()
    const open = [await pastTicket(db(), org.orgId, hour), await pastTicket(db(), org.orgId, 2 * hour)]
    const answered = await pastTicket(db(), org.orgId, hour)
    await ask('POST', `/tickets/${answered}/interactions`, { text: 'Już', undoSeconds: 0 })
    const closed = await pastTicket(db(), org.orgId, hour)
    await ask('PATCH', `/tickets/${closed}`, { status: 'closed' })
    await kontuar.runJobs()
    const before = await Promise.all([...open, answered, closed].map((id) => clocksOf(db(), org.orgId, id)))

    const change = { definition: definition(4 * hour) }
    const preview = (await ask('POST', `/sla-policies/${policy.id}/preview`, change)).body
    expect(preview).toMatchObject({ checked: 3, moved: 2 })
    expect(await Promise.all([...open, answered, closed].map((id) => clocksOf(db(), org.orgId, id)))).toEqual(before)

    expect((await ask('PATCH', `/sla-policies/${policy.id}`, change)).body.version).toBe(3)
    await kontuar.runJobs()
    const after = await Promise.all([...open, answered, closed].map((id) => clocksOf(db(), org.orgId, id)))
    expect(after.slice(2)).toEqual(before.slice(2))
    for (const [i, id] of open.entries()) {
      const [from, to] = [before[i]![0]!.due_at!.toISOString(), after[i]![0]!.due_at!.toISOString()]
      expect(Date.parse(from) - Date.parse(to)).toBe(6 * hour * 1000)
      expect(preview.examples).toContainEqual(expect.objectContaining({ ticketId: id, kind: 'first-response', from, to }))
      expect((await eventsOf(db(), org.orgId, id)).filter((e) => e.name === 'sla-moved')).toEqual([{ name: 'sla-moved', detail: { kind: 'first-response', from, to, policy: 'Standardowa', version: 3, calendarVersion: null } }])
    }
    await db().write(org.orgId, (tx) => { tx.enqueue('routing.recountClocks', { changedAt: Date.now() }); return Promise.resolve() })
    await kontuar.runJobs()
    for (const id of open) expect((await eventsOf(db(), org.orgId, id)).filter((e) => e.name === 'sla-moved')).toHaveLength(1)
  })

  test('a target that is taken away takes the running clock with it, and says so', async () => {
    const policy = await standard()
    await ask('PATCH', `/sla-policies/${policy.id}`, { definition: definition(10 * hour) })
    await kontuar.runJobs()
    const id = await pastTicket(db(), org.orgId, hour)
    await kontuar.runJobs()
    const none = definition(60, { targets: { firstResponse: null, nextResponse: null, resolution: null, statuses: {} } })
    expect((await ask('POST', `/sla-policies/${policy.id}/preview`, { definition: none })).body.examples).toMatchObject([{ ticketId: id, to: null }])
    await ask('PATCH', `/sla-policies/${policy.id}`, { definition: none })
    await kontuar.runJobs()
    expect(await clocksOf(db(), org.orgId, id)).toEqual([])
    expect((await eventsOf(db(), org.orgId, id)).filter((e) => e.name === 'sla-moved')).toMatchObject([{ detail: { to: null } }])
    expect((await ask('GET', `/tickets/${id}`)).body.dueAt).toBeNull()
  })

  test('another name or place changes no version', async () => {
    const policy = await standard()
    expect((await ask('PATCH', `/sla-policies/${policy.id}`, { name: 'Inna', position: 7 })).body).toMatchObject({ name: 'Inna', position: 7, version: 1, readyMade: null })
  })
})

test('the clocks of a ticket are explained, and say whether they are as stored', async () => {
  const id = await pastTicket(db(), org.orgId, hour)
  const [clock] = (await ask('GET', `/tickets/${id}/clocks`)).body.items
  expect(clock).toMatchObject({ kind: 'first-response', state: 'running', asStored: false })
  await kontuar.runJobs()
  const [stored] = (await ask('GET', `/tickets/${id}/clocks`)).body.items
  expect(stored).toMatchObject({ dueAt: clock.dueAt, asStored: true })
  expect(stored.steps[0].kind).toBe('started')
  expect(stored.steps.find((s: { kind: string }) => s.kind === 'due')).toMatchObject({ from: stored.dueAt })
  await db().write(org.orgId, (tx) => tx.query(`update sla_clock set due_at = due_at + interval '1 hour' where org_id = $1 and ticket_id = $2`, [org.orgId, id]))
  expect((await ask('GET', `/tickets/${id}/clocks`)).body.items[0].asStored).toBe(false)
})
