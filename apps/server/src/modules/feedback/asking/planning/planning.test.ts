// Guards that whatever happens leads to one asking or to one reason against it, with who, where and what as they were then.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { newId } from '../../../../platform/id.ts'
import { buildAskingOrganization, buildCustomer, buildMatter, buildSurvey, buildTouchpoint, invitationsOf, type AskingOrganization } from '../asking.fixture.ts'
import { bareHappening } from './happening.ts'
import { planInvitations } from './plan-invitations.ts'

let kontuar: TestKontuar
let asking: AskingOrganization
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { asking = await buildAskingOrganization(kontuar) })

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(asking.org.orgId, work)
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => kontuar.ask(method, path, body, asking.token)
const rows = () => invitationsOf(kontuar, asking)
/** Later than any test: what is planned stays so. */
const touchpoint = (trigger: Parameters<typeof buildTouchpoint>[2], given: Parameters<typeof buildTouchpoint>[3] = {}, surveyId = asking.surveyId) => write((tx) => buildTouchpoint(tx, surveyId, trigger, { delayMinutes: 1440, ...given }))
const matter = (address?: string, given?: Parameters<typeof buildMatter>[3]) => write((tx) => buildMatter(tx, asking.mailboxId, address, given))
const close = async (ticketId: string, more: object = {}) => {
  expect((await ask('PATCH', `/tickets/${ticketId}`, { status: 'closed', ...more })).status).toBe(200)
  await kontuar.runJobs()
}
const reasons = async () => (await rows()).map((r) => r.reason ?? r.state)

describe('a ticket that is closed', () => {
  test('is asked about with who answered last, their team of its queue, and what we recorded', async () => {
    const touchpointId = await touchpoint('ticket-closed')
    const { ticketId, customerId } = await matter()
    const [queueId, teamId, otherTeam, locationId, reasonId] = [newId(), newId(), newId(), newId(), newId()]
    const agent = asking.org.staff.agent.staffId
    await write(async (tx) => {
      await tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Rynek')`, [tx.orgId, locationId])
      await tx.query(`insert into queue (org_id, id, name, position) values ($1, $2, 'Serwis', 90)`, [tx.orgId, queueId])
      await tx.query(`insert into team (org_id, id, name) values ($1, $2, 'Serwis'), ($1, $3, 'Sprzedaż')`, [tx.orgId, teamId, otherTeam])
      await tx.query('insert into team_member (org_id, team_id, staff_id) values ($1, $2, $4), ($1, $3, $4)', [tx.orgId, teamId, otherTeam, agent])
      await tx.query('insert into queue_team (org_id, queue_id, team_id) values ($1, $2, $3)', [tx.orgId, queueId, teamId])
      await tx.query(`insert into reason (org_id, id, path, name) values ($1, $2, array[$2::uuid], 'Naprawa')`, [tx.orgId, reasonId])
    })
    await ask('PATCH', `/tickets/${ticketId}`, { queueId, locationId, reasonId })
    await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Naprawione', undoSeconds: 0 }, await kontuar.tokenOf('agent', asking.org))
    await ask('PATCH', `/tickets/${ticketId}`, { assigneeId: asking.org.staff.manager.staffId })
    await close(ticketId, { result: 'solved' })
    const [row, ...others] = await rows()
    expect(others).toEqual([])
    const { closedAt } = (await ask('GET', `/tickets/${ticketId}`)).body
    expect(row).toMatchObject({
      touchpoint_id: touchpointId, customer_id: customerId, ticket_id: ticketId, state: 'planned', reason: null, staff_id: agent, team_id: teamId, queue_id: queueId, location_id: locationId, reason_id: reasonId,
      channel: 'email', ticket_result: 'solved', language: 'pl', token_hash: null,
    })
    expect(row!.cause).toBe(`ticket:${ticketId}:${row!.source_interaction_id}`)
    expect(Math.abs(row!.send_at.getTime() - Date.parse(closedAt) - 1440 * 60_000)).toBeLessThan(60_000)
  })
  test('and told of again asks nobody again', async () => {
    await touchpoint('ticket-closed')
    const { ticketId } = await matter()
    await close(ticketId)
    const [event] = await write((tx) => tx.query<{ id: string; at: Date; ids: Record<string, string> }>(`select id, at, ids from event where org_id = $1 and name = 'diary.ticketClosed'`, [tx.orgId]))
    await write(async (tx) => tx.enqueue('feedback.inviteToSurveys', { events: [{ ...event, name: 'diary.ticketClosed', detail: {} }, { ...event, name: 'diary.ticketClosed', detail: {} }] }))
    await kontuar.runJobs()
    expect(await reasons()).toEqual(['planned'])
  })
  test('and opened again before we are told is not asked about', async () => {
    await touchpoint('ticket-closed')
    const { ticketId } = await matter()
    await ask('PATCH', `/tickets/${ticketId}`, { status: 'closed' })
    await ask('PATCH', `/tickets/${ticketId}`, { status: 'open' })
    await kontuar.runJobs()
    expect(await reasons()).toEqual(['ticket-reopened'])
  })
  test('by being merged has no end of its own', async () => {
    await touchpoint('ticket-closed')
    const [from, into] = [await matter('a@klient.example'), await matter('a@klient.example', { subject: 'Inna' })]
    expect((await ask('POST', `/tickets/${from.ticketId}/merge`, { intoId: into.ticketId })).status).toBe(200)
    await kontuar.runJobs()
    expect(await rows()).toEqual([])
  })
  test('is asked about by each touchpoint whose conditions it meets, and the others say why not', async () => {
    const other = await write((tx) => buildSurvey(tx))
    const fits = await touchpoint('ticket-closed', { conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'high' }] } })
    const not = await touchpoint('ticket-closed', { position: 1, conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'low' }] } }, other)
    const channel = await touchpoint('ticket-closed', { position: 2, channels: ['phone'] }, other)
    const { ticketId } = await matter()
    await ask('PATCH', `/tickets/${ticketId}`, { priority: 'high' })
    await close(ticketId)
    expect(new Map((await rows()).map((r) => [r.touchpoint_id, r.reason ?? r.state]))).toEqual(new Map([[fits, 'planned'], [not, 'conditions'], [channel, 'conditions']]))
  })
  test('where only machines wrote is not asked about', async () => {
    await touchpoint('ticket-closed')
    const { ticketId } = await matter(undefined, { automatic: true, mailClass: 'auto-reply' })
    await close(ticketId)
    expect(await reasons()).toEqual(['automatic'])
  })
  test('means nothing where no touchpoint listens', async () => {
    await touchpoint('interaction-recorded')
    await close((await matter()).ticketId)
    expect(await rows()).toEqual([])
  })
})

