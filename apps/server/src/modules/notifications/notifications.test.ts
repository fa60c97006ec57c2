// Guards what a person is shown and may set: their own alone, served by an index however many there are.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../app/testing.ts'
import { newId } from '../../platform/id.ts'
import { buildMailbox, buildTicket } from '../diary/testing.ts'
import { buildStaff, buildToken, type TestStaff } from '../identity/testing.ts'
import { notify } from './notify.ts'
import { notificationListStatement } from './queries.ts'
import { keptDays } from './jobs.ts'
import { buildPushBrowser, makePushBrowser, toldOf } from './testing.ts'

let kontuar: TestKontuar
let org: number
let ticketId: string
let ewa: TestStaff
let token: string
let foreignToken: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  ticketId = (await write(async (tx) => buildTicket(tx, await buildMailbox(tx), { subject: 'Buty' }))).ticketId
  foreignToken = await kontuar.tokenOf('agent', kontuar.orgB)
})
beforeEach(async () => {
  ewa = await buildStaff(kontuar.platform.db, org, 'observer', `ewa-${newId().slice(-8)}@desk.example`)
  token = await buildToken(kontuar.platform.db, org, ewa)
})
afterAll(() => kontuar.stop())

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(org, work)
const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, by = token) => kontuar.ask(method, path, body, by)
const tell = (count: number, at = new Date('2026-03-01T10:00:00Z')) => write((tx) => notify(tx, Array.from({ length: count }, (_, n) => ({ staffId: ewa.staffId, kind: 'assigned' as const, dedupeKey: `n${n}`, ticketId: n % 2 ? ticketId : null })), at))
const list = async (query = '') => (await ask('GET', `/notifications${query}`)).body as { items: { id: string; ticketId: string | null; readAt: string | null }[]; next: string | null }

describe('the list', () => {
  test('is paged newest first, though many came at the same moment', async () => {
    await tell(25)
    const seen: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Awaited<ReturnType<typeof list>> = await list(`?limit=10${cursor === '' ? '' : `&cursor=${cursor}`}`)
      seen.push(...page.items.map((i) => i.id))
      cursor = page.next
    }
    expect(seen).toEqual((await write((tx) => toldOf(tx, ewa.staffId))).map((n) => n.id).reverse())
  })

  test('names ticket and number; a ticket its reader may not see any more loses both', async () => {
    await tell(2)
    expect((await list()).items.find((i) => i.ticketId !== null)).toMatchObject({ kind: 'assigned', ticketId, ticketNumber: expect.any(Number), ticketSubject: 'Buty', readAt: null, urgent: false, at: '2026-03-01T10:00:00.000Z' })
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org, ewa.staffId]))
    expect((await list()).items.find((i) => i.ticketId !== null)).toMatchObject({ ticketNumber: null, ticketSubject: null })
  })

  test('does not show what is only pushed, and counts it not', async () => {
    await ask('PUT', '/me/notifications', { kinds: { assigned: { app: false, push: true, mail: false } } })
    await tell(1)
    expect((await list()).items).toEqual([])
    expect((await ask('GET', '/notifications/counts')).body).toEqual({ unread: 0, limit: 100 })
  })

  test.each(['nonsense', Buffer.from('["2026-03-01","x"]').toString('base64url'), Buffer.from(`["'; drop table notification","${newId()}"]`).toString('base64url')])('refuses the cursor %s', async (cursor) => {
    expect(await ask('GET', `/notifications?cursor=${cursor}`)).toMatchObject({ status: 400, body: { code: 'invalid-cursor' } })
  })

  test.each<[string, { unread?: true }]>([['all', {}], ['unread', { unread: true }]])('of a person with 5,000 among 100,000, %s: a page comes from the index', async (_, query) => {
    await write((tx) => tx.query(
      `insert into notification (org_id, id, staff_id, kind, dedupe_key, at, read_at) select $1, gen_random_uuid(), case when n % 20 = 0 then $2::uuid else $3::uuid end, 'assigned', 'bulk' || n, date_trunc('second', now()) - n * interval '1 minute', case when n % 400 > 0 then now() end
       from generate_series(1, 100000) n on conflict do nothing`, [org, ewa.staffId, kontuar.orgA.staff.manager.staffId]))
    const plan = await kontuar.platform.db.read(org, async (tx) => {
      const { text, values } = notificationListStatement(tx, ewa.staffId, query)
      return JSON.stringify(await tx.query(`explain (analyze, format json, timing off) ${text}`, values))
    })
    expect(plan).toMatch(query.unread ? /notification_unread/ : /notification_of_staff/)
    expect(plan).not.toMatch(/"Node Type":"Seq Scan"[^{}]*"Relation Name":"notification"/)
    await write((tx) => tx.query(`delete from notification where org_id = $1 and dedupe_key like 'bulk%'`, [org]))
  })
})

