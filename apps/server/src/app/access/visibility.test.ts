// Guards who sees what, from outside: a person restricted to some queues meets nothing of a ticket elsewhere, on no
// road: lists, the ticket itself, search, the diary, files, the original mail, drafts, counters, the live feed.
// The person is an administrator otherwise, so that no permission hides what access should.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RouteDefinition } from '@kontuar/contracts'
import { receiveMessages, recordRating } from '../../modules/diary/index.ts'
import { buildMailbox, buildMessage } from '../../modules/diary/testing.ts'
import { buildStaff, buildToken } from '../../modules/identity/testing.ts'
import { viewer } from '../../platform/db/database.ts'
import { recordFiles, storeBytes } from '../../platform/files/store.ts'
import { newId } from '../../platform/id.ts'
import { startTestKontuar, type TestKontuar } from '../testing.ts'
import { contractRoutes, nameOfRoute } from './contract-routes.ts'
import { sampleOf } from './sample-of.ts'

interface Written { ticket: string; interaction: string; attachment: string; customer: string; number: number; messageId: string }
const secret = 'okapi'
let kontuar: TestKontuar
let token: string
let staffId: string
let queue: { seen: string; other: string }
let location: { seen: string; other: string }
let seen: Written
let hidden: Written
let elsewhere: Written
let mailboxId: string

const own = (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown) => kontuar.ask(method, path, body, token)

async function write(word: string, place: { queueId: string; locationId?: string }): Promise<Written> {
  const { platform, orgA: { orgId } } = kontuar
  const file = await storeBytes(platform.files, orgId, Buffer.from(`bytes of ${word}`))
  return platform.db.write(orgId, async (tx) => {
    await recordFiles(tx, [file])
    const message = await buildMessage(tx, mailboxId, {
      from: { name: 'Anna', address: 'anna@klient.example' }, subject: `Sprawa ${word}`, text: `Treść ${word}`, visibleText: `Treść ${word}`, messageId: `${word}@klient.example`,
      attachments: [{ ...file, name: `${word}.txt`, type: 'text/plain', inline: false, contentId: null }],
    })
    const [received] = await receiveMessages(tx, [message])
    await tx.query('update ticket set queue_id = $3, location_id = $4 where org_id = $1 and id = $2', [orgId, received!.ticketId, place.queueId, place.locationId ?? null])
    await tx.query('update mail_content set interaction_id = $3, raw = $4 where org_id = $1 and id = $2', [orgId, message.contentId, received!.interactionId, Buffer.from(`Subject: ${word}\r\n\r\n${word}`)])
    const [attachment] = await tx.query<{ id: string }>('select id from attachment where org_id = $1 and interaction_id = $2', [orgId, received!.interactionId])
    return { ticket: received!.ticketId, interaction: received!.interactionId, attachment: attachment!.id, customer: received!.customerId, number: received!.ticketNumber, messageId: message.messageId! }
  })
}

beforeAll(async () => {
  kontuar = await startTestKontuar()
  const { platform: { db }, orgA } = kontuar
  const person = await buildStaff(db, orgA.orgId, 'administrator', 'restricted@orga.test')
  staffId = person.staffId
  token = await buildToken(db, orgA.orgId, person)
  mailboxId = await db.write(orgA.orgId, (tx) => buildMailbox(tx))
  const queues = (await kontuar.ask('GET', '/queues')).body.items
  queue = { seen: queues[0].id, other: queues[1].id }
  const add = async (name: string) => (await kontuar.ask('POST', '/locations', { name })).body.id
  location = { seen: await add('Kraków'), other: await add('Gdańsk') }
  seen = await write('zebra', { queueId: queue.seen, locationId: location.seen })
  hidden = await write(secret, { queueId: queue.other })
  elsewhere = await write(`${secret}gdansk`, { queueId: queue.seen, locationId: location.other })
  // What they wrote while they still saw it.
  const draft = await own('PUT', `/tickets/${hidden.ticket}/draft`, { html: secret, to: [], cc: [], bcc: [], kind: 'note', attachments: [] })
  if (draft.status !== 200) throw new Error(draft.text)
  await kontuar.runJobs()
  const answer = await kontuar.ask('PUT', `/staff/${staffId}/access`, { access: 'granted', queueIds: [queue.seen], locationIds: [location.seen] })
  if (answer.status !== 200) throw new Error(answer.text)
})
afterAll(() => kontuar.stop())

