// Guards ratings in the diary: they stand where they belong and change nothing else, however many come at once.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { viewer } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { receiveMessages, recordRating, type NewRating } from '../index.ts'
import { buildMailbox, buildMessage, buildTicket } from '../testing.ts'

let kontuar: TestKontuar
let mailboxId: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  mailboxId = await write((tx) => buildMailbox(tx))
})
afterAll(() => kontuar.stop())

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const sql = <R extends object>(text: string, values: unknown[] = []) => write((tx) => tx.query<R>(text, [tx.orgId, ...values]))
const record = (given: Partial<NewRating>) => write((tx) => recordRating(tx, { ticketId: null, customerId: null, channel: 'survey', at: new Date(), fromName: 'Anna Nowak', text: 'Miło i szybko', queueId: null, locationId: null, ...given }))
const newTicket = (text = 'Buty się rozpadły') => write((tx) => buildTicket(tx, mailboxId, { visibleText: text, from: { name: 'Anna Nowak', address: `anna-${newId()}@klient.example` } }))
const ticketOf = async (id: string) => { const { interactionCount: _, ...ticket } = (await kontuar.ask('GET', `/tickets/${id}`)).body; return ticket }
const timelineOf = async (id: string) => (await kontuar.ask('GET', `/tickets/${id}/interactions?limit=200`)).body.items as { id: string; ticketId: string; kind: string }[]
const eventsOf = (interactionId: string) => sql<{ name: string; ids: object }>(`select name, ids from event where org_id = $1 and ids->>'interactionId' = $2`, [interactionId])
/** What the desk knows of the ticket apart from its diary. */
const deskOf = async (id: string) => ({
  ticket: await ticketOf(id),
  clocks: await sql(`select kind, cycle, state, started_at, due_at, warn_at, stopped_at, breached_at from sla_clock where org_id = $1 and ticket_id = $2 order by 1, 2`, [id]),
  today: (await kontuar.ask('GET', '/today?whose=everybody&limit=200')).body.items.filter((item: { id: string }) => item.id === id),
  stays: await sql('select * from queue_stay where org_id = $1 and ticket_id = $2 order by 1, 2, 3', [id]),
})

describe('a rating of a ticket', () => {
  test.each(['new', 'waiting', 'closed'])('stands in the timeline of a ticket that is %s, and nothing else of it changes', async (status) => {
    const { ticketId, customerId } = await newTicket()
    if (status !== 'new') await kontuar.ask('PATCH', `/tickets/${ticketId}`, { status })
    await kontuar.runJobs()
    const before = await deskOf(ticketId)
    expect(before.clocks.length).toBeGreaterThan(0)
    // One that waits for its customer comes into the day on which it is due, whenever this runs.
    if (status !== 'waiting') expect(before.today).toHaveLength(status === 'new' ? 1 : 0)
    const id = await record({ ticketId, customerId })
    await kontuar.runJobs()
    expect(await deskOf(ticketId)).toEqual(before)
    expect((await timelineOf(ticketId)).at(-1)).toMatchObject({ id, ticketId, kind: 'rating', direction: 'in', automatic: false, text: 'Miło i szybko', from: { name: 'Anna Nowak' }, rating: null })
    expect(await eventsOf(id)).toEqual([{ name: 'diary.ratingRecorded', ids: { interactionId: id, ticketId, customerId } }])
  })

  test('is no word of the customer to the clocks, even when they are counted anew from the whole diary', async () => {
    const { ticketId, customerId } = await newTicket()
    await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { kind: 'note', direction: 'internal', text: 'Sprawdzam' })
    await kontuar.runJobs()
    const { clocks } = await deskOf(ticketId)
    await record({ ticketId, customerId })
    await kontuar.ask('PATCH', `/tickets/${ticketId}`, { subject: 'Inny temat' })
    await kontuar.runJobs()
    expect((await deskOf(ticketId)).clocks).toEqual(clocks)
  })

  test('that was merged goes to the ticket it went into, and stays there when the merge is taken back', async () => {
    const [first, second] = [await newTicket(), await newTicket()]
    await kontuar.ask('POST', `/tickets/${second.ticketId}/merge`, { intoId: first.ticketId })
    const id = await record({ ticketId: second.ticketId })
    expect((await timelineOf(first.ticketId)).find((e) => e.id === id)).toMatchObject({ ticketId: first.ticketId })
    expect((await eventsOf(id))[0]).toMatchObject({ ids: { ticketId: first.ticketId } })
    await kontuar.ask('POST', `/tickets/${second.ticketId}/unmerge`)
    expect((await timelineOf(first.ticketId)).map((e) => e.id)).toContain(id)
    expect((await timelineOf(second.ticketId)).map((e) => e.id)).not.toContain(id)
  })

  test('keeps no place of its own: it stands where its ticket stands', async () => {
    const { ticketId } = await newTicket()
    const queueId = (await kontuar.ask('GET', '/queues')).body.items[0].id
    const id = await record({ ticketId, queueId })
    expect(await sql('select queue_id, location_id from interaction where org_id = $1 and id = $2', [id])).toEqual([{ queue_id: null, location_id: null }])
  })

  test('comes fifty times at once, each once', async () => {
    const { ticketId } = await newTicket()
    const ids = await Promise.all(Array.from({ length: 50 }, () => record({ ticketId })))
    expect((await timelineOf(ticketId)).filter((e) => e.kind === 'rating').map((e) => e.id).sort()).toEqual(ids.sort())
  })
})