describe('reading', () => {
  const unread = async () => (await ask('GET', '/notifications/counts')).body.unread as number

  test('these, those of a ticket, all up to one', async () => {
    await tell(6)
    const { items } = await list()
    await ask('POST', '/notifications/read', { ids: [items[0]!.id] })
    expect(await unread()).toBe(5)
    await ask('POST', '/notifications/read', { ticketId })
    const left = (await list('?unread=true')).items
    expect(left.every((i) => i.ticketId === null)).toBe(true)
    await ask('POST', '/notifications/read', { upTo: left[1]!.id })
    expect((await list('?unread=true')).items.map((i) => i.id)).toEqual([left[0]!.id])
    expect((await list('?unread=false')).items).toHaveLength(5)
  })

  test('others\' notices stay unread, whoever names them', async () => {
    await tell(3)
    const [first] = (await list()).items
    for (const by of [foreignToken, await kontuar.tokenOf('administrator')]) for (const body of [{ ids: [first!.id] }, { ticketId }, { upTo: first!.id }]) expect((await ask('POST', '/notifications/read', body, by)).status).toBe(200)
    expect(await unread()).toBe(3)
  })

  test('of an alert or an unhappy customer, whoever opens it has read what tells of it, and nothing else', async () => {
    const [alertId, recoveryId] = [newId(), newId()]
    for (const [kind, detail] of [['alert', { alertId }], ['alert', { alertId: newId() }], ['recovery', { recoveryId }], ['recovery', { recoveryId, again: true }]] as const) await write((tx) => notify(tx, [{ staffId: ewa.staffId, kind, dedupeKey: newId(), detail }]))
    const kinds = async () => (await ask('GET', '/notifications?unread=true')).body.items.map((n: { kind: string }) => n.kind).sort()
    await ask('POST', '/notifications/read', { alertId })
    expect(await kinds()).toEqual(['alert', 'recovery', 'recovery'])
    await ask('POST', '/notifications/read', { recoveryId })
    expect(await kinds()).toEqual(['alert'])
    expect((await ask('POST', '/notifications/read', { alertId: 'x', recoveryId: "';--" })).status).toBe(200)
  })

  test.each([{}, { ids: Array.from({ length: 201 }, () => 'x') }, { all: true }])('%j is refused', async (body) => { expect((await ask('POST', '/notifications/read', body)).status).toBe(400) })

  test('ids that are none are passed over', async () => {
    expect((await ask('POST', '/notifications/read', { ids: ["'; drop table notification; --", newId()], ticketId: 'x', upTo: 'y' })).status).toBe(200)
  })

  test('counting stops at a hundred', async () => {
    await tell(120)
    expect(await unread()).toBe(100)
  })
})

describe('the settings', () => {
  test('begin sensibly, and keep what is not named', async () => {
    const first = (await ask('GET', '/me/notifications')).body
    expect(first).toMatchObject({ quiet: null, digest: null, push: { browsers: [] }, mail: { canSend: false } })
    expect(first.kinds).toMatchObject({ 'assigned': { app: true, push: true, mail: false }, 'customer-answered': { app: true, push: false, mail: false }, 'legal-reminder': { push: true } })
    expect(Buffer.from(first.push.publicKey, 'base64url')).toHaveLength(65)
    await ask('PUT', '/me/notifications', { kinds: { assigned: { app: true, push: false, mail: true } }, quiet: { from: '22:00', to: '06:30', days: [5, 1, 5] } })
    await ask('PUT', '/me/notifications', { kinds: { mentioned: { app: true, push: false, mail: true } }, digest: { at: '08:00', days: [1] } })
    expect((await ask('GET', '/me/notifications')).body).toMatchObject({ kinds: { assigned: { mail: true }, mentioned: { mail: true } }, quiet: { from: '22:00', to: '06:30', days: [1, 5] }, digest: { at: '08:00', days: [1] } })
    await ask('PUT', '/me/notifications', { quiet: null })
    expect((await ask('GET', '/me/notifications')).body).toMatchObject({ quiet: null, digest: { at: '08:00' } })
  })

  test.each([
    ['an unknown kind', { kinds: { birthday: { app: true, push: true, mail: true } } }, /no notification of the kind "birthday": choose from assigned/],
    ['quiet all week', { quiet: { from: '08:00', to: '08:00', days: [1, 2, 3, 4, 5, 6, 7] } }, /whole week: switch push off/],
    ['a digest on no day', { digest: { at: '08:00', days: [] } }, /choose one, or switch the digest off/],
    ['a time that is none', { digest: { at: '24:00', days: [1] } }, /digest/], ['a day that is none', { quiet: { from: '20:00', to: '06:00', days: [0] } }, /quiet/],
  ])('%s: refused in one sentence, nothing saved', async (_, body, sentence) => {
    const answer = await ask('PUT', '/me/notifications', body)
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid-input'])
    expect(answer.body.detail).toMatch(sentence)
    expect((await ask('GET', '/me/notifications')).body).toMatchObject({ quiet: null, digest: null })
  })
})