const kinds: [RegExp, keyof Written][] = [[/^\/tickets\/:id/, 'ticket'], [/^\/interactions\/:id/, 'interaction'], [/^\/attachments\/:id/, 'attachment']]
const byTicket = contractRoutes.flatMap((route) => kinds.filter(([pattern]) => pattern.test(route.path)).map(([, kind]) => [nameOfRoute(route), route, kind] as const))
const bodyOf = (route: RouteDefinition) => (route.body ? sampleOf(route.body) : undefined)

describe('a ticket in another queue, or of another location', () => {
  test.each(byTicket)('%s does not know it', async (_name, route, kind) => {
    for (const thing of [hidden, elsewhere]) {
      const answer = await own(route.method, route.path.replace(':id', String(thing[kind])), bodyOf(route))
      expect(answer.status, answer.text).toBe(404)
      expect(answer.text).not.toContain(secret)
    }
  })

  test.each(byTicket.filter(([, route]) => route.method === 'GET' && !/clocks|legal|decisions/.test(route.path)))('%s shows what they do see (so that the refusals mean something)', async (_name, route, kind) => {
    const answer = await own('GET', route.path.replace(':id', String(seen[kind])))
    expect(answer.status, answer.text).toBe(200)
  })

  test.each(contractRoutes.filter((r) => r.method === 'GET' && !r.path.includes(':') && !r.path.startsWith('/live')).map((r) => [nameOfRoute(r), r] as const))('%s tells nothing of it', async (_name, route) => {
    expect((await own('GET', route.path)).text).not.toContain(secret)
  })

  test.each<[string, () => string]>([
    ['by words', () => `/tickets?q=${secret}`], ['by its number', () => `/tickets?number=${hidden.number}`], ['by its queue', () => `/tickets?queueId=${queue.other}`],
    ['by its location', () => `/tickets?locationId=${location.other}`], ['in the diary', () => `/interactions?ticketId=${hidden.ticket}`], ['by its Message-ID', () => `/interactions?messageId=${hidden.messageId}`],
  ])('is not found %s', async (_by, path) => {
    expect((await own('GET', path())).body).toEqual({ items: [], next: null })
    expect((await kontuar.ask('GET', path())).body.items.length).toBeGreaterThan(0)
  })

  test.each<[string, () => string, (items: { id?: string; ticketId?: string }[]) => (string | undefined)[]]>([
    ['all tickets', () => '/tickets', (items) => items.map((t) => t.id)],
    ['the tickets of its customer', () => `/tickets?customerId=${hidden.customer}`, (items) => items.map((t) => t.id)],
    ['the tickets by the customer\'s address', () => '/tickets?q=anna@klient.example', (items) => items.map((t) => t.id)],
    ['the diary of its customer', () => `/interactions?customerId=${hidden.customer}`, (items) => [...new Set(items.map((i) => i.ticketId))]],
  ])('is missing among %s', async (_what, path, idsOf) => {
    expect(idsOf((await own('GET', path())).body.items)).toEqual([seen.ticket])
    expect(idsOf((await kontuar.ask('GET', path())).body.items)).toHaveLength(3)
  })

  test('is not counted, neither beside the lists nor at its customer', async () => {
    expect((await own('GET', '/tickets/counts')).body).toMatchObject({ active: 1, unassigned: 1 })
    expect((await kontuar.ask('GET', '/tickets/counts')).body).toMatchObject({ active: 3 })
    expect((await own('GET', `/customers/${hidden.customer}`)).body).toMatchObject({ openTickets: 1 })
  })

  test('cannot be changed through another door', async () => {
    const merged = await own('POST', `/tickets/${seen.ticket}/merge`, { intoId: hidden.ticket })
    expect([400, 404]).toContain(merged.status)
    const bulk = await own('POST', '/tickets/bulk', { ids: [hidden.ticket], patch: { priority: 'urgent' } })
    expect(bulk.text).not.toContain(secret)
    const rows = await kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query('select priority from ticket where org_id = $1 and id = $2', [tx.orgId, hidden.ticket]))
    expect(rows).toEqual([{ priority: 'normal' }])
  })
})