describe('other happenings', () => {
  test('a recorded call, by the colleague who recorded it, and only of the kinds that are meant', async () => {
    await touchpoint('interaction-recorded', { interactionKinds: ['call'], roads: ['sms', 'email'] })
    const call = await ask('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Halina', phone: '600 700 800', email: 'halina@klient.example' }, request: 'Pytanie' })
    await ask('POST', '/interactions', { kind: 'visit', channel: 'visit', ticketId: call.body.ticketId, request: 'Odbiór' })
    await kontuar.runJobs()
    expect(await rows()).toMatchObject([{ cause: `interaction:${call.body.id}`, source_interaction_id: call.body.id, ticket_id: call.body.ticketId, staff_id: asking.org.staff.administrator.staffId, channel: 'phone', state: 'planned' }])
  })
  test('a contact written down long after it was is not asked about', async () => {
    await touchpoint('interaction-recorded')
    await ask('POST', '/interactions', { kind: 'visit', channel: 'visit', customer: { name: 'Halina', email: 'halina@klient.example' }, request: 'Odbiór', at: new Date(Date.now() - 40 * 86_400_000).toISOString() })
    await kontuar.runJobs()
    expect(await reasons()).toEqual(['too-late'])
  })
  test('a purchase or a delivery, with what was bought', async () => {
    await touchpoint('delivery')
    await touchpoint('purchase', { position: 1 }, await write((tx) => buildSurvey(tx)))
    const [purchaseId, customerId] = await write(async (tx) => {
      const [purchase, customer] = [newId(), await buildCustomer(tx)]
      await tx.query(`insert into purchase (org_id, id, kind, source, number, customer_id, staff_id, at, facts) values ($1, $2, 'delivery', 'api', 'Z/12', $3, $4, now(), '{"product": "Buty", "price": 12.5, "odd": {"a": 1}}')`, [tx.orgId, purchase, customer, asking.org.staff.agent.staffId])
      tx.publish({ name: 'feedback.purchaseTaken', ids: { purchaseId: purchase, customerId: customer } })
      return [purchase, customer]
    })
    await kontuar.runJobs()
    expect(await rows()).toMatchObject([{ cause: `purchase:${purchaseId}`, customer_id: customerId, purchase_id: purchaseId, ticket_id: null, state: 'planned', staff_id: asking.org.staff.agent.staffId, facts: { order: 'Z/12', product: 'Buty', price: '12.5' } }])
  })
  test('a complaint that is decided, once it is closed with an answer; while it is open its customer is asked nothing else', async () => {
    const queues = (await ask('GET', '/queues')).body.items
    const { ticketId, customerId } = await matter('zla@klient.example')
    await ask('PATCH', `/tickets/${ticketId}`, { queueId: queues.find((q: { readyMade: string }) => q.readyMade === 'complaints').id })
    await kontuar.runJobs()
    await touchpoint('complaint-decided')
    await touchpoint('ticket-closed', { position: 1 }, await write((tx) => buildSurvey(tx)))
    const other = await matter('zla@klient.example', { subject: 'Inna sprawa' })
    expect(other.customerId).toBe(customerId)
    await close(other.ticketId)
    expect(await reasons()).toEqual(['open-complaint'])
    await ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Uznajemy', undoSeconds: 0 })
    await close(ticketId)
    const asked = (await rows()).filter((r) => r.ticket_id === ticketId)
    expect(asked.find((r) => r.cause.startsWith('complaint:'))).toMatchObject({ state: 'planned', ticket_id: ticketId })
    expect(asked.find((r) => r.cause.startsWith('ticket:'))).toMatchObject({ state: 'suppressed', reason: 'other-survey-first' })
  })
})

