// Guards that everybody hears of each alert once by each road, whatever the order, however often it comes and whoever dies; and when.
import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AlertDeliveryWish } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar, type TestOrganization } from '../../../app/testing.ts'
import { viewer, type Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildSendingMailbox, openSink, type Sink } from '../../channels/sending/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { setSettings, toldOf } from '../../notifications/testing.ts'
import { raise } from '../life/raise.ts'
import { settle } from '../life/settle.ts'
import { buildRule, deliveriesOf, firingOf, type DeliveryRow } from '../testing.ts'
import { claimDelivery } from './deliver/claim.ts'
import { deliverOne } from './deliver/jobs.ts'
import { createDestination } from './destinations/commands/save-destination.ts'
import { takeDueSteps } from './escalation.ts'

let kontuar: TestKontuar
let org: TestOrganization
let sink: Sink
let place: Server
let origin: string
let posts: { path: string; headers: IncomingHttpHeaders; body: string }[] = []
let answers: { status: number; headers?: Record<string, string> }[] = []
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_URL: 'https://desk.example', KONTUAR_PRIVATE_HOOKS: '1', KONTUAR_PRIVATE_SMS: '1' }, { organizations: false })
  sink = await openSink()
  place = createServer((request, answer) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      posts.push({ path: request.url!, headers: request.headers, body: Buffer.concat(pieces).toString() })
      const { status, headers } = answers.shift() ?? { status: 200 }
      answer.writeHead(status, headers).end(JSON.stringify({ ok: true }))
    })
  })
  await new Promise<void>((done) => { place.listen(0, '127.0.0.1', done) })
  origin = `http://127.0.0.1:${(place.address() as AddressInfo).port}`
})
afterAll(async () => {
  place.close()
  await sink.close()
  await kontuar.stop()
})
beforeEach(async () => {
  org = await buildOrganization(kontuar.platform.db, 'Salon Róża')
  await write((tx) => buildSendingMailbox(tx, sink.port))
  sink.taken = []
  sink.onMessage = () => null
  sink.onRecipient = () => null
  posts = []
  answers = []
})

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org.orgId, work)
const manager = () => org.staff.manager
const rule = (delivery: Partial<AlertDeliveryWish> = {}, name?: string) => write((tx) => buildRule(tx, { delivery, ...(name === undefined ? {} : { name }) }))
const fire = (ruleId: string, given: Parameters<typeof firingOf>[1] = {}, now = new Date()) => write((tx) => raise(tx, [firingOf(ruleId, given)], now))
const ledger = () => write((tx) => deliveriesOf(tx))
const due = (filter: (d: DeliveryRow) => boolean = () => true) => ledger().then((all) => all.filter((d) => (d.state === 'waiting' || d.state === 'sending') && filter(d)))
const deliver = async (now: Date) => { for (const d of await due((x) => x.send_after <= now)) await deliverOne(kontuar.platform, org.orgId, d.id, now) }
/** To people of this test: what an earlier one left may leave during it. */
const mails = () => sink.taken.filter((m) => Object.values(org.staff).some(({ email }) => m.to.includes(email)))
const mailsTo = (email: string) => sink.taken.filter((m) => m.to.includes(email))
const parsed = (email: string) => Promise.all(mailsTo(email).map((m) => simpleParser(Buffer.from(m.raw, 'latin1'))))
const setPhone = (phone = '+48600700800') => write((tx) => tx.query('update staff set phone = $3 where org_id = $1 and id = $2', [org.orgId, manager().staffId, phone]))
const gateway = (repeatable = false) => write((tx) => tx.query(`insert into sms_gateway (org_id, settings, per_number_daily, per_day) values ($1, $2, 3, 100)`, [org.orgId, JSON.stringify({
  url: `${origin}/sms`, method: 'POST', contentType: 'json', template: '{"to":"{{to}}","text":"{{text}}","id":"{{reference}}"}', sender: 'Kontuar', headers: [], successContains: null, idPath: null, repeatable })]))