describe('a rating without a ticket', () => {
  test('stands in the diary of its customer, at its place', async () => {
    const { customerId } = await newTicket()
    const queueId = (await kontuar.ask('GET', '/queues')).body.items[0].id
    const locationId = (await kontuar.ask('POST', '/locations', { name: `Sopot ${newId()}` })).body.id
    const id = await record({ customerId, queueId, locationId })
    expect((await kontuar.ask('GET', `/interactions?customerId=${customerId}`)).body.items[0]).toMatchObject({ id, ticketId: null, customerId, kind: 'rating' })
    expect((await kontuar.ask('GET', `/interactions/${id}`)).body).toMatchObject({ id, ticketId: null })
    expect(await sql('select queue_id, location_id from interaction where org_id = $1 and id = $2', [id])).toEqual([{ queue_id: queueId, location_id: locationId }])
    expect(await eventsOf(id)).toEqual([{ name: 'diary.ratingRecorded', ids: { interactionId: id, customerId } }])
  })

  test('of nobody names nobody', async () => {
    const id = await record({ fromName: '' })
    expect((await kontuar.ask('GET', `/interactions/${id}`)).body).toMatchObject({ ticketId: null, customerId: null, from: { name: '', address: '' } })
    expect(await eventsOf(id)).toEqual([{ name: 'diary.ratingRecorded', ids: { interactionId: id } }])
  })
})

test('what is recorded under an id of the caller has it, and a second one under the same id is refused whole', async () => {
  const id = newId()
  expect(await record({ id })).toBe(id)
  await expect(record({ id })).rejects.toThrow(/duplicate key/)
  expect(await eventsOf(id)).toHaveLength(1)
})

test('an unknown ticket, customer or place, or those of another organization, leave nothing', async () => {
  const foreign = await kontuar.platform.db.write(kontuar.orgB.orgId, async (tx) => buildTicket(tx, await buildMailbox(tx)))
  const count = async () => (await sql<{ n: number }>('select count(*)::int as n from interaction where org_id = $1'))[0]!.n
  const before = await count()
  for (const wrong of [{ ticketId: newId() }, { ticketId: foreign.ticketId }, { customerId: newId() }, { customerId: foreign.customerId }, { queueId: newId() }, { locationId: newId() }]) await expect(record(wrong)).rejects.toThrow(/foreign key/)
  expect(await count()).toBe(before)
})

test('100 KB of text, emoji, NUL and lone surrogates are stored as well as can be', async () => {
  const text = `a\0b\ud800 ${'👍🏽 żółć '.repeat(10_000)}`
  const id = await record({ text, fromName: 'x\0y' })
  await kontuar.runJobs()
  expect((await kontuar.ask('GET', `/interactions/${id}`)).body).toMatchObject({ text: text.replace('\0', '').replace('\ud800', '\ufffd'), from: { name: 'xy' } })
})

test('somebody who does not see the place may still record there', async () => {
  const person = kontuar.orgA.staff.agent.staffId
  const queueId = (await kontuar.ask('GET', '/queues')).body.items[0].id
  const id = await viewer.run(person, () => record({ queueId }))
  expect(await viewer.run(person, () => sql('select 1 from interaction where org_id = $1 and id = $2', [id]))).toEqual([])
  expect(await sql('select 1 from interaction where org_id = $1 and id = $2', [id])).toHaveLength(1)
})

test('a rating can be neither changed nor deleted', async () => {
  const id = await record({})
  await expect(sql(`update interaction set text = '' where org_id = $1 and id = $2`, [id])).rejects.toThrow(/permission denied/)
  await expect(sql('delete from interaction where org_id = $1 and id = $2', [id])).rejects.toThrow(/permission denied/)
})

describe('what people write, say or ask stands in a ticket', () => {
  const put = (kind: string, direction: string, automatic: boolean, ticketId: string | null = null, queueId: string | null = null) =>
    sql(`insert into interaction (org_id, id, ticket_id, kind, direction, channel, at, automatic, queue_id) values ($1, $2, $3, $4, $5, 'email', now(), $6, $7)`, [newId(), ticketId, kind, direction, automatic, queueId])

  test.each([['message', 'in', false], ['message', 'in', true], ['message', 'out', false], ['note', 'internal', false], ['call', 'in', false], ['visit', 'in', false], ['event', 'internal', true]] as const)('a %s (%s, automatic: %s) without a ticket is refused', async (kind, direction, automatic) => {
    await expect(put(kind, direction, automatic)).rejects.toThrow(/without_ticket/)
  })
  test.each([['rating', 'in', false], ['signal', 'in', true], ['message', 'out', true]] as const)('a %s (%s, automatic: %s) needs none', async (kind, direction, automatic) => {
    await put(kind, direction, automatic)
  })
  test('what has a ticket has no place of its own', async () => {
    const { ticketId } = await newTicket()
    const queueId = (await kontuar.ask('GET', '/queues')).body.items[0].id
    await expect(put('rating', 'in', false, ticketId, queueId)).rejects.toThrow(/place_without_ticket/)
  })
})

test('a reply to an invitation that stands in no ticket begins one of that customer', async () => {
  const { customerId, ticketId } = await newTicket()
  const messageId = `${newId()}@salon.example`
  const [customer] = await sql<{ address: string }>('select address from identity where org_id = $1 and customer_id = $2', [customerId])
  await sql(`insert into interaction (org_id, id, customer_id, kind, direction, channel, at, automatic, message_id) values ($1, $2, $3, 'message', 'out', 'email', now(), true, $4)`, [newId(), customerId, messageId])
  const [received] = await write(async (tx) => receiveMessages(tx, [await buildMessage(tx, mailboxId, { from: { name: 'Anna', address: customer!.address }, inReplyTo: [messageId], references: [messageId], subject: 'Re: Jak poszło?' })]))
  expect(received).toMatchObject({ isNewTicket: true, matchedBy: 'new', customerId })
  expect(received!.ticketId).not.toBe(ticketId)
})