describe('the live feed', () => {
  const cursor = async () => (await own('GET', '/live/events')).body.cursor
  const told = async (after: string) => (await own('GET', `/live/events?after=${after}&wait=5`)).body.events as { name: string; ids: Record<string, string> }[]

  test('tells of their own tickets and not of others', async () => {
    const after = await cursor()
    await kontuar.ask('PATCH', `/tickets/${hidden.ticket}`, { subject: 'Inaczej' })
    await kontuar.ask('PATCH', `/tickets/${elsewhere.ticket}`, { subject: 'Inaczej' })
    await kontuar.ask('PATCH', `/tickets/${seen.ticket}`, { subject: 'Inaczej zebra' })
    const events = await told(after)
    expect(events.map((e) => e.ids['ticketId'])).toContain(seen.ticket)
    expect(JSON.stringify(events)).not.toContain(hidden.ticket)
    expect(JSON.stringify(events)).not.toContain(elsewhere.ticket)
  })

  test('tells that a ticket has left, and that one has come', async () => {
    const { ticket } = await write('gnu', { queueId: queue.seen })
    const before = await cursor()
    await kontuar.ask('PATCH', `/tickets/${ticket}`, { queueId: queue.other })
    expect((await told(before)).map((e) => e.name)).toContain('diary.ticketMoved')
    expect((await own('GET', `/tickets/${ticket}`)).status).toBe(404)
    const after = await cursor()
    await kontuar.ask('PATCH', `/tickets/${ticket}`, { queueId: queue.seen })
    expect((await told(after)).map((e) => e.name)).toContain('diary.ticketMoved')
    expect((await own('GET', `/tickets/${ticket}`)).status).toBe(200)
  })
})

describe('an entry without a ticket', () => {
  const nobodys: Record<'inTheirQueue' | 'nowhere' | 'inTheirLocation' | 'inAnotherQueue' | 'inAnotherLocation', string> = { inTheirQueue: '', nowhere: '', inTheirLocation: '', inAnotherQueue: '', inAnotherLocation: '' }
  const theirs = () => [nobodys.inTheirQueue, nobodys.nowhere, nobodys.inTheirLocation]
  const others = () => [nobodys.inAnotherQueue, nobodys.inAnotherLocation]
  let customerId: string
  let file: string
  const told = async (after: string) => ((await own('GET', `/live/events?after=${after}&wait=5`)).body.events as { name: string; ids: Record<string, string> }[]).flatMap((e) => (e.name === 'diary.ratingRecorded' ? [e.ids['interactionId']] : []))
  let heard: (string | undefined)[]

  beforeAll(async () => {
    const { platform, orgA: { orgId } } = kontuar
    const after = (await own('GET', '/live/events')).body.cursor
    const stored = await storeBytes(platform.files, orgId, Buffer.from('bytes of a rating'))
    file = newId()
    await platform.db.write(orgId, async (tx) => {
      customerId = newId()
      await tx.query(`insert into customer (org_id, id, name) values ($1, $2, 'Jan')`, [orgId, customerId])
      const rate = (queueId: string | null, locationId: string | null) => recordRating(tx, { ticketId: null, customerId, channel: 'survey', at: new Date(), fromName: 'Jan', text: 'ocena', queueId, locationId })
      nobodys.inAnotherQueue = await rate(queue.other, null)
      nobodys.inAnotherLocation = await rate(queue.seen, location.other)
      nobodys.inTheirQueue = await rate(queue.seen, null)
      nobodys.nowhere = await rate(null, null)
      nobodys.inTheirLocation = await rate(null, location.seen)
      // Feedback says when there are words to index.
      for (const interactionId of Object.values(nobodys)) tx.publish({ name: 'feedback.commentWritten', ids: { interactionId } })
      await recordFiles(tx, [stored])
      await tx.query(`insert into attachment (org_id, id, interaction_id, position, name, type, size, sha256) values ($1, $2, $3, 0, 'a', 'text/plain', $4, $5)`, [orgId, file, nobodys.inAnotherQueue, stored.size, stored.sha256])
    })
    await kontuar.runJobs()
    heard = await told(after)
  })

  test('is seen by whoever sees its place, alone and in the diary', async () => {
    for (const id of theirs()) expect((await own('GET', `/interactions/${id}`)).body).toMatchObject({ id, ticketId: null })
    for (const id of others()) for (const road of ['', '/document', '/raw']) expect((await own('GET', `/interactions/${id}${road}`)).status).toBe(404)
    const listed = async (ask: typeof own | typeof kontuar.ask) => (await ask('GET', `/interactions?customerId=${customerId}`)).body.items.map((i: { id: string }) => i.id).sort()
    expect(await listed(own)).toEqual(theirs().sort())
    expect(await listed(kontuar.ask)).toEqual([...theirs(), ...others()].sort())
  })

  test('keeps its files and its words from others', async () => {
    expect((await own('GET', `/attachments/${file}`)).status).toBe(404)
    expect((await kontuar.ask('GET', `/attachments/${file}`)).status).toBe(200)
    const words = await viewer.run(staffId, () => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => tx.query<{ interaction_id: string }>('select interaction_id from ticket_words where org_id = $1 and ticket_id is null order by 1', [tx.orgId])))
    expect(words.map((w) => w.interaction_id)).toEqual(theirs().sort())
  })

  test('is told to those alone who see it', () => {
    expect(heard.toSorted()).toEqual(theirs().sort())
  })

  test('is not seen by somebody who sees no queue at all', async () => {
    const path = `/staff/${staffId}/access`
    await kontuar.ask('PUT', path, { access: 'granted', queueIds: [], locationIds: [] })
    for (const id of [...theirs(), ...others()]) expect((await own('GET', `/interactions/${id}`)).status).toBe(404)
    await kontuar.ask('PUT', path, { access: 'granted', queueIds: [queue.seen], locationIds: [location.seen] })
  })

  test('of a ticket follows the ticket, wherever it is moved', async () => {
    const { ticket } = await write('lama', { queueId: queue.seen })
    const id = await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => recordRating(tx, { ticketId: ticket, customerId: null, channel: 'survey', at: new Date(), fromName: '', text: '', queueId: null, locationId: null }))
    expect((await own('GET', `/interactions/${id}`)).status).toBe(200)
    await kontuar.ask('PATCH', `/tickets/${ticket}`, { queueId: queue.other })
    expect((await own('GET', `/interactions/${id}`)).status).toBe(404)
  })
})