async function destination(kind: 'webhook' | 'slack' | 'teams' | 'mattermost', secret?: string): Promise<string> {
  const actor = { orgId: org.orgId, staffId: manager().staffId, userId: manager().userId, name: 'm', role: 'manager' as const, kind: 'session' as const, permissions: new Set<never>(), access: 'everything' as const, credentialId: 'x' }
  return (await write((tx) => createDestination(tx, kontuar.platform, actor, { name: `${kind} ${newId().slice(-5)}`, kind, url: `${origin}/${kind}`, ...(secret === undefined ? {} : { secret }) }))).id
}
const noticesOf = (staffId: string) => write((tx) => toldOf(tx, staffId)).then((all) => all.filter((n) => n.kind === 'alert'))

describe('exactly once', () => {
  test('events in any order, doubled and by many workers, their jobs run by many and again: each alert, person and road once', async () => {
    await setPhone()
    await gateway()
    const [hook, slack] = [await destination('webhook'), await destination('slack')]
    const rules = [await rule({ roads: ['app', 'mail', 'sms'], destinationIds: [hook, slack] }), await rule({ roads: ['app', 'mail'], recipients: [{ to: 'role', role: 'manager' }, { to: 'staff', staffId: org.staff.manager.staffId }, { to: 'role', role: 'administrator' }] })]
    const firings = rules.flatMap((ruleId) => ['a', 'b', 'c'].flatMap((key) => [1, 2].map((n) => firingOf(ruleId, { key, occurrence: `${key}${n}` }))))
    const parts = firings.map((f, i) => [f, firings[(i * 5) % firings.length]!, firings.at(-1 - i)!])
    await Promise.all(parts.map((part) => write((tx) => raise(tx, part))))
    const again = async () => { for (const { id } of await ledger()) await write(async (tx) => { tx.enqueue('alerts.deliver', { deliveryId: id }) }) }
    await again()
    await Promise.all([kontuar.runJobs(), kontuar.runJobs(), kontuar.runJobs()])
    await again()
    await Promise.all([kontuar.runJobs(), kontuar.runJobs()])
    const rows = await ledger()
    expect(rows.every((r) => r.state === 'sent')).toBe(true)
    // Three alerts a rule: the first tells one person by three roads and two places, the second two people by two roads.
    expect(rows).toHaveLength(3 * (3 + 2) + 3 * (2 * 2))
    expect(new Set(rows.map((r) => [r.alert_id, r.staff_id, r.destination_id, r.road, r.step].join())).size).toBe(rows.length)
    expect(mailsTo(manager().email)).toHaveLength(6)
    expect(mailsTo(org.staff.administrator.email)).toHaveLength(3)
    expect(posts.filter((p) => p.path === '/sms')).toHaveLength(3)
    expect(posts.filter((p) => p.path === '/webhook')).toHaveLength(3)
    expect(posts.filter((p) => p.path === '/slack')).toHaveLength(3)
    expect(new Set(posts.filter((p) => p.path === '/webhook').map((p) => p.headers['idempotency-key'])).size).toBe(3)
    expect(await noticesOf(manager().staffId)).toHaveLength(6)
  })

  test('a worker that dies with what it raised leaves nothing told', async () => {
    const ruleId = await rule({ roads: ['app', 'mail'] })
    await expect(write(async (tx) => { await raise(tx, [firingOf(ruleId)]); throw new Error('killed') })).rejects.toThrow('killed')
    await kontuar.runJobs()
    expect([await ledger(), mails(), await noticesOf(manager().staffId)]).toEqual([[], [], []])
  })

  test('of one that dies before its mail leaves another sends it; of one that dies as it leaves nobody sends it again', async () => {
    const ruleId = await rule({ roads: ['mail'] })
    await fire(ruleId)
    const [delivery] = await ledger()
    const later = new Date(Date.now() + 3600_000)
    // Claimed, and killed.
    expect(await write((tx) => claimDelivery(tx, delivery!.id, newId(), new Date()))).toMatchObject({ road: 'mail' })
    await deliver(new Date())
    expect(mails(), 'somebody may be at it').toEqual([])
    await deliver(later)
    expect(mails()).toHaveLength(1)
    await fire(ruleId)
    const second = (await ledger()).find((d) => d.state === 'waiting')!
    sink.taken = []
    const dying = { ...kontuar.platform, db: { ...kontuar.platform.db, write: async (orgId: number, work: (tx: Tx) => Promise<unknown>) => kontuar.platform.db.write(orgId, async (tx) => {
      if (/settle/.test(work.toString())) throw new Error('killed')
      return work(tx)
    }) } } as typeof kontuar.platform
    await expect(deliverOne(dying, org.orgId, second.id, new Date())).rejects.toThrow('killed')
    expect(mails()).toHaveLength(1)
    await write(async (tx) => { tx.enqueue('alerts.deliver', { deliveryId: second.id }) })
    await kontuar.runJobs()
    await deliver(new Date(Date.now() + 86_400_000))
    expect(mails()).toHaveLength(1)
    expect((await ledger()).map((d) => d.state)).toEqual(['sent', 'sent'])
  })

  test('a place that may have been told when its worker died: our webhook gets it again under its key, a chat does not, and both say so', async () => {
    const [hook, slack] = [await destination('webhook'), await destination('slack')]
    const ruleId = await rule({ roads: ['app'], destinationIds: [hook, slack] })
    await fire(ruleId)
    for (const d of await due((x) => x.road === 'hook')) await write((tx) => claimDelivery(tx, d.id, newId(), new Date()))
    await deliver(new Date(Date.now() + 600_000))
    expect(posts.map((p) => p.path)).toEqual(['/webhook'])
    const hooks = (await ledger()).filter((d) => d.road === 'hook')
    expect(posts[0]!.headers['idempotency-key']).toBe(hooks.find((d) => d.destination_id === hook)!.id)
    expect(hooks.find((d) => d.destination_id === slack)).toMatchObject({ state: 'failed', detail: expect.stringContaining('may have arrived') })
    expect((await noticesOf(org.staff.administrator.staffId)).map((n) => n.detail)).toMatchObject([{ failed: 'hook' }])
  })

  test('a text message that may have been sent when its worker died is not sent again, unless the gateway tells repetitions', async () => {
    await setPhone()
    await gateway(false)
    const ruleId = await rule({ roads: ['sms'] })
    await fire(ruleId)
    for (const d of await due()) await write((tx) => claimDelivery(tx, d.id, newId(), new Date()))
    await deliver(new Date(Date.now() + 600_000))
    expect(posts).toEqual([])
    expect(await ledger()).toMatchObject([{ state: 'failed', detail: expect.stringContaining('may have been sent') }])
    await write((tx) => tx.query(`update sms_gateway set settings = settings || '{"repeatable": true}' where org_id = $1`, [org.orgId]))
    await fire(ruleId)
    for (const d of await due()) await write((tx) => claimDelivery(tx, d.id, newId(), new Date()))
    await deliver(new Date(Date.now() + 600_000))
    expect(posts).toHaveLength(1)
  })

  test('what has no job any more is found by the sweep', async () => {
    await fire(await rule({ roads: ['mail'] }))
    await write((tx) => tx.query(`update alert_delivery set send_after = now() - interval '1 minute' where org_id = $1`, [org.orgId]))
    await write(async (tx) => { tx.enqueue('alerts.sweepTelling', {}) })
    await kontuar.runJobs()
    expect(mails()).toHaveLength(1)
  })
})

