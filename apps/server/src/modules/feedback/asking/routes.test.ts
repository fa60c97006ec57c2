// Guards what people and programs do about asking: touchpoints, trying them, asking by hand, taking back, wishes, settings; and who may.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { hashToken } from '../answering/tokens.ts'
import { buildAskingOrganization, buildCustomer, buildMatter, buildSurvey, buildTouchpoint, invitationsOf, type AskingOrganization } from './asking.fixture.ts'
import { listStatement } from './invitations/list-invitations.ts'
import { bareHappening } from './planning/happening.ts'
import { planInvitations } from './planning/plan-invitations.ts'

let kontuar: TestKontuar
let asking: AskingOrganization
beforeAll(async () => { kontuar = await startTestKontuar({}, { organizations: false }) })
afterAll(() => kontuar.stop())
beforeEach(async () => { asking = await buildAskingOrganization(kontuar) })

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(asking.org.orgId, work)
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object, token = asking.token) => kontuar.ask(method, path, body, token)
const rows = () => invitationsOf(kontuar, asking)
const customer = (given: Parameters<typeof buildCustomer>[1] = {}) => write((tx) => buildCustomer(tx, given))
const refused = (fields: object) => ({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(/^[A-Z"].*\.$/), fields } })

describe('a touchpoint', () => {
  const create = (given: object = {}) => ask('POST', '/touchpoints', { surveyId: asking.surveyId, name: 'Po zamknięciu', trigger: 'ticket-closed', ...given })

  test('is made whole from what is given, and asks last of all', async () => {
    const first = await create()
    expect(first).toMatchObject({ status: 201, body: { name: 'Po zamknięciu', surveyName: 'Ocena', trigger: 'ticket-closed', position: 0, active: true, retired: false, counts: { planned: 0, sent: 0, suppressed: 0, answered: 0 } } })
    expect(first.body.definition).toEqual({ interactionKinds: [], channels: [], conditions: null, roads: ['email'], delayMinutes: 60, sampleShare: 1, restDays: null, exclude: { openComplaint: true, minors: true } })
    expect((await create({ name: 'Druga', definition: { sampleShare: 0.5, roads: ['sms', 'email'] } })).body).toMatchObject({ position: 1, definition: { sampleShare: 0.5, roads: ['sms', 'email'], delayMinutes: 60 } })
  })
  test('moves among the others, which make room', async () => {
    const ids: string[] = []
    for (const name of ['a', 'b', 'c', 'd']) ids.push((await create({ name })).body.id)
    const order = async () => (await ask('GET', '/touchpoints')).body.items.map((t: { name: string }) => t.name).join('')
    await ask('PATCH', `/touchpoints/${ids[3]}`, { position: 0 })
    expect(await order()).toBe('dabc')
    await ask('PATCH', `/touchpoints/${ids[0]}`, { position: 9999 })
    expect(await order()).toBe('dbca')
    await ask('PATCH', `/touchpoints/${ids[1]}`, { retired: true })
    expect(await order()).toBe('dcab')
    expect((await ask('PATCH', `/touchpoints/${ids[1]}`, { retired: false })).body).toMatchObject({ retired: false, active: false, position: 3 })
    const pages = [await ask('GET', '/touchpoints?limit=3')]
    pages.push(await ask('GET', `/touchpoints?limit=3&cursor=${pages[0]!.body.next}`))
    expect(pages.flatMap((p) => p.body.items.map((t: { name: string }) => t.name)).join('')).toBe('dcab')
    expect(pages[1]!.body.next).toBeNull()
  })
  test('keeps what a change does not name, and says what it did lately', async () => {
    const { body: { id } } = await create({ trigger: 'api', definition: { delayMinutes: 1440, channels: [] } })
    expect((await ask('PATCH', `/touchpoints/${id}`, { definition: { sampleShare: 1, restDays: 7 } })).body.definition).toMatchObject({ delayMinutes: 1440, restDays: 7 })
    const people = [await customer(), await customer({ email: null })]
    await write((tx) => planInvitations(tx, people.map((customerId) => bareHappening({ cause: customerId, trigger: 'api', customerId, at: new Date() }))))
    expect((await ask('GET', `/touchpoints/${id}`)).body.counts).toEqual({ planned: 1, sent: 0, suppressed: 1, answered: 0 })
  })
  test.each<[string, object, object]>([
    ['no name', { name: '  ' }, { name: 'is empty' }], ['an unknown survey', { surveyId: newId() }, { surveyId: 'is not in use' }], ['no survey', { surveyId: 'x' }, { surveyId: 'is not in use' }],
    ['conditions where there is no ticket', { trigger: 'purchase', definition: { conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '=', value: 'high' }] } } }, { 'definition.conditions': 'have no ticket to ask about' }],
    ['channels where there are none', { trigger: 'list', definition: { channels: ['email'] } }, { 'definition.channels': 'do not apply' }],
    ['kinds of what is not recorded', { definition: { interactionKinds: ['call'] } }, { 'definition.interactionKinds': 'do not apply' }],
    ['an unknown field', { definition: { conditions: { combinator: 'and', rules: [{ field: '__proto__', operator: '=', value: 1 }] } } }, { 'conditions.0': expect.any(String) }],
    ['one road twice', { definition: { roads: ['email', 'email'] } }, { 'definition.roads': expect.any(String) }],
    ['"me", where nobody asks', { definition: { conditions: { combinator: 'and', rules: [{ field: 'assigneeId', operator: '=', value: '@me' }] } } }, { 'conditions.0': expect.any(String) }],
  ])('with %s is refused in one sentence', async (_what, given, fields) => {
    expect(await create(given)).toMatchObject(refused(fields))
    expect((await ask('GET', '/touchpoints')).body.items).toEqual([])
  })
  test.each([[{ sampleShare: 1.1 }], [{ sampleShare: -0.1 }], [{ roads: [] }], [{ delayMinutes: 1.5 }], [{ roads: ['pigeon'] }], [{ unknown: 1 }]])('with %j is refused by its shape', async (definition) => {
    expect((await create({ definition })).status).toBe(400)
  })
  test('that is retired is not switched on', async () => {
    const { body: { id } } = await create()
    await ask('PATCH', `/touchpoints/${id}`, { retired: true })
    expect(await ask('PATCH', `/touchpoints/${id}`, { active: true })).toMatchObject({ status: 422, body: { code: 'cannot-do' } })
  })
})

describe('trying a touchpoint', () => {
  test('says whom it would have asked in the past and whom not, with the reasons of the real thing, and stores nothing', async () => {
    const matters = await write(async (tx) => [
      await buildMatter(tx, asking.mailboxId, 'raz@klient.example'), await buildMatter(tx, asking.mailboxId, 'raz@klient.example', { subject: 'Druga' }), await buildMatter(tx, asking.mailboxId, 'dwa@klient.example'),
      await buildMatter(tx, asking.mailboxId, 'nie@klient.example'), await buildMatter(tx, asking.mailboxId, 'noreply@klient.example'), await buildMatter(tx, asking.mailboxId, 'otwarta@klient.example'),
    ])
    await ask('PATCH', `/tickets/${matters[2]!.ticketId}`, { priority: 'low' })
    for (const { ticketId } of matters.slice(0, 5)) await ask('PATCH', `/tickets/${ticketId}`, { status: 'closed' })
    await ask('PATCH', `/customers/${matters[3]!.customerId}/asking`, { optedOut: true })
    await kontuar.runJobs()
    const definition = { conditions: { combinator: 'and', rules: [{ field: 'priority', operator: '!=', value: 'low' }] }, delayMinutes: 0 }
    expect((await ask('POST', '/touchpoints/try', { trigger: 'ticket-closed', definition })).body).toEqual({ days: 30, happened: 5, asked: 1, suppressed: { 'rest-period': 1, conditions: 1, 'opted-out': 1, automatic: 1 } })
    expect((await ask('POST', '/touchpoints/try', { trigger: 'ticket-closed', definition: { sampleShare: 0 }, days: 7 })).body).toMatchObject({ days: 7, happened: 5, asked: 0, suppressed: { 'sampled-out': 5 } })
    expect((await ask('POST', '/touchpoints/try', { trigger: 'ticket-closed', definition: { restDays: 0, exclude: { minors: true, openComplaint: true } } })).body).toMatchObject({ asked: 3 })
    expect((await ask('POST', '/touchpoints/try', { trigger: 'list' })).body).toEqual({ days: 30, happened: 0, asked: 0, suppressed: {} })
    expect(await rows()).toEqual([])
  })
  test('asks about recorded contacts, purchases and complaints alike', async () => {
    await ask('POST', '/interactions', { kind: 'call', channel: 'phone', customer: { name: 'Halina', email: 'halina@klient.example' }, request: 'Pytanie' })
    await ask('POST', '/interactions', { kind: 'visit', channel: 'visit', customer: { name: 'Jan', email: 'jan@klient.example' }, request: 'Odbiór' })
    expect((await ask('POST', '/touchpoints/try', { trigger: 'interaction-recorded', definition: { interactionKinds: ['visit'] } })).body).toMatchObject({ happened: 1, asked: 1 })
    const customerId = await customer()
    await write((tx) => tx.query(`insert into purchase (org_id, id, kind, source, number, customer_id, at) values ($1, $2, 'purchase', 'api', '1', $3, now() - interval '3 days')`, [tx.orgId, newId(), customerId]))
    expect((await ask('POST', '/touchpoints/try', { trigger: 'purchase' })).body).toMatchObject({ happened: 1, asked: 1 })
    expect((await ask('POST', '/touchpoints/try', { trigger: 'delivery' })).body).toMatchObject({ happened: 0 })
    expect((await ask('POST', '/touchpoints/try', { trigger: 'complaint-decided' })).body).toMatchObject({ happened: 0 })
  })
  test('agrees with what the touchpoint then does', async () => {
    const touchpointId = await write((tx) => buildTouchpoint(tx, asking.surveyId, 'ticket-closed', { delayMinutes: 1440 }))
    const addresses = ['a', 'a', 'b', 'noreply', 'c', 'b'].map((name) => `${name}@klient.example`)
    for (const address of addresses) {
      const { ticketId } = await write((tx) => buildMatter(tx, asking.mailboxId, address, { subject: newId() }))
      await ask('PATCH', `/tickets/${ticketId}`, { status: 'closed' })
    }
    await kontuar.runJobs()
    const really = (await rows()).filter((r) => r.touchpoint_id === touchpointId)
    expect((await ask('POST', '/touchpoints/try', { trigger: 'ticket-closed', definition: { delayMinutes: 1440 } })).body).toMatchObject({ happened: really.length, asked: really.filter((r) => r.state === 'planned').length })
  })
})

describe('asking by hand', () => {
  test('a link is told once and opens the invitation; a second one waits for the rest to end', async () => {
    const customerId = await customer()
    const first = await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, customerId, road: 'link', facts: { product: 'Buty' } })
    expect(first).toMatchObject({ status: 201, body: { state: 'sent', road: 'link', version: 1, customerId, url: expect.stringMatching(/\/s\/[\w-]{22}$/), expiresAt: expect.any(String) } })
    expect((await rows())[0]!.token_hash).toEqual(hashToken(first.body.url.slice(-22)))
    expect((await ask('GET', '/survey-invitations')).text).not.toContain(first.body.url.slice(-22))
    const second = await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, customerId, road: 'link' })
    expect(second).toMatchObject({ status: 201, body: { state: 'suppressed', reason: 'rest-period', url: null } })
  })
  test('a person described by phone and address becomes a customer, and is asked later when it is wanted', async () => {
    const sendAt = new Date(Date.now() + 86_400_000).toISOString()
    const made = await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, customer: { name: 'Halina', email: 'halina@klient.example' }, sendAt, language: 'en' })
    expect(made).toMatchObject({ status: 201, body: { state: 'planned', customerName: 'Halina', sendAt, language: 'en', url: null } })
    expect((await ask('GET', `/survey-invitations?customerId=${made.body.customerId}`)).body.items).toHaveLength(1)
    expect(await ask('POST', `/survey-invitations/${made.body.id}/cancel`)).toMatchObject({ status: 200, body: { state: 'cancelled' } })
    expect((await ask('POST', `/survey-invitations/${made.body.id}/cancel`)).status).toBe(200)
    const gone = await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, customerId: made.body.customerId, road: 'link' })
    expect(await ask('POST', `/survey-invitations/${gone.body.id}/cancel`)).toMatchObject({ status: 409, body: { code: 'too-late' } })
  })
  test('from a ticket, by whoever answers it, with its facts', async () => {
    const { ticketId, customerId } = await write((tx) => buildMatter(tx, asking.mailboxId))
    const agent = await kontuar.tokenOf('agent', asking.org)
    const made = await ask('POST', `/tickets/${ticketId}/survey-invitations`, { surveyId: asking.surveyId, road: 'link' }, agent)
    expect(made).toMatchObject({ status: 201, body: { ticketId, customerId, state: 'sent', ticketNumber: expect.any(Number) } })
    expect((await rows())[0]).toMatchObject({ channel: 'email', cause: expect.stringMatching(/^api:/) })
    expect((await ask('POST', `/tickets/${ticketId}/survey-invitations`, { surveyId: asking.surveyId }, await kontuar.tokenOf('observer', asking.org))).status).toBe(403)
    expect((await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, customerId }, agent)).status).toBe(403)
  })
  test('through a touchpoint, by its rules', async () => {
    const touchpointId = await write((tx) => buildTouchpoint(tx, asking.surveyId, 'api', { sampleShare: 0 }))
    expect((await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, touchpointId, customerId: await customer() })).body).toMatchObject({ state: 'suppressed', reason: 'sampled-out', touchpointId, touchpointName: 'api' })
  })
  test.each<[string, (known: { customerId: string; ticketId: string; otherSurvey: string; touchpointId: string }) => object, number]>([
    ['nobody', () => ({}), 400], ['somebody without an address', () => ({ customer: { name: 'X' } }), 400], ['an unknown customer', () => ({ customerId: newId() }), 404], ['a rubbish customer', () => ({ customerId: 'x' }), 404], ['an unknown ticket', () => ({ ticketId: newId() }), 404],
    ['an unknown interaction', () => ({ interactionId: newId() }), 404], ['an unknown survey', ({ customerId }) => ({ surveyId: newId(), customerId }), 400], ['the customer of another ticket', ({ customerId, ticketId }) => ({ ticketId, customerId }), 400],
    ['a touchpoint of another survey', ({ customerId, touchpointId, otherSurvey }) => ({ customerId, touchpointId, surveyId: otherSurvey }), 400], ['a link for later', ({ customerId }) => ({ customerId, road: 'link', sendAt: '2027-01-01T00:00:00Z' }), 400],
    ['a time nobody lives to see', ({ customerId }) => ({ customerId, sendAt: '2999-01-01T00:00:00Z' }), 400], ['a rubbish address', () => ({ customer: { email: 'brak' } }), 400], ['an unknown location', ({ customerId }) => ({ customerId, locationId: newId() }), 400],
    ['an unknown colleague', ({ customerId }) => ({ customerId, staffId: newId() }), 400], ['a hundred facts', ({ customerId }) => ({ customerId, facts: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`f${n}`, 'x'])) }), 400],
  ])('naming %s is refused, and leaves nothing', async (_what, body, status) => {
    const known = await write(async (tx) => ({ customerId: await buildCustomer(tx), ticketId: (await buildMatter(tx, asking.mailboxId)).ticketId, otherSurvey: await buildSurvey(tx), touchpointId: await buildTouchpoint(tx, asking.surveyId, 'api') }))
    const answer = await ask('POST', '/survey-invitations', { surveyId: asking.surveyId, ...body(known) })
    expect(answer.status, answer.text).toBe(status)
    expect(await rows()).toEqual([])
  })
})