describe('browsers', () => {
  const endpoint = () => `https://fcm.googleapis.com/fcm/send/${newId()}`
  const subscribe = (given: object = {}, by = token) => ask('POST', '/me/push-subscriptions', { endpoint: endpoint(), keys: makePushBrowser('x').keys, expirationTime: null, ...given }, by)

  test('subscribe, are shown without their address, and leave', async () => {
    const { status, body } = await subscribe()
    expect(status).toBe(201)
    const shown = await ask('GET', '/me/notifications')
    expect(shown.body.push.browsers).toMatchObject([{ id: body.id, failedAt: null }])
    expect(shown.text).not.toContain('fcm.googleapis')
    expect((await ask('DELETE', `/push-subscriptions/${body.id}`)).status).toBe(200)
    expect((await ask('DELETE', `/push-subscriptions/${body.id}`)).status).toBe(404)
  })

  test('subscribed again keep their id; used by a colleague they are that colleague\'s alone', async () => {
    const same = { endpoint: endpoint() }
    const first = (await subscribe(same)).body.id
    expect((await subscribe(same)).body.id).toBe(first)
    const colleague = await buildStaff(kontuar.platform.db, org, 'agent', `jan-${newId().slice(-8)}@desk.example`)
    const taken = (await subscribe(same, await buildToken(kontuar.platform.db, org, colleague))).body.id
    expect(taken).not.toBe(first)
    expect((await ask('GET', '/me/notifications')).body.push.browsers).toEqual([])
    expect((await ask('DELETE', `/push-subscriptions/${taken}`)).status, 'and the first cannot remove it').toBe(404)
  })

  test('are twenty at most: the oldest leaves', async () => {
    const ids: string[] = []
    for (let n = 0; n < 22; n++) ids.push((await subscribe()).body.id)
    expect((await ask('GET', '/me/notifications')).body.push.browsers.map((b: { id: string }) => b.id).sort()).toEqual(ids.slice(2).sort())
  })

  test.each([
    ['http', { endpoint: 'http://push.example/x/y' }, 'endpoint'], ['our own network', { endpoint: 'https://127.0.0.1/push/x' }, 'endpoint'], ['the metadata of a cloud', { endpoint: 'https://169.254.169.254/latest' }, 'endpoint'],
    ['a file', { endpoint: 'file:///etc/passwd' }, 'endpoint'], ['nonsense for a key', { keys: { p256dh: 'x'.repeat(87), auth: 'y'.repeat(22) } }, 'keys'],
  ])('%s is refused in one sentence', async (_, given, field) => {
    const { status, body } = await subscribe(given)
    expect([status, body.code, Object.keys(body.fields)]).toEqual([400, 'invalid-input', [field]])
    expect((await ask('GET', '/me/notifications')).body.push.browsers).toEqual([])
  })

  test('a trial goes to each of one\'s own, once however often the button is pressed; without any it says what to do', async () => {
    expect(await ask('POST', '/me/push-subscriptions/try')).toMatchObject({ status: 422, body: { code: 'cannot-do', detail: expect.stringContaining('allow notifications') } })
    await write(async (tx) => { await buildPushBrowser(tx, ewa.staffId); await buildPushBrowser(tx, ewa.staffId) })
    await Promise.all([1, 2, 3].map(() => ask('POST', '/me/push-subscriptions/try')))
    const ordered = await write((tx) => tx.query<{ n: number }>(`select count(*) as n from notification_delivery where org_id = $1 and staff_id = $2 and road = 'push'`, [org, ewa.staffId]))
    expect(ordered[0]!.n === 2 || ordered[0]!.n === 4, 'four when ten seconds ended in between').toBe(true)
  })
})

test('what was told half a year ago is forgotten with its deliveries', async () => {
  await tell(1, new Date(Date.now() - (keptDays + 1) * 86_400_000))
  await write(async (tx) => { tx.enqueue('notifications.forget', {}) })
  await kontuar.runJobs()
  expect(await write((tx) => toldOf(tx, ewa.staffId))).toEqual([])
})