describe('an alert that is open already', () => {
  test('is not told again, and is when it opens anew after it was resolved', async () => {
    const ruleId = await rule({ roads: ['app', 'mail'] })
    await fire(ruleId, { key: 'k', at: new Date(1000) })
    await fire(ruleId, { key: 'k', at: new Date(2000) })
    await kontuar.runJobs()
    expect(mails()).toHaveLength(1)
    await write((tx) => settle(tx, [{ ruleId, key: 'k', at: new Date(3000) }]))
    await fire(ruleId, { key: 'k', at: new Date(4000) })
    await kontuar.runJobs()
    expect(mails()).toHaveLength(2)
    expect(await noticesOf(manager().staffId)).toHaveLength(2)
  })

  test('and over before its mail leaves is not mailed', async () => {
    const ruleId = await rule({ roads: ['mail'], groupMinutes: 5 })
    await fire(ruleId, { key: 'k', at: new Date(1000) })
    await write((tx) => settle(tx, [{ ruleId, key: 'k', at: new Date(2000) }]))
    await deliver(new Date(Date.now() + 600_000))
    expect(mails()).toEqual([])
    expect(await ledger()).toMatchObject([{ state: 'dropped', detail: 'over by itself' }])
  })
})

describe('when it is told', () => {
  const at = (text: string) => new Date(text)
  test('what fires within the minutes of a group goes as one mail and one notice; what comes after them begins another', async () => {
    const ruleId = await rule({ roads: ['app', 'mail'], groupMinutes: 5 })
    for (const minute of ['10:00', '10:02', '10:04']) await fire(ruleId, {}, at(`2026-03-02T${minute}:00Z`))
    await deliver(at('2026-03-02T10:04:59Z'))
    expect(mails()).toEqual([])
    await deliver(at('2026-03-02T10:05:00Z'))
    await fire(ruleId, {}, at('2026-03-02T10:06:00Z'))
    await deliver(at('2026-03-02T10:11:00Z'))
    expect((await parsed(manager().email)).map((m) => m.subject)).toEqual([expect.stringMatching(/^3\s+alerty$/), expect.stringContaining('Zadziałała reguła')])
    expect((await noticesOf(manager().staffId)).map((n) => n.detail['count'] ?? 1)).toEqual([3, 1])
  })

  test('nothing to judge by wakes nobody, though the rule is urgent', async () => {
    await write((tx) => setSettings(tx, manager().staffId, { quiet: { from: '22:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7] } }))
    const ruleId = await rule({ roads: ['mail'], urgent: true })
    await fire(ruleId, { key: 'a:no-data', noData: true, urgent: true }, new Date('2026-01-12T23:00:00Z'))
    expect(await ledger()).toMatchObject([{ bundle: expect.stringMatching(/^quiet:/), send_after: new Date('2026-01-13T06:00:00Z') }])
  })

  test('quiet hours hold mail and merge it, urgent passes', async () => {
    await write((tx) => setSettings(tx, manager().staffId, { quiet: { from: '22:00', to: '07:00', days: [1, 2, 3, 4, 5, 6, 7] } }))
    const [calm, other, urgent] = [await rule({ roads: ['mail'] }), await rule({ roads: ['mail'], groupMinutes: 10 }), await rule({ roads: ['mail'], urgent: true })]
    await fire(calm, {}, at('2026-03-02T22:00:00Z'))
    await fire(other, {}, at('2026-03-03T01:00:00Z'))
    await deliver(at('2026-03-03T03:00:00Z'))
    expect(mails()).toEqual([])
    await fire(urgent, {}, at('2026-03-03T03:00:00Z'))
    await deliver(at('2026-03-03T03:00:00Z'))
    expect(mails()).toHaveLength(1)
    await deliver(at('2026-03-03T06:00:00Z'))
    expect((await parsed(manager().email)).map((m) => m.subject)[1]).toMatch(/^2\s+alerty$/)
    expect(mails()).toHaveLength(2)
  })

  test('a digest comes at its person\'s hour in their zone, with all rules in it, and says what has been resolved', async () => {
    await write((tx) => setSettings(tx, manager().staffId, { digest: { at: '07:30', days: [1, 2, 3, 4, 5] } }))
    await write((tx) => tx.query(`update staff set time_zone = 'Asia/Vladivostok' where org_id = $1 and id = $2`, [org.orgId, manager().staffId]))
    const [one, two] = [await rule({ roads: ['mail'], when: 'daily' }, 'Pierwsza'), await rule({ roads: ['mail'], when: 'daily' }, 'Druga')]
    await fire(one, { key: 'k' }, at('2026-03-06T03:00:00Z'))
    await fire(two, {}, at('2026-03-07T05:00:00Z'))
    await write((tx) => settle(tx, [{ ruleId: one, key: 'k', at: new Date() }]))
    // Friday noon in Vladivostok: the next working morning is Monday, 07:30 there.
    expect((await ledger()).map((d) => d.send_after)).toEqual([at('2026-03-08T21:30:00Z'), at('2026-03-08T21:30:00Z')])
    await deliver(at('2026-03-08T21:30:00Z'))
    const [mail] = await parsed(manager().email)
    expect(mail!.subject).toMatch(/^Podsumowanie: 2\s+alerty$/)
    expect(mail!.text).toMatch(/Minęło samo/)
    expect(mail!.text).toContain('Asia/Vladivostok')
  })

  test('whoever has paused the rule hears nothing of it, and the ledger says why', async () => {
    const ruleId = await rule({ roads: ['app', 'mail'] })
    await write((tx) => tx.query('insert into pause (org_id, staff_id, subject) values ($1, $2, $3)', [org.orgId, manager().staffId, `alert-rule:${ruleId}`]))
    await fire(ruleId)
    await kontuar.runJobs()
    const told = async (staffId: string) => (await ledger()).filter((d) => d.staff_id === staffId).map((d) => [d.state, d.detail])
    expect(await told(manager().staffId)).toEqual([['dropped', 'paused by the person'], ['dropped', 'paused by the person']])
    // Nobody else was meant: an administrator is told instead.
    expect((await told(org.staff.administrator.staffId)).map(([state]) => state)).toEqual(['sent', 'sent'])
    expect(mails()).toHaveLength(1)
  })

  test('without a phone number a text message is not sent, and the alert stands in the app', async () => {
    await gateway()
    await fire(await rule({ roads: ['sms'] }))
    await kontuar.runJobs()
    expect((await ledger()).map((d) => [d.road, d.state]).sort()).toEqual([['app', 'sent'], ['sms', 'dropped']])
  })
})

describe('step by step upwards', () => {
  const at = (text: string) => new Date(text)
  const steps: Partial<AlertDeliveryWish> = { roads: ['app', 'mail'], escalation: [{ afterMinutes: 30, recipients: [{ to: 'role', role: 'administrator' }] }, { afterMinutes: 120, recipients: [{ to: 'role', role: 'observer' }] }] }
  const calendar = () => write((tx) => tx.query(`insert into calendar (org_id, id, name, definition, is_default) values ($1, $2, 'k', $3, false)`, [org.orgId, newId(), '{}']))
  const week = async () => {
    await calendar().catch(() => {})
    await write((tx) => tx.query(`update calendar set definition = $2 where org_id = $1 and is_default`, [org.orgId, JSON.stringify({ timeZone: 'Europe/Warsaw', weekly: { 1: [{ from: '09:00', to: '17:00' }], 2: [{ from: '09:00', to: '17:00' }], 3: [{ from: '09:00', to: '17:00' }], 4: [{ from: '09:00', to: '17:00' }], 5: [{ from: '09:00', to: '17:00' }] }, holidays: null, exceptions: [] })]))
  }

  test('in business time, once, with the reason, until somebody has it', async () => {
    await week()
    const ruleId = await rule(steps)
    // Friday 16:45 in Warsaw: half an hour of business later it is Monday 09:15.
    await fire(ruleId, {}, at('2026-03-06T15:45:00Z'))
    expect(await write((tx) => takeDueSteps(tx, at('2026-03-09T08:14:00Z')))).toBe(0)
    await Promise.all([write((tx) => takeDueSteps(tx, at('2026-03-09T08:15:00Z'))), write((tx) => takeDueSteps(tx, at('2026-03-09T08:15:00Z')))])
    const first = (await ledger()).filter((d) => d.step === 1)
    expect(first.map((d) => [d.staff_id, d.road, d.because])).toEqual([[org.staff.administrator.staffId, 'app', { code: 'escalation', name: 'administrator', step: 1 }], [org.staff.administrator.staffId, 'mail', { code: 'escalation', name: 'administrator', step: 1 }]])
    await deliver(at('2026-03-09T08:15:00Z'))
    const [mail] = await parsed(org.staff.administrator.email)
    expect(mail!.subject).toMatch(/^Nikt się tym nie zajął: /)
    expect(mail!.text).toContain('bo nikt nie potwierdził alertu na czas')
    const { items } = (await kontuar.ask('GET', '/alerts', undefined, await kontuar.tokenOf('manager', org))).body
    await kontuar.ask('POST', `/alerts/${items[0].id}/acknowledge`, undefined, await kontuar.tokenOf('manager', org))
    expect(await write((tx) => takeDueSteps(tx, at('2026-03-20T12:00:00Z')))).toBe(0)
    expect((await ledger()).filter((d) => d.step === 2)).toEqual([])
  })

  test('acknowledged before the mail of a step has left it does not leave', async () => {
    await week()
    await fire(await rule(steps), {}, at('2026-03-09T09:00:00Z'))
    await write((tx) => takeDueSteps(tx, at('2026-03-09T09:30:00Z')))
    const { items } = (await kontuar.ask('GET', '/alerts', undefined, await kontuar.tokenOf('manager', org))).body
    await kontuar.ask('POST', `/alerts/${items[0].id}/acknowledge`, undefined, await kontuar.tokenOf('manager', org))
    await deliver(at('2026-03-09T10:00:00Z'))
    expect(mailsTo(org.staff.administrator.email)).toEqual([])
    expect((await ledger()).find((d) => d.step === 1 && d.road === 'mail')).toMatchObject({ state: 'dropped', detail: 'somebody has it already' })
  })
})

describe('what fails', () => {
  test('a mail server that is not there is tried again, for a day; then administrators are told once, until it works again', async () => {
    const ruleId = await rule({ roads: ['mail'] })
    sink.onRecipient = () => ({ code: 451, text: 'later' })
    await fire(ruleId)
    await kontuar.runJobs()
    expect(await ledger()).toMatchObject([{ state: 'waiting', attempts: 1 }])
    await write((tx) => tx.query(`update alert_delivery set created_at = now() - interval '25 hours' where org_id = $1`, [org.orgId]))
    await deliver(new Date(Date.now() + 3600_000))
    expect(await ledger()).toMatchObject([{ state: 'failed' }])
    sink.onRecipient = () => ({ code: 550, text: 'no such user' })
    await fire(ruleId)
    await kontuar.runJobs()
    expect((await ledger()).map((d) => d.state)).toEqual(['failed', 'failed'])
    expect((await noticesOf(org.staff.administrator.staffId)).map((n) => [n.detail['failed'], n.urgent])).toEqual([['mail', true]])
    sink.onRecipient = () => null
    await fire(ruleId)
    await kontuar.runJobs()
    sink.onRecipient = () => ({ code: 550, text: 'no such user' })
    await fire(ruleId)
    await kontuar.runJobs()
    expect(await noticesOf(org.staff.administrator.staffId)).toHaveLength(2)
  })

  test.each([[404, 'no such place'], [302, 'not followed'], [403, 'answered 403']])('a place that answers %i has failed, and says so beside it', async (status, detail) => {
    answers = [{ status, headers: { location: `${origin}/internal` } }]
    await fire(await rule({ roads: ['app'], destinationIds: [await destination('slack')] }))
    await kontuar.runJobs()
    expect(posts.map((p) => p.path)).toEqual(['/slack'])
    expect((await ledger()).find((d) => d.road === 'hook')).toMatchObject({ state: 'failed', detail: expect.stringContaining(detail) })
    const { items } = (await kontuar.ask('GET', '/alert-destinations', undefined, await kontuar.tokenOf('manager', org))).body
    expect(items[0]).toMatchObject({ host: expect.stringContaining('127.0.0.1'), state: { sending: 'failing', detail: expect.stringContaining(detail) } })
    expect(JSON.stringify(items)).not.toContain('/slack"')
  })

  test('a place that asks for a rest gets it', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '900' } }]
    await fire(await rule({ roads: ['app'], destinationIds: [await destination('slack')] }))
    await kontuar.runJobs()
    const hook = (await ledger()).find((d) => d.road === 'hook')!
    expect(hook.state).toBe('waiting')
    expect(Math.round((hook.send_after.getTime() - Date.now()) / 60_000)).toBe(15)
  })
})