describe('the list of invitations', () => {
  test('is paged without gaps or doubles by every filter, and served by an index in its order', async () => {
    const touchpointId = await write((tx) => buildTouchpoint(tx, asking.surveyId, 'api', { delayMinutes: 1440 }))
    const people = await write((tx) => Promise.all(Array.from({ length: 7 }, (_, n) => buildCustomer(tx, n % 2 === 0 ? {} : { email: null }))))
    await write((tx) => planInvitations(tx, people.map((customerId) => bareHappening({ cause: customerId, trigger: 'api', customerId, at: new Date() }))))
    const all = async (filter: string) => {
      const seen: string[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const answer: Awaited<ReturnType<typeof ask>> = await ask('GET', `/survey-invitations?limit=2&${filter}${cursor === '' ? '' : `&cursor=${cursor}`}`)
        expect(answer.status, answer.text).toBe(200)
        seen.push(...answer.body.items.map((i: { id: string }) => i.id))
        cursor = answer.body.next
      }
      expect(new Set(seen).size).toBe(seen.length)
      return seen.length
    }
    expect(await all('')).toBe(7)
    expect(await all(`surveyId=${asking.surveyId}`)).toBe(7)
    expect(await all(`touchpointId=${touchpointId}&state=suppressed&reason=no-address`)).toBe(3)
    expect(await all(`customerId=${people[0]}`)).toBe(1)
    expect(await all('surveyId=x')).toBe(0)
    for (const cursor of ['x', Buffer.from('["a","b"]').toString('base64url'), Buffer.from('["2026-01-01T00:00:00Z","b"]').toString('base64url')]) expect((await ask('GET', `/survey-invitations?cursor=${cursor}`)).body.code).toBe('invalid-cursor')
    await write(async (tx) => {
      await tx.query('set local enable_seqscan = off')
      await tx.query('set local enable_sort = off')
      const plan = async (asked: [string, string][]) => {
        const { text, values } = listStatement(tx.orgId, asked, {}, 50)
        return JSON.stringify(await tx.query(`explain ${text}`, values))
      }
      expect(await plan([])).toContain('survey_invitation_pkey')
      expect(await plan([['survey_id', asking.surveyId]])).toContain('survey_invitation_by_survey')
      expect(await plan([['touchpoint_id', touchpointId]])).toMatch(/survey_invitation_by_survey|survey_invitation_once/)
      expect(await plan([['customer_id', people[0]!]])).toContain('survey_invitation_by_customer')
    })
  })
  test('shows a person who sees some queues only what belongs to these', async () => {
    const [seen, unseen] = [newId(), newId()]
    await write((tx) => tx.query(`insert into queue (org_id, id, name, position) values ($1, $2, 'Widoczna', 90), ($1, $3, 'Niewidoczna', 91)`, [tx.orgId, seen, unseen]))
    const ticketIds: string[] = []
    for (const queueId of [seen, unseen]) {
      const { ticketId } = await write((tx) => buildMatter(tx, asking.mailboxId))
      await ask('PATCH', `/tickets/${ticketId}`, { queueId })
      await ask('POST', `/tickets/${ticketId}/survey-invitations`, { surveyId: asking.surveyId, road: 'link' })
      ticketIds.push(ticketId)
    }
    const manager = await kontuar.tokenOf('manager', asking.org)
    await ask('PUT', `/staff/${asking.org.staff.manager.staffId}/access`, { access: 'granted', queueIds: [seen], locationIds: [] })
    const { items } = (await ask('GET', '/survey-invitations', undefined, manager)).body
    expect(items.map((i: { ticketId: string }) => i.ticketId)).toEqual([ticketIds[0]])
    const hidden = (await rows()).find((r) => r.ticket_id === ticketIds[1])!
    expect((await ask('POST', `/survey-invitations/${hidden.id}/cancel`, undefined, manager)).status).toBe(404)
    expect((await ask('POST', `/tickets/${ticketIds[1]}/survey-invitations`, { surveyId: asking.surveyId }, manager)).status).toBe(404)
    const { ticketId } = await write((tx) => buildMatter(tx, asking.mailboxId))
    await ask('PATCH', `/tickets/${ticketId}`, { queueId: seen })
    expect((await ask('POST', `/tickets/${ticketId}/survey-invitations`, { surveyId: asking.surveyId, road: 'link' }, manager)).status).toBe(201)
  })
})