describe('what is granted', () => {
  test('holds from the next request on, in both directions', async () => {
    const path = `/staff/${staffId}/access`
    await kontuar.ask('PUT', path, { access: 'granted', queueIds: [queue.seen, queue.other], locationIds: [] })
    expect((await own('GET', `/tickets/${hidden.ticket}`)).status).toBe(200)
    expect((await own('GET', `/tickets/${elsewhere.ticket}`)).status).toBe(200)
    await kontuar.ask('PUT', path, { access: 'granted', queueIds: [], locationIds: [] })
    for (const { ticket } of [seen, hidden, elsewhere]) expect((await own('GET', `/tickets/${ticket}`)).status).toBe(404)
    await kontuar.ask('PUT', path, { access: 'granted', queueIds: [queue.seen], locationIds: [location.seen] })
  })

  test('comes by serving a queue too, oneself or by a team', async () => {
    const status = async () => (await own('GET', `/tickets/${hidden.ticket}`)).status
    await kontuar.ask('PATCH', `/queues/${queue.other}`, { memberIds: [staffId] })
    expect(await status()).toBe(200)
    await kontuar.ask('PATCH', `/queues/${queue.other}`, { memberIds: [] })
    expect(await status()).toBe(404)
    const team = (await kontuar.ask('POST', '/teams', { name: 'Ekipa', memberIds: [staffId] })).body.id
    await kontuar.ask('PATCH', `/queues/${queue.other}`, { teamIds: [team] })
    expect(await status()).toBe(200)
    await kontuar.ask('PATCH', `/teams/${team}`, { memberIds: [] })
    expect(await status()).toBe(404)
  })

  test('lets a person move a ticket out of their own sight, and not find it afterwards', async () => {
    const { ticket } = await write('kudu', { queueId: queue.seen })
    const moved = await own('PATCH', `/tickets/${ticket}`, { queueId: queue.other })
    expect(moved.status, moved.text).toBe(200)
    expect((await own('GET', `/tickets/${ticket}`)).status).toBe(404)
    expect((await kontuar.ask('GET', `/tickets/${ticket}`)).body.queueId).toBe(queue.other)
  })
})