test('a webhook is signed over its moment and bytes, and carries the whole alert', async () => {
  const hook = await destination('webhook', 'tajne')
  await fire(await rule({ roads: ['app'], destinationIds: [hook] }, 'Zła ocena'), { why: { code: 'event', on: 'answer', score: 2, scaleMax: 10 } })
  await kontuar.runJobs()
  const [{ headers, body }] = posts as [(typeof posts)[number]]
  const [, t, v1] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['kontuar-signature']))!
  expect(v1).toBe(createHmac('sha256', 'tajne').update(`${t}.${body}`).digest('hex'))
  expect(JSON.parse(body)).toMatchObject({ version: 1, event: 'alerts.opened', organization: 'Salon Róża', alerts: [{ ruleName: 'Zła ocena', title: 'Ocena 2 na 10', state: 'open', url: expect.stringMatching(/^https:\/\/desk\.example\/alerts\//) }] })
})

test('whoever may not see it any more when it leaves is not told, and whoever has left neither', async () => {
  const location = await write(async (tx) => { const id = newId(); await tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Salon')`, [org.orgId, id]); return id })
  const ruleId = await rule({ roads: ['mail'], recipients: [{ to: 'role', role: 'manager' }, { to: 'role', role: 'observer' }] })
  await fire(ruleId, { locationId: location })
  await write(async (tx) => {
    await tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org.orgId, manager().staffId])
    const other = newId()
    await tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Inny')`, [org.orgId, other])
    await tx.query('insert into staff_location (org_id, staff_id, location_id) values ($1, $2, $3)', [org.orgId, manager().staffId, other])
    await tx.query('update staff set active = false where org_id = $1 and id = $2', [org.orgId, org.staff.observer.staffId])
  })
  await kontuar.runJobs()
  expect(mails()).toEqual([])
  expect((await ledger()).map((d) => d.detail).sort()).toEqual(['may not see it any more', 'may not sign in any more'])
  expect(viewer.getStore()).toBeUndefined()
})

test('the ledger, who is told of what and the places are for those who manage alerts, and of no other organization', async () => {
  const ruleId = await rule({ roads: ['app', 'mail'], recipients: [{ to: 'role', role: 'manager' }, { to: 'owner' }], destinationIds: [await destination('slack')] })
  await fire(ruleId)
  await kontuar.runJobs()
  const token = await kontuar.tokenOf('manager', org)
  const ledgerPage = (await kontuar.ask('GET', '/alert-deliveries?limit=1', undefined, token)).body
  expect(ledgerPage.items).toHaveLength(1)
  expect((await kontuar.ask('GET', `/alert-deliveries?cursor=${ledgerPage.next}`, undefined, token)).body.items.length).toBeGreaterThan(0)
  const reach = (await kontuar.ask('GET', '/alert-reach', undefined, token)).body.items
  expect(reach.map((r: { because: { code: string }; last: { state: string } | null }) => [r.because.code, r.last?.state ?? null])).toEqual([['role', 'sent'], ['owner', null], ['address', 'sent']])
  for (const path of ['/alert-deliveries', '/alert-reach']) expect((await kontuar.ask('GET', path, undefined, await kontuar.tokenOf('agent', org))).status).toBe(403)
  const stranger = await buildOrganization(kontuar.platform.db)
  expect((await kontuar.ask('GET', '/alert-deliveries', undefined, await kontuar.tokenOf('manager', stranger))).body.items).toEqual([])
})
