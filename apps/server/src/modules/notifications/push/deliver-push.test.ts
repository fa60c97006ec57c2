// Guards the road of a push against a double of the push service that decrypts what it gets and checks who sent it.
import { createPublicKey, verify } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { PushPayload } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { buildStaff, type TestStaff } from '../../identity/testing.ts'
import { notify, type NewNotice } from '../notify.ts'
import { buildPushBrowser, decryptPush, type TestPushBrowser } from '../testing.ts'

let kontuar: TestKontuar
let org: number
let service: Server
let origin: string
let ticket: { ticketId: string; number: number }
let answers: { status: number; headers?: Record<string, string> }[] = []
let posts: { path: string; headers: IncomingHttpHeaders; body: Buffer }[] = []
beforeAll(async () => {
  kontuar = await startTestKontuar({ KONTUAR_PRIVATE_PUSH: '1', KONTUAR_URL: 'https://desk.example' })
  org = kontuar.orgA.orgId
  service = createServer((request, answer) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      posts.push({ path: request.url!, headers: request.headers, body: Buffer.concat(pieces) })
      const { status, headers } = answers.shift() ?? { status: 201 }
      answer.writeHead(status, headers).end()
    })
  })
  await new Promise<void>((done) => { service.listen(0, '127.0.0.1', done) })
  origin = `http://127.0.0.1:${(service.address() as AddressInfo).port}`
  const { ticketId } = await write(async (tx) => buildTicket(tx, await buildMailbox(tx), { subject: 'Tajna sprawa Anny', text: 'bardzo tajne' }))
  const [row] = await write((tx) => tx.query<{ number: number }>('select number from ticket where org_id = $1 and id = $2', [org, ticketId]))
  ticket = { ticketId, number: row!.number }
})
afterAll(async () => {
  service.close()
  await kontuar.stop()
})

let ewa: TestStaff
let browser: TestPushBrowser
beforeEach(async () => {
  ewa = await buildStaff(kontuar.platform.db, org, 'agent', `ewa-${newId().slice(-8)}@desk.example`)
  browser = await write((tx) => buildPushBrowser(tx, ewa.staffId, `${origin}/push/${newId()}`))
  answers = []
  posts = []
})

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(org, work)
const tell = (given: Partial<NewNotice> = {}) => write((tx) => notify(tx, [{ staffId: ewa.staffId, kind: 'mentioned', dedupeKey: newId(), ticketId: ticket.ticketId, ...given }]))
const read = (post: { body: Buffer }) => JSON.parse(decryptPush(post.body, browser)) as PushPayload
const ledger = () => write((tx) => tx.query<{ id: string; state: string; attempts: number; detail: string; send_after: Date }>('select id, state, attempts, detail, send_after from notification_delivery where org_id = $1 and staff_id = $2 order by id', [org, ewa.staffId]))
const browsers = () => write((tx) => tx.query<{ failed_at: Date | null }>('select failed_at from push_subscription where org_id = $1 and staff_id = $2', [org, ewa.staffId]))
const again = async () => {
  await write((tx) => tx.query(`update notification_delivery set send_after = now() - interval '1 minute' where org_id = $1 and state in ('waiting', 'sending')`, [org]))
  for (const { id } of await ledger()) await write(async (tx) => { tx.enqueue('notifications.push', { deliveryId: id }) })
  await kontuar.runJobs()
}