describe('a person', () => {
  const happen = (customerId: string, given: object = {}) => write((tx) => planInvitations(tx, [{ ...bareHappening({ cause: `api:${newId()}`, trigger: 'api', customerId, at: new Date() }), ...given }]))
  const wish = (customerId: string, columns: string, values: string) => write((tx) => tx.query(`insert into asking_wish (org_id, customer_id, ${columns}) values ($1, $2, ${values})`, [tx.orgId, customerId]))

  test.each<[string, (customerId: string) => Promise<unknown>]>([
    ['opted-out', (id) => wish(id, 'opted_out_at', 'now()')],
    ['minor', (id) => wish(id, 'minor', 'true')],
    ['minor', (id) => wish(id, 'born_on', `current_date - interval '17 years'`)],
    ['no-address', (id) => write((tx) => tx.query('delete from identity where org_id = $1 and customer_id = $2', [tx.orgId, id]))],
    ['automatic', (id) => write((tx) => tx.query(`update identity set address = 'noreply@sklep.example' where org_id = $1 and customer_id = $2`, [tx.orgId, id]))],
    ['cannot-send', () => write((tx) => tx.query('update mailbox set smtp = null where org_id = $1', [tx.orgId]))],
    ['survey-not-active', () => write((tx) => tx.query(`update survey set state = 'paused' where org_id = $1`, [tx.orgId]))],
    ['sampled-out', () => write((tx) => tx.query(`update touchpoint set definition = definition || '{"sampleShare": 0}' where org_id = $1`, [tx.orgId]))],
  ])('who is not asked has a row: %s', async (reason, change) => {
    await touchpoint('api')
    const customerId = await write((tx) => buildCustomer(tx))
    await change(customerId)
    expect(await happen(customerId)).toMatchObject([{ state: 'suppressed', reason }])
    expect(await rows()).toMatchObject([{ customer_id: customerId, state: 'suppressed', reason }])
  })
  test('is wanted by two surveys: the more important one stays, also when it comes later', async () => {
    const other = await write((tx) => buildSurvey(tx))
    const [less, more] = [await touchpoint('api', { position: 5 }), await touchpoint('list', { position: 1 }, other)]
    const customerId = await write((tx) => buildCustomer(tx))
    await happen(customerId)
    await happen(customerId, { trigger: 'list', cause: 'list:1' })
    const found = await rows()
    expect(found.find((r) => r.touchpoint_id === less)).toMatchObject({ state: 'suppressed', reason: 'other-survey-first', detail: { invitationId: found.find((r) => r.touchpoint_id === more)!.id } })
    expect(found.find((r) => r.touchpoint_id === more)).toMatchObject({ state: 'planned' })
    await happen(customerId)
    expect((await rows()).filter((r) => r.touchpoint_id === less).map((r) => r.reason)).toEqual(['other-survey-first', 'other-survey-first'])
  })
  test('is wanted by many at once, in as many transactions: one is planned', async () => {
    await touchpoint('api')
    const customerId = await write((tx) => buildCustomer(tx))
    await Promise.all(Array.from({ length: 6 }, () => happen(customerId)))
    expect((await reasons()).toSorted()).toEqual([...Array.from({ length: 5 }, () => 'already-asked'), 'planned'])
  })
  test('is counted in the steps of the survey, asked or not', async () => {
    await touchpoint('api')
    const [first, second] = await write(async (tx) => [await buildCustomer(tx), await buildCustomer(tx, { email: null })])
    await happen(first!)
    await happen(second!)
    const facts = await write((tx) => tx.query<{ step: string }>(`select counted->'~'->>0 as step from feedback_fact where org_id = $1 order by id`, [tx.orgId]))
    expect(facts.map((f) => f.step)).toEqual(['planned', 'planned', 'suppressed:no-address'])
  })
})
