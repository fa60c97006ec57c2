// Guards the heart of the road: messages become entries, each in the right ticket, whatever arrives at the same moment.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import { buildMailbox, buildMessage, buildTicket } from '../testing.ts'
import { receiveMessages, splitIntoWaves } from './receive-messages.ts'

let database: OpenedTestDatabase
beforeAll(async () => { database = await openTestDatabase({ subscribersOf: (name) => (name === 'diary.ticketCreated' ? ['test.subscriber'] : []) }) })
afterAll(() => database.close())

async function office() {
  const org = await database.newOrganization()
  return { org, mailboxId: await database.db.write(org, (tx) => buildMailbox(tx)) }
}

describe('receiveMessages', () => {
  test('a first message makes a customer, a numbered ticket and an entry, and says so', async () => {
    const { org, mailboxId } = await office()
    const received = await database.db.write(org, (tx) => buildTicket(tx, mailboxId))
    expect(received).toMatchObject({ isNewTicket: true, ticketNumber: 1, matchedBy: 'new' })
    const [row] = await database.asOwner<Record<string, unknown>>('select t.status_category, t.preview, c.name, i.address_key from ticket t join customer c on c.id = t.customer_id join identity i on i.customer_id = c.id where t.id = $1', [received.ticketId])
    expect(row).toEqual({ status_category: 'new', preview: 'Dzień dobry, buty się rozpadły.', name: 'Anna Nowak', address_key: 'anna@klient.example' })
    expect((await database.asOwner<{ name: string }>('select name from event where org_id = $1 order by id', [org])).map((e) => e.name)).toEqual(['diary.ticketCreated', 'diary.messageReceived'])
    const jobs = await database.asOwner<{ payload: { events: unknown[] } }>(`select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'test.subscriber' and (j.payload->>'orgId')::int = $1`, [org])
    expect(jobs).toHaveLength(1)
    expect(jobs[0]!.payload.events).toHaveLength(1)
  })

  test('a batch of new mails from one unknown sender makes one customer and as many tickets', async () => {
    const { org, mailboxId } = await office()
    const results = await database.db.write(org, async (tx) => receiveMessages(tx, await Promise.all([1, 2, 3].map((n) => buildMessage(tx, mailboxId, { subject: `Sprawa ${n}` })))))
    expect(new Set(results.map((r) => r.customerId)).size).toBe(1)
    expect(results.map((r) => r.ticketNumber)).toEqual([1, 2, 3])
  })

  test('a reply in the same batch as the message it answers joins its ticket', async () => {
    const { org, mailboxId } = await office()
    const results = await database.db.write(org, async (tx) => receiveMessages(tx, [
      await buildMessage(tx, mailboxId, { messageId: 'first@x' }), await buildMessage(tx, mailboxId, { messageId: 'second@x', inReplyTo: ['first@x'], subject: 'Re: Reklamacja' }),
    ]))
    expect(results[1]).toMatchObject({ isNewTicket: false, ticketId: results[0]!.ticketId, matchedBy: 'in-reply-to' })
  })

  test('two transactions that meet the same new address at once share one customer', async () => {
    const { org, mailboxId } = await office()
    const both = await Promise.all([1, 2, 3, 4].map(() => database.db.write(org, (tx) => buildTicket(tx, mailboxId, { from: { name: 'Ola', address: 'Ola@nowa.example' } }))))
    expect(new Set(both.map((r) => r.customerId)).size).toBe(1)
    expect(new Set(both.map((r) => r.ticketNumber)).size).toBe(4)
    expect(await database.asOwner('select 1 from customer where org_id = $1', [org])).toHaveLength(1)
  })

  test('a reply wakes a waiting ticket and reopens one closed lately; a machine does neither', async () => {
    const { org, mailboxId } = await office()
    const first = await database.db.write(org, (tx) => buildTicket(tx, mailboxId))
    const statusAfter = async (before: string, automatic: boolean) => {
      await database.asOwner(`update ticket set status = $2, status_category = $2, closed_at = case when $2 = 'closed' then now() end where id = $1`, [first.ticketId, before])
      await database.db.write(org, (tx) => buildTicket(tx, mailboxId, { inReplyTo: [first.messageId], subject: 'Re: Reklamacja', automatic, mailClass: automatic ? 'auto-reply' : 'personal' }))
      return (await database.asOwner<{ status_category: string; closed_at: Date | null }>('select status_category, closed_at from ticket where id = $1', [first.ticketId]))[0]
    }
    expect(await statusAfter('waiting', false)).toEqual({ status_category: 'open', closed_at: null })
    expect(await statusAfter('closed', false)).toEqual({ status_category: 'open', closed_at: null })
    expect(await statusAfter('waiting', true)).toMatchObject({ status_category: 'waiting' })
    expect(await statusAfter('closed', true)).toMatchObject({ status_category: 'closed', closed_at: expect.any(Date) })
  })

  test('a message after the reopening time begins a new ticket that continues the old one', async () => {
    const { org, mailboxId } = await office()
    const first = await database.db.write(org, (tx) => buildTicket(tx, mailboxId))
    await database.asOwner(`update ticket set status_category = 'closed', closed_at = now() - interval '15 days' where id = $1`, [first.ticketId])
    const later = await database.db.write(org, (tx) => buildTicket(tx, mailboxId, { inReplyTo: [first.messageId] }))
    expect(later.isNewTicket).toBe(true)
    expect(await database.asOwner('select kind, to_ticket_id from ticket_link where from_ticket_id = $1', [later.ticketId])).toEqual([{ kind: 'continues', to_ticket_id: first.ticketId }])
  })

  test('somebody once in copy may join; a stranger gets a new, related ticket', async () => {
    const { org, mailboxId } = await office()
    const first = await database.db.write(org, (tx) => buildTicket(tx, mailboxId, { recipients: { to: [], cc: [{ name: '', address: 'Maz@klient.example' }], bcc: [], replyTo: [] } }))
    const spouse = await database.db.write(org, (tx) => buildTicket(tx, mailboxId, { from: { name: '', address: 'maz@klient.example' }, inReplyTo: [first.messageId] }))
    const stranger = await database.db.write(org, (tx) => buildTicket(tx, mailboxId, { from: { name: '', address: 'eve@elsewhere.example' }, references: [first.messageId] }))
    expect([spouse.ticketId === first.ticketId, stranger.ticketId === first.ticketId]).toEqual([true, false])
    expect(await database.asOwner('select kind, to_ticket_id from ticket_link where from_ticket_id = $1', [stranger.ticketId])).toEqual([{ kind: 'possibly-related', to_ticket_id: first.ticketId }])
  })

  test('the same Message-ID in another organization is nobody here', async () => {
    const [a, b] = [await office(), await office()]
    const first = await database.db.write(a.org, (tx) => buildTicket(tx, a.mailboxId))
    expect((await database.db.write(b.org, (tx) => buildTicket(tx, b.mailboxId, { inReplyTo: [first.messageId] }))).isNewTicket).toBe(true)
  })

  test('NUL, lone surrogates and a sender without address are stored as well as can be', async () => {
    const { org, mailboxId } = await office()
    const received = await database.db.write(org, (tx) => buildTicket(tx, mailboxId, { from: { name: 'a\0b', address: '' }, subject: 'x\ud800y', text: 'a\0\udfffb', visibleText: 'a\0b', warnings: ['odd\0'], bounce: { recipient: null, status: null, kind: 'hard', reason: 'why\0', originalMessageId: null } }))
    expect(await database.asOwner('select subject, text, from_name from interaction where id = $1', [received.interactionId])).toEqual([{ subject: 'x\ufffdy', text: 'a\ufffdb', from_name: 'ab' }])
  })

  test('an entry can be neither changed nor deleted, even by the owner of the tables', async () => {
    const { org, mailboxId } = await office()
    const { interactionId } = await database.db.write(org, (tx) => buildTicket(tx, mailboxId))
    await expect(database.asOwner(`update interaction set text = '' where id = $1`, [interactionId])).rejects.toThrow('append-only')
    await expect(database.asOwner('delete from interaction where id = $1', [interactionId])).rejects.toThrow('append-only')
  })
})

test('waves keep an answer behind what it answers, and a ring of references still ends', () => {
  const m = (messageId: string | null, ...inReplyTo: string[]) => ({ messageId, inReplyTo, references: [] })
  expect(splitIntoWaves([m('a'), m('b', 'a'), m('c', 'b'), m('d')]).map((w) => w.map((x) => x.messageId))).toEqual([['a', 'd'], ['b'], ['c']])
  expect(splitIntoWaves([m('a', 'b'), m('b', 'a'), m(null, 'a')]).flat()).toHaveLength(3)
})