describe('a push', () => {
  test('reaches the browser, which reads the kind and the number of the ticket and nothing of the customer', async () => {
    await tell({ urgent: true, detail: { name: 'Anna Nowak' } })
    await kontuar.runJobs()
    expect(posts).toHaveLength(1)
    expect(read(posts[0]!)).toEqual({
      version: 1, kind: 'mentioned', title: `#${ticket.number}: wzmianka o\u00a0Tobie w\u00a0notatce`, tag: `mentioned:${ticket.ticketId}`, url: `/tickets/${ticket.ticketId}`,
      notificationId: expect.any(String), ticketId: ticket.ticketId, ticketNumber: ticket.number, count: 1, urgent: true, at: expect.any(String),
    })
    expect(posts[0]!.headers).toMatchObject({ 'content-encoding': 'aes128gcm', 'ttl': '43200', 'urgency': 'high' })
    expect(posts[0]!.headers['topic']).toMatch(/^[\w-]{1,32}$/)
    expect(posts[0]!.body.length).toBeLessThanOrEqual(4096)
    expect(await ledger()).toMatchObject([{ state: 'sent', attempts: 1 }])
  })

  test('is signed with the key the settings show, for this service', async () => {
    await tell()
    await kontuar.runJobs()
    const [, jwt, key] = /^vapid t=(\S+), k=(\S+)$/.exec(posts[0]!.headers['authorization']!)!
    const settings = await kontuar.ask('GET', '/me/notifications')
    expect(key).toBe(settings.body.push.publicKey)
    const [header, claims, signature] = jwt!.split('.')
    const point = Buffer.from(key!, 'base64url')
    const publicKey = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: point.subarray(1, 33).toString('base64url'), y: point.subarray(33).toString('base64url') } })
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), { key: publicKey, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature!, 'base64url'))).toBe(true)
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toMatchObject({ aud: origin, sub: 'https://desk.example' })
  })

  test('speaks the language of its person', async () => {
    await write((tx) => tx.query(`update staff set locale = 'ru' where org_id = $1 and id = $2`, [org, ewa.staffId]))
    await tell({ kind: 'assigned' })
    await kontuar.runJobs()
    expect(read(posts[0]!).title).toBe(`№\u00a0${ticket.number}: обращение теперь ваше`)
  })

  test('is not sent a second time when its job runs again', async () => {
    await tell()
    await kontuar.runJobs()
    await again()
    expect(posts).toHaveLength(1)
  })

  test('of ten workers at one delivery is sent by one', async () => {
    await tell()
    const id = (await ledger())[0]!.id
    for (let n = 0; n < 10; n++) await write(async (tx) => { tx.enqueue('notifications.push', { deliveryId: id }) })
    await Promise.all([kontuar.runJobs(), kontuar.runJobs(), kontuar.runJobs()])
    expect(posts).toHaveLength(1)
  })

  test('that a dead process had claimed is sent by another with the same topic', async () => {
    await tell()
    await write((tx) => tx.query(`update notification_delivery set state = 'sending', claim = gen_random_uuid(), attempts = 1 where org_id = $1 and staff_id = $2`, [org, ewa.staffId]))
    await again()
    expect(posts).toHaveLength(1)
    expect(await ledger()).toMatchObject([{ state: 'sent', attempts: 2 }])
  })

  test('merged of many says how many, as many languages do', async () => {
    await write((tx) => notify(tx, Array.from({ length: 5 }, (_, n) => ({ staffId: ewa.staffId, kind: 'assigned' as const, dedupeKey: `m${n}:${ewa.staffId}`, ticketId: ticket.ticketId }))))
    await kontuar.runJobs()
    expect(posts.map(read)).toMatchObject([{ kind: 'several', count: 5, title: '5\u00a0powiadomień czeka', url: '/', ticketId: null }])
  })
})

describe('a push is dropped', () => {
  test('when its notice was read before it left', async () => {
    await tell()
    await write((tx) => tx.query('update notification set read_at = now() where org_id = $1 and staff_id = $2', [org, ewa.staffId]))
    await kontuar.runJobs()
    expect(posts).toEqual([])
    expect(await ledger()).toMatchObject([{ state: 'dropped', detail: 'read meanwhile' }])
  })

  test('when its person may not sign in any more, or not see the ticket', async () => {
    await tell()
    await write((tx) => tx.query(`update staff set active = false where org_id = $1 and id = $2`, [org, ewa.staffId]))
    await kontuar.runJobs()
    expect(await ledger()).toMatchObject([{ state: 'dropped' }])
    await write((tx) => tx.query(`update staff set active = true where org_id = $1 and id = $2`, [org, ewa.staffId]))
    await tell()
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [org, ewa.staffId]))
    await kontuar.runJobs()
    expect(posts).toEqual([])
  })
})

describe('the push service answers', () => {
  test.each([404, 410])('%i: the browser is forgotten', async (status) => {
    answers = [{ status }]
    await tell()
    await kontuar.runJobs()
    expect(await browsers()).toEqual([])
    expect(await ledger()).toMatchObject([{ state: 'failed', detail: `status ${status}` }])
  })

  test('429: tried again when it says so', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '900' } }]
    await tell()
    await kontuar.runJobs()
    const [waiting] = await ledger()
    expect(waiting).toMatchObject({ state: 'waiting', attempts: 1 })
    expect(Math.round((waiting!.send_after.getTime() - Date.now()) / 60_000)).toBe(15)
    await again()
    expect(await ledger()).toMatchObject([{ state: 'sent', attempts: 2 }])
    expect(posts[0]!.headers['topic']).toBe(posts[1]!.headers['topic'])
  })

  test('503 for ever: given up, and the settings show that this browser cannot be reached', async () => {
    answers = Array.from({ length: 9 }, () => ({ status: 503 }))
    await tell()
    await kontuar.runJobs()
    for (let n = 0; n < 7; n++) await again()
    expect(await ledger()).toMatchObject([{ state: 'failed', attempts: 6 }])
    expect(await browsers()).toEqual([{ failed_at: expect.any(Date) }])
    answers = []
    await tell()
    await kontuar.runJobs()
    expect(await browsers(), 'and it is well again after the next one').toEqual([{ failed_at: null }])
  })

  test('a redirection into our own network: not followed', async () => {
    answers = [{ status: 302, headers: { location: `${origin}/internal` } }]
    await tell()
    await kontuar.runJobs()
    expect(posts.map((p) => p.path)).not.toContain('/internal')
    expect(await ledger()).toMatchObject([{ state: 'failed' }])
  })
})

test('what has no job any more is found by the sweep', async () => {
  await tell()
  await write((tx) => tx.query(`update notification_delivery set send_after = now() - interval '1 minute' where org_id = $1 and staff_id = $2`, [org, ewa.staffId]))
  const [row] = await kontuar.platform.db.query<{ id: string }>('select id from list_overdue_notices(10)')
  expect(row?.id).toBe((await ledger())[0]!.id)
  await kontuar.runJobs()
})