describe('what a customer wishes', () => {
  test('is nothing at first, is kept with who said it, and can be taken back', async () => {
    const path = `/customers/${await customer()}/asking`
    expect((await ask('GET', path)).body).toMatchObject({ optedOutAt: null, optedOutBy: null, minor: false, bornOn: null, lastAskedAt: null, nextAskingFrom: null })
    expect((await ask('PATCH', path, { optedOut: true, bornOn: '2010-02-28' })).body).toMatchObject({ optedOutAt: expect.any(String), optedOutBy: 'api', bornOn: '2010-02-28' })
    expect((await ask('PATCH', path, { minor: true })).body).toMatchObject({ optedOutAt: expect.any(String), minor: true, bornOn: '2010-02-28' })
    expect((await ask('PATCH', path, { optedOut: false, bornOn: null })).body).toMatchObject({ optedOutAt: null, optedOutBy: null, bornOn: null, minor: true })
  })
  test.each(['2026-02-30', '2999-01-01', '1850-01-01'])('born on %s is refused', async (bornOn) => {
    expect(await ask('PATCH', `/customers/${await customer()}/asking`, { bornOn })).toMatchObject(refused({ bornOn: expect.any(String) }))
  })
})

describe('the settings', () => {
  const upload = async (bytes: Buffer, token = asking.token) => {
    const edge = 'xyzxyz'
    const payload = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="logo.png"\r\ncontent-type: image/png\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
    const answer = await kontuar.inject({ method: 'POST', url: '/api/v1/feedback-settings/logo', headers: { authorization: `Bearer ${token}`, 'content-type': `multipart/form-data; boundary=${edge}` }, payload })
    return { status: answer.statusCode, body: answer.json() }
  }
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

  test('stand before anybody changed them, change one by one, and leave a trace', async () => {
    await write((tx) => tx.query(`update feedback_setting set send_from = '08:00', send_until = '20:00' where org_id = $1`, [tx.orgId]))
    expect((await ask('GET', '/feedback-settings')).body).toEqual({ restDays: 30, sendFrom: '08:00', sendUntil: '20:00', expireDays: 30, agentsSee: 'all', look: { colour: '#0b6e6e', logo: null, name: null } })
    expect((await ask('PATCH', '/feedback-settings', { restDays: 60, look: { colour: '#aa0000', logo: null, name: ' Salon ' } })).body).toMatchObject({ restDays: 60, sendFrom: '08:00', look: { colour: '#aa0000', name: 'Salon' } })
    expect((await ask('GET', '/audit')).body.items[0]).toMatchObject({ action: 'feedback-settings.changed', detail: { restDays: [30, 60] } })
    for (const body of [{ sendFrom: '25:00' }, { look: { colour: 'red', logo: null, name: null } }, { restDays: -1 }, {}]) expect((await ask('PATCH', '/feedback-settings', body)).status, JSON.stringify(body)).toBe(400)
  })
  test('take a logo by what it is, and no other file of the organization', async () => {
    const made = await upload(png)
    expect(made).toMatchObject({ status: 200, body: { look: { logo: expect.stringMatching(/^[0-9a-f]{64}$/) } } })
    const { look } = made.body
    expect((await ask('PATCH', '/feedback-settings', { look: { ...look, colour: '#000000' } })).body.look).toEqual({ ...look, colour: '#000000' })
    expect(await ask('PATCH', '/feedback-settings', { look: { ...look, logo: 'a'.repeat(64) } })).toMatchObject(refused({ 'look.logo': expect.any(String) }))
    expect((await ask('PATCH', '/feedback-settings', { look: { ...look, logo: null } })).body.look.logo).toBeNull()
  })
  test.each<[string, Buffer, number]>([['SVG under another name', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 415], ['nothing', Buffer.alloc(0), 415], ['more than 500 KB', Buffer.concat([png, Buffer.alloc(500 * 1024)]), 413]])('refuse as a logo: %s', async (_what, bytes, status) => {
    expect((await upload(bytes)).status).toBe(status)
    expect((await ask('GET', '/feedback-settings')).body.look.logo).toBeNull()
  })
  test('are shown to observers and changed by nobody below a manager', async () => {
    const observer = await kontuar.tokenOf('observer', asking.org)
    expect((await ask('GET', '/feedback-settings', undefined, observer)).status).toBe(200)
    expect((await ask('PATCH', '/feedback-settings', { restDays: 1 }, observer)).status).toBe(403)
    expect((await upload(png, observer)).status).toBe(403)
  })
})
