// Guards that an invitation leaves once, with its link, and that the diary and the tables hold no way in; that what changed since it was
// planned is seen; that neither two workers nor a crash ask twice or half.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { gatewaySettings, openGatewayDouble, type GatewayDouble } from '../../../channels/sms/testing.ts'
import { openSink, type Sink } from '../../../channels/sending/testing.ts'
import { receiveMessages } from '../../../diary/index.ts'
import { buildMessage } from '../../../diary/testing.ts'
import { hashToken } from '../../answering/tokens.ts'
import { noteFacts } from '../../counting/index.ts'
import { buildAskingOrganization, buildCustomer, buildMatter, buildSurvey, buildTouchpoint, invitationsOf, type AskingOrganization } from '../asking.fixture.ts'
import { bareHappening } from '../planning/happening.ts'
import { planInvitations } from '../planning/plan-invitations.ts'
import { optOut } from '../wishes/opt-out.ts'
import { sendBatch } from './send-batch.ts'

let kontuar: TestKontuar
let sink: Sink
let gateway: GatewayDouble
let asking: AskingOrganization
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_PRIVATE_SMS: '1' }, { organizations: false })
  sink = await openSink()
  gateway = await openGatewayDouble()
})
afterAll(async () => {
  await kontuar.stop()
  await sink.close()
  await gateway.close()
})
beforeEach(async () => {
  asking = await buildAskingOrganization(kontuar, sink.port)
  sink.taken.length = 0
  gateway.taken.length = 0
})

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(asking.org.orgId, work)
const ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => kontuar.ask(method, path, body, asking.token)
const rows = () => invitationsOf(kontuar, asking)
const outcome = async () => (await rows()).map((r) => r.reason ?? r.state)
const plain = (raw: string) => Buffer.from(raw.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8')
const tokenIn = (text: string) => /\/s\/([\w-]{22})/.exec(text)?.[1] ?? ''
const happen = (customerId: string, given: object = {}) => write((tx) => planInvitations(tx, [{ ...bareHappening({ cause: `api:${newId()}`, trigger: 'api', customerId, at: new Date() }), ...given }]))
const touchpoint = (given: Parameters<typeof buildTouchpoint>[3] = {}, trigger: Parameters<typeof buildTouchpoint>[2] = 'api', surveyId = asking.surveyId) => write((tx) => buildTouchpoint(tx, surveyId, trigger, given))
const customer = (given: Parameters<typeof buildCustomer>[1] = {}) => write((tx) => buildCustomer(tx, given))
/** Planned for later, and due by now. */
const becomeDue = () => write((tx) => tx.query(`update survey_invitation set send_at = now() - interval '1 second' where org_id = $1 and state = 'planned'`, [tx.orgId]))
const send = async () => {
  await write(async (tx) => tx.enqueue('feedback.sendInvitations', {}))
  await kontuar.runJobs()
}

describe('an invitation by mail', () => {
  test('leaves in the ticket’s thread with its link, is bound to version, person and term, and the way in is kept nowhere', async () => {
    await touchpoint({}, 'ticket-closed')
    const { ticketId, address } = await write((tx) => buildMatter(tx, asking.mailboxId))
    await ask('PATCH', `/tickets/${ticketId}`, { status: 'closed' })
    await kontuar.runJobs()
    const [row] = await rows()
    expect(row).toMatchObject({ state: 'sent', road: 'email', address, language: 'pl', version: 1, ticket_id: ticketId, reason: null })
    expect(Math.round((row!.expires_at!.getTime() - row!.sent_at!.getTime()) / 86_400_000)).toBe(30)
    const mail = plain(sink.taken[0]!.raw)
    expect(sink.taken[0]!.to).toEqual([address])
    expect(mail).toContain('Anna, czy polecisz nas?')
    const token = tokenIn(mail)
    expect(hashToken(token)).toEqual(row!.token_hash)
    expect(mail).toContain(`List-Unsubscribe: <http://localhost/u/${token}>`)
    const entry = (await ask('GET', `/interactions/${row!.interaction_id}`)).body
    expect(entry).toMatchObject({ ticketId, direction: 'out', automatic: true, delivery: { state: 'sent' } })
    expect(JSON.stringify(entry) + (await ask('GET', `/interactions/${row!.interaction_id}/raw`)).text).not.toContain(token)
    const found = await write((tx) => tx.query(
      `select 'invitation' from survey_invitation r where r::text like $1 union all select 'entry' from interaction r where r::text like $1 union all select 'event' from event r where r::text like $1
       union all select 'audit' from audit r where r::text like $1 union all select 'fact' from feedback_fact r where r::text like $1`, [`%${token}%`]))
    expect(found).toEqual([])
    expect((await ask('GET', `/tickets/${ticketId}`)).body).toMatchObject({ statusCategory: 'closed' })
  })
  test('speaks the language of the contact, else of the profile, else of the organization', async () => {
    await touchpoint()
    await happen(await customer({ language: 'ru' }), { language: 'en' })
    await happen(await customer({ language: 'ru' }))
    await happen(await customer())
    await happen(await customer({ language: 'de' }))
    await kontuar.runJobs()
    expect((await rows()).map((r) => r.language)).toEqual(['en', 'ru', 'pl', 'pl'])
  })
  test('is counted with each of its steps once', async () => {
    await touchpoint()
    await happen(await customer())
    await kontuar.runJobs()
    await send()
    const facts = await write((tx) => tx.query<{ step: string; road: string | null }>(`select counted->'~'->>0 as step, road from feedback_fact where org_id = $1 order by id`, [tx.orgId]))
    expect(facts).toEqual([{ step: 'planned', road: null }, { step: 'sent', road: 'email' }])
  })
  test('that came back has asked nobody, and its address is not tried again until they write from it', async () => {
    await touchpoint({ restDays: 0 })
    const customerId = await customer({ email: 'gone@klient.example' })
    await happen(customerId)
    await kontuar.runJobs()
    const bounce = await write(async (tx) => {
      const message = await buildMessage(tx, asking.mailboxId, { from: { name: '', address: 'mailer-daemon@mx.example' }, automatic: true, mailClass: 'bounce', messageId: null, bounce: { recipient: 'gone@klient.example', status: '5.1.1', kind: 'hard', reason: 'No such user', originalMessageId: null } })
      const [taken] = await receiveMessages(tx, [message])
      tx.publish({ name: 'channels.bounceReceived', ids: { interactionId: taken!.interactionId } })
      return taken!
    })
    expect(bounce.interactionId).toBeTruthy()
    await kontuar.runJobs()
    expect(await outcome()).toEqual(['bounced'])
    await happen(customerId)
    expect(await outcome()).toEqual(['bounced', 'bounced-before'])
    await write((tx) => buildMatter(tx, asking.mailboxId, 'gone@klient.example', { at: new Date() }))
    await happen(customerId)
    await kontuar.runJobs()
    expect(await outcome()).toEqual(['bounced', 'bounced-before', 'sent'])
  })
  test('that the server refuses has failed', async () => {
    sink.onMessage = () => ({ code: 554, text: 'No' })
    await touchpoint()
    await happen(await customer())
    await kontuar.runJobs()
    sink.onMessage = () => null
    expect(await outcome()).toEqual(['failed'])
  })
})

test('an invitation by SMS leaves short, with its link last, and the diary shows it without', async () => {
  expect((await ask('PUT', '/sms-gateway', gatewaySettings(gateway.url))).status).toBe(200)
  await touchpoint({ roads: ['sms', 'email'] })
  await happen(await customer({ phone: '+48600700800' }))
  await kontuar.runJobs()
  const [row] = await rows()
  expect(row).toMatchObject({ state: 'sent', road: 'sms', address: '+48600700800' })
  const { message, to } = JSON.parse(gateway.taken[0]!.body) as { message: string; to: string }
  expect(to).toBe('+48600700800')
  expect(hashToken(tokenIn(message))).toEqual(row!.token_hash)
  expect(message.trimEnd().endsWith(tokenIn(message))).toBe(true)
  expect(JSON.stringify((await ask('GET', `/interactions/${row!.interaction_id}`)).body)).not.toContain(tokenIn(message))
})

describe('between planning and sending', () => {
  const planned = async (given: Parameters<typeof buildTouchpoint>[3] = {}) => {
    const touchpointId = await touchpoint({ delayMinutes: 60, ...given })
    const customerId = await customer()
    await happen(customerId)
    expect(await outcome()).toEqual(['planned'])
    return { touchpointId, customerId }
  }
  test.each<[string, string, (customerId: string) => Promise<unknown>]>([
    ['an objection', 'opted-out', (id) => ask('PATCH', `/customers/${id}/asking`, { optedOut: true })],
    ['a birthday that becomes known', 'minor', (id) => ask('PATCH', `/customers/${id}/asking`, { bornOn: '2015-01-01' })],
    ['a pause of the survey', 'survey-not-active', () => write((tx) => tx.query(`update survey set state = 'paused' where org_id = $1`, [tx.orgId]))],
    ['its end', 'survey-not-active', () => write((tx) => tx.query(`update survey set ends_at = now() where org_id = $1`, [tx.orgId]))],
    ['the last answer that was wanted', 'quota-reached', () => write(async (tx) => {
      await tx.query('update survey set quota = 1 where org_id = $1', [tx.orgId])
      const nowhere = { channel: null, language: 'pl', staffId: null, teamId: null, queueId: null, locationId: null, touchpointId: null }
      await noteFacts(tx, [{ surveyId: asking.surveyId, day: '2026-03-10', answerId: newId(), version: 1, road: 'qr', ...nowhere, counted: { '~': ['finished'] }, weight: 1 }])
    })],
    ['the loss of the only address', 'no-address', (id) => write((tx) => tx.query('delete from identity where org_id = $1 and customer_id = $2', [tx.orgId, id]))],
    ['the end of the mailbox', 'cannot-send', () => write((tx) => tx.query('update mailbox set active = false where org_id = $1', [tx.orgId]))],
    ['a standstill longer than an answer is waited for', 'too-late', () => write((tx) => tx.query(`update survey_invitation set send_at = now() - interval '31 days' where org_id = $1`, [tx.orgId]))],
  ])('%s is seen', async (_what, reason, change) => {
    const { customerId } = await planned()
    await change(customerId)
    if (reason !== 'too-late') await becomeDue()
    await send()
    expect(await outcome()).toEqual([reason])
    expect(sink.taken).toEqual([])
  })
  test('a ticket that was opened again is seen', async () => {
    await touchpoint({ delayMinutes: 60 }, 'ticket-closed')
    const { ticketId } = await write((tx) => buildMatter(tx, asking.mailboxId))
    await ask('PATCH', `/tickets/${ticketId}`, { status: 'closed' })
    await kontuar.runJobs()
    await ask('PATCH', `/tickets/${ticketId}`, { status: 'open' })
    await becomeDue()
    await send()
    expect(await outcome()).toEqual(['ticket-reopened'])
  })
  test('a touchpoint that is switched off calls off what it has planned', async () => {
    const { touchpointId } = await planned()
    expect((await ask('PATCH', `/touchpoints/${touchpointId}`, { active: false })).status).toBe(200)
    expect(await outcome()).toEqual(['touchpoint-off'])
    expect((await rows())[0]!.state).toBe('cancelled')
  })
  test('the night comes: it leaves in the morning', async () => {
    await planned()
    const hour = Temporal.Now.zonedDateTimeISO('Europe/Warsaw').hour
    const text = (h: number) => `${String((h + 24) % 24).padStart(2, '0')}:00`
    await ask('PATCH', '/feedback-settings', { sendFrom: text(hour + 2), sendUntil: text(hour + 3) })
    await becomeDue()
    await send()
    expect(await outcome()).toEqual(['planned'])
    expect((await rows())[0]!.send_at.getTime()).toBeGreaterThan(Date.now())
  })
  test('the brake holds everything, and nothing is lost', async () => {
    await planned()
    await becomeDue()
    await write((tx) => tx.query('update org set outgoing_paused = true where id = $1', [tx.orgId]))
    await send()
    expect(await outcome()).toEqual(['planned'])
  })
  test('a definition that cannot be written fails alone', async () => {
    const broken = await write((tx) => buildSurvey(tx, { definition: { languages: ['pl'] } as never }))
    await touchpoint({ position: 3 }, 'list', broken)
    await touchpoint()
    await happen(await customer(), { trigger: 'list' })
    await happen(await customer())
    await kontuar.runJobs()
    expect((await outcome()).toSorted()).toEqual(['could-not-compose', 'sent'])
  })
})

describe('nobody is asked twice', () => {
  test('the rest is per person, over all their addresses, surveys and roads', async () => {
    const other = await write((tx) => buildSurvey(tx))
    await touchpoint()
    await touchpoint({ position: 1 }, 'list', other)
    const customerId = await customer({ phone: '+48600700800' })
    await happen(customerId)
    await kontuar.runJobs()
    await write((tx) => tx.query(`insert into identity (org_id, id, customer_id, kind, address, address_key) values ($1, $2, $3, 'email', 'druga@klient.example', 'druga@klient.example')`, [tx.orgId, newId(), customerId]))
    await happen(customerId, { trigger: 'list' })
    expect(await outcome()).toEqual(['sent', 'rest-period'])
    expect((await rows())[1]!.detail).toMatchObject({ days: 30, lastAskedAt: (await rows())[0]!.sent_at!.toISOString() })
  })
  test.each([[0, 0], [30, 0], [0, 60]])('by one survey about one ticket, however often it is closed (rest of %i days, after %i minutes)', async (restDays, delayMinutes) => {
    await touchpoint({ restDays, delayMinutes }, 'ticket-closed')
    const { ticketId } = await write((tx) => buildMatter(tx, asking.mailboxId))
    for (const status of ['closed', 'open', 'closed', 'open', 'closed']) {
      await ask('PATCH', `/tickets/${ticketId}`, { status })
      await kontuar.runJobs()
    }
    await becomeDue()
    await send()
    expect((await outcome()).toSorted()).toEqual(['already-asked', 'already-asked', 'sent'])
    expect(sink.taken).toHaveLength(1)
  })
  test('but by another survey, and about another ticket, without a rest', async () => {
    const other = await write((tx) => buildSurvey(tx))
    await touchpoint({ restDays: 0 }, 'ticket-closed')
    await touchpoint({ restDays: 0, position: 1 }, 'ticket-closed', other)
    const first = await write((tx) => buildMatter(tx, asking.mailboxId))
    await ask('PATCH', `/tickets/${first.ticketId}`, { status: 'closed' })
    await kontuar.runJobs()
    expect(await outcome()).toEqual(['sent', 'sent'])
  })
  test('by many workers at once', async () => {
    await touchpoint({ delayMinutes: 60 })
    const people = await write((tx) => Promise.all(Array.from({ length: 40 }, () => buildCustomer(tx))))
    await write((tx) => planInvitations(tx, people.map((customerId) => bareHappening({ cause: `api:${customerId}`, trigger: 'api', customerId, at: new Date() }))))
    await becomeDue()
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => sendBatch(kontuar.platform, asking.org.orgId, 200)))
    expect(outcomes.reduce((sum, o) => sum + o.sent, 0)).toBe(40)
    await kontuar.runJobs()
    const addresses = (await rows()).map((r) => r.address!)
    const taken = sink.taken.filter((m) => addresses.includes(m.to[0]!))
    expect(taken.map((m) => m.to[0]).toSorted()).toEqual(addresses.toSorted())
    expect(new Set(taken.map((m) => tokenIn(plain(m.raw)))).size).toBe(40)
  })
  test('by two touchpoints that both became due, planned past each other', async () => {
    const other = await write((tx) => buildSurvey(tx))
    await touchpoint()
    await touchpoint({ position: 1 }, 'list', other)
    const customerId = await customer()
    await happen(customerId, { notBefore: new Date(Date.now() + 86_400_000) })
    await happen(customerId, { trigger: 'list', notBefore: new Date(Date.now() + 60 * 86_400_000) })
    expect(await outcome()).toEqual(['planned', 'planned'])
    await becomeDue()
    await Promise.all(Array.from({ length: 3 }, () => sendBatch(kontuar.platform, asking.org.orgId, 200)))
    expect((await outcome()).toSorted()).toEqual(['other-survey-first', 'sent'])
  })
  test('by a worker that dies: everything is planned as before, or everything is sent', async () => {
    await touchpoint({ delayMinutes: 60 })
    const people = await write((tx) => Promise.all(Array.from({ length: 5 }, () => buildCustomer(tx))))
    for (const customerId of people) await happen(customerId)
    await becomeDue()
    const { db } = kontuar.platform
    const dying: Database = { ...db, write: (orgId, work) => db.write(orgId, async (tx) => { await work(tx); throw new Error('the process died before the commit') }) }
    await expect(sendBatch({ ...kontuar.platform, db: dying }, asking.org.orgId, 200)).rejects.toThrow('died')
    expect(await outcome()).toEqual(['planned', 'planned', 'planned', 'planned', 'planned'])
    expect(await write((tx) => tx.query('select 1 from outgoing_mail where org_id = $1', [tx.orgId]))).toEqual([])
    const late: Database = { ...db, write: async (orgId, work) => { await db.write(orgId, work); throw new Error('the process died after the commit') } }
    await expect(sendBatch({ ...kontuar.platform, db: late }, asking.org.orgId, 200)).rejects.toThrow('died')
    expect(await outcome()).toEqual(['sent', 'sent', 'sent', 'sent', 'sent'])
    await send()
    const own = new Set((await rows()).map((r) => r.address))
    expect(sink.taken.filter((m) => own.has(m.to[0]!))).toHaveLength(5)
  })
  test('after an objection on the page, however often it is said', async () => {
    await touchpoint({ restDays: 0 })
    const customerId = await customer()
    await happen(customerId)
    await kontuar.runJobs()
    const token = tokenIn(plain(sink.taken[0]!.raw))
    expect(await optOut(kontuar.platform, token, 'mail')).toBe(true)
    const first = (await ask('GET', `/customers/${customerId}/asking`)).body
    expect(first).toMatchObject({ optedOutBy: 'mail', lastAskedAt: expect.any(String), nextAskingFrom: expect.any(String) })
    expect(await optOut(kontuar.platform, token, 'page')).toBe(true)
    expect((await ask('GET', `/customers/${customerId}/asking`)).body).toEqual(first)
    expect(await optOut(kontuar.platform, 'A'.repeat(22), 'page')).toBe(false)
    expect(await optOut(kontuar.platform, '../..', 'page')).toBe(false)
    await happen(customerId)
    expect(await outcome()).toEqual(['sent', 'opted-out'])
  })
})
