// Guards automatic mails in bulk: each leaves once with its link, the diary keeps it without, and nothing of a ticket moves.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildMessage, buildTicket } from '../../diary/testing.ts'
import { lockNextDue } from '../sending/ledger.ts'
import { buildSendingMailbox, openSink, type Sink } from '../sending/testing.ts'
import type { AutomaticMail } from './automatic-mail.ts'
import { enterAutomaticMails } from './enter-mails.ts'
import { findSendingMailbox } from './find-sending-mailbox.ts'
import { prepareAutomaticMails } from './prepare-mails.ts'

let kontuar: TestKontuar
let sink: Sink
let mailboxId: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  sink = await openSink()
  mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port, { address: 'biuro@salon.example', replyTagging: true }))
})
afterAll(async () => {
  await kontuar.stop()
  await sink.close()
})
beforeEach(() => {
  sink.taken.length = 0
  sink.onMessage = () => null
})

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1], org = kontuar.orgA) => kontuar.platform.db.write(org.orgId, work)
const entryOf = async (id: string) => (await kontuar.ask('GET', `/interactions/${id}`)).body
const readRaw = async (id: string) => (await kontuar.ask('GET', `/interactions/${id}/raw`)).text
const secret = 'tajny0123456789'
const link = `https://ankiety.example/a/${secret}`
/** Quoted-printable breaks a link over lines. */
const plain = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=')

const invitation = (given: Partial<AutomaticMail> = {}): AutomaticMail => ({
  key: newId(), customerId: null, ticketId: null, mailboxId, to: { name: 'Anna', address: 'anna@klient.example' }, subject: 'Jak nam poszło?',
  text: `Prosimy o ocenę: ${link}`, html: `<p>Prosimy o ocenę: <a href="${link}">oceń</a></p>`, shownText: 'Prosimy o ocenę: [odnośnik osobisty]', shownHtml: '<p>Prosimy o ocenę: oceń</p>',
  language: 'pl', unsubscribeUrl: `https://ankiety.example/wypisz/${secret}`, queueId: null, locationId: null, ...given,
})
async function enter(mails: AutomaticMail[]) {
  const prepared = await prepareAutomaticMails(kontuar.platform, kontuar.orgA.orgId, mails)
  return write((tx) => enterAutomaticMails(tx, prepared))
}
async function enterOne(given: Partial<AutomaticMail> = {}) {
  const [entered] = await enter([invitation(given)])
  if (entered === undefined || 'refused' in entered) throw new Error('was refused')
  return entered
}
const withheldOf = (outgoingId: string) => write((tx) => tx.query('select 1 from withheld_mail where org_id = $1 and outgoing_id = $2', [tx.orgId, outgoingId]))
const delivery = async (id: string) => (await entryOf(id)).delivery.state
/** What the program itself may not do. */
async function asOwner(text: string, values: unknown[] = []) {
  const client = new pg.Client({ connectionString: kontuar.ownerUrl })
  await client.connect()
  await client.query(text, values)
  await client.end()
}

describe('the personal link', () => {
  test('leaves with the mail, and stands nowhere in the diary nor in the original that is kept', async () => {
    const { interactionId, outgoingId } = await enterOne()
    expect(await withheldOf(outgoingId)).toHaveLength(1)
    await kontuar.runJobs()
    expect(plain(sink.taken[0]!.raw)).toContain(link)
    const entry = await entryOf(interactionId)
    expect(entry).toMatchObject({ kind: 'message', direction: 'out', channel: 'email', automatic: true, ticketId: null, subject: 'Jak nam poszło?', delivery: { state: 'sent', attempts: 1 } })
    expect(entry.visibleText).toBe('Prosimy o ocenę: [odnośnik osobisty]')
    const kept = await readRaw(interactionId)
    expect(kept).toMatch(/^Message-ID: /m)
    expect(plain(kept)).not.toContain(secret)
    expect(await withheldOf(outgoingId)).toEqual([])
    // Nor in a row of any table that a person of the organization could come to read.
    const found = await write((tx) => tx.query<{ where: string }>(
      `select 'interaction' as where from interaction i where i::text like $1 union all select 'content' from mail_content c where convert_from(c.raw, 'UTF8') like $1
       union all select 'outgoing' from outgoing_mail o where o::text like $1 union all select 'event' from event e where e::text like $1`, [`%${secret}%`]))
    expect(found).toEqual([])
  })
  test('the mail kept and the mail sent are the same mail but for it', async () => {
    const { interactionId } = await enterOne()
    await kontuar.runJobs()
    const kept = await readRaw(interactionId)
    for (const header of ['Message-ID', 'Date', 'From', 'To', 'Subject', 'Auto-Submitted']) {
      const line = (raw: string) => new RegExp(`^${header}: .*$`, 'm').exec(raw)?.[0].trim()
      expect(line(kept)).toBe(line(sink.taken[0]!.raw))
    }
  })
  test('is forgotten when the mail is taken back, and when it comes back', async () => {
    const cancelled = await enterOne()
    expect((await kontuar.ask('POST', `/interactions/${cancelled.interactionId}/cancel`)).status).toBe(200)
    expect(await withheldOf(cancelled.outgoingId)).toEqual([])
    const bounced = await enterOne({ to: { name: '', address: 'gone@klient.example' } })
    await write((tx) => tx.query(`update outgoing_mail set state = 'uncertain' where org_id = $1 and id = $2`, [tx.orgId, bounced.outgoingId]))
    await bounceOf('gone@klient.example')
    expect(await delivery(bounced.interactionId)).toBe('bounced')
    expect(await withheldOf(bounced.outgoingId)).toEqual([])
    const again = await kontuar.ask('POST', `/interactions/${bounced.interactionId}/resend`)
    expect(again).toMatchObject({ status: 422, body: { code: 'cannot-do', detail: expect.stringContaining('personal link') } })
  })
  test('stays for a retry, and for sending again by hand what failed', async () => {
    sink.onMessage = () => ({ code: 554, text: 'No' })
    const { interactionId, outgoingId } = await enterOne()
    await kontuar.runJobs()
    expect(await delivery(interactionId)).toBe('failed')
    expect(await withheldOf(outgoingId)).toHaveLength(1)
    sink.onMessage = () => null
    expect((await kontuar.ask('POST', `/interactions/${interactionId}/resend`)).status).toBe(200)
    await kontuar.runJobs()
    expect(plain(sink.taken[0]!.raw)).toContain(link)
  })
  test('is forgotten after thirty days, and what still waited then has failed and says why', async () => {
    await write((tx) => tx.query('update org set outgoing_paused = true where id = $1', [tx.orgId]))
    const late = await enterOne()
    const young = await enterOne()
    await kontuar.runJobs()
    await asOwner(`update withheld_mail set created_at = now() - interval '31 days' where outgoing_id = $1`, [late.outgoingId])
    await write(async (tx) => tx.enqueue('channels.forgetWithheld', {}))
    await kontuar.runJobs()
    expect((await entryOf(late.interactionId)).delivery).toMatchObject({ state: 'failed', detail: expect.stringContaining('30 days') })
    expect(await withheldOf(late.outgoingId)).toEqual([])
    expect(await withheldOf(young.outgoingId)).toHaveLength(1)
    await write((tx) => tx.query('update org set outgoing_paused = false where id = $1', [tx.orgId]))
    await write((tx) => tx.query(`update outgoing_mail set state = 'cancelled' where org_id = $1 and id = $2`, [tx.orgId, young.outgoingId]))
    expect(sink.taken).toEqual([])
  })
  test('a mail whose bytes are gone never leaves in its other shape', async () => {
    const { outgoingId, interactionId } = await enterOne()
    await write((tx) => tx.query('delete from withheld_mail where org_id = $1 and outgoing_id = $2', [tx.orgId, outgoingId]))
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
    await write((tx) => tx.query(`update outgoing_mail set state = 'cancelled' where org_id = $1 and interaction_id = $2`, [tx.orgId, interactionId]))
  })
  test('nothing is kept apart when there is nothing secret in it', async () => {
    const { outgoingId } = await enterOne({ text: 'Do jutra', html: '<p>Do jutra</p>', shownText: 'Do jutra', shownHtml: '<p>Do jutra</p>', unsubscribeUrl: null })
    expect(await withheldOf(outgoingId)).toEqual([])
    await kontuar.runJobs()
    expect(sink.taken[0]!.raw).toContain('Do jutra')
    expect(sink.taken[0]!.raw).not.toMatch(/^List-Unsubscribe/m)
  })
})

async function bounceOf(recipient: string) {
  const received = await write(async (tx) => {
    const message = await buildMessage(tx, mailboxId, {
      from: { name: '', address: 'mailer-daemon@mx.example' }, automatic: true, mailClass: 'bounce', subject: 'Undelivered', messageId: null,
      bounce: { recipient, status: '5.1.1', kind: 'hard', reason: '550 No such user', originalMessageId: null },
    })
    const [taken] = await receiveMessages(tx, [message])
    tx.publish({ name: 'channels.bounceReceived', ids: { interactionId: taken!.interactionId } })
    return taken!
  })
  await kontuar.runJobs()
  return received
}

test('is marked as a machine’s, and one POST takes the reader off (RFC 8058)', async () => {
  const long = `https://ankiety.example/wypisz/${'a'.repeat(300)}?x=1&y=ą`
  await enterOne({ unsubscribeUrl: long })
  await kontuar.runJobs()
  const { raw } = sink.taken[0]!
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m)
  expect(raw).toContain(`\r\nList-Unsubscribe: <${new URL(long).href}>\r\n`)
  expect(raw).toMatch(/^Content-Language: pl\r$/m)
})

test('stands in the thread of the customer, with the marks of the ticket, and moves nothing of it', async () => {
  const { ticketId, messageId } = await write((tx) => buildTicket(tx, mailboxId, { messageId: `${newId()}@klient.example` }))
  await kontuar.runJobs()
  const before = (await kontuar.ask('GET', `/tickets/${ticketId}`)).body
  const { interactionId } = await enterOne({ ticketId, customerId: before.customerId })
  await kontuar.runJobs()
  const { raw } = sink.taken[0]!
  expect(raw).toContain(`\r\nIn-Reply-To: <${messageId}>\r\n`)
  expect(raw).toContain(`References: <${messageId}>`)
  expect(raw).toMatch(new RegExp(`^Reply-To: .*\\s+<biuro\\+t${before.number}\\.[a-z2-7]{8}@salon\\.example>`, 'm'))
  expect(plain(raw)).toMatch(new RegExp(`\\[#${before.number}-[a-z2-7]{8}\\]`))
  expect((await kontuar.ask('GET', `/tickets/${ticketId}`)).body).toEqual({ ...before, interactionCount: before.interactionCount + 1 })
  const { items } = (await kontuar.ask('GET', `/tickets/${ticketId}/interactions`)).body
  expect(items.at(-1)).toMatchObject({ id: interactionId, staffId: null, automatic: true, customerId: before.customerId, delivery: { state: 'sent' } })
})
test('of a ticket that was merged stands where it went', async () => {
  const [from, into] = await write(async (tx) => [await buildTicket(tx, mailboxId), await buildTicket(tx, mailboxId)] as const)
  expect((await kontuar.ask('POST', `/tickets/${from.ticketId}/merge`, { intoId: into.ticketId })).status).toBe(200)
  const { interactionId } = await enterOne({ ticketId: from.ticketId })
  expect((await entryOf(interactionId)).ticketId).toBe(into.ticketId)
})
test('a bounce of a mail without a ticket marks it and tells of it', async () => {
  const { interactionId } = await enterOne({ to: { name: '', address: 'niema@klient.example' } })
  await kontuar.runJobs()
  await bounceOf('niema@klient.example')
  expect((await entryOf(interactionId)).delivery).toMatchObject({ state: 'bounced', detail: 'niema@klient.example: 5.1.1 550 No such user' })
  const told = await write((tx) => tx.query<{ ids: object; detail: object }>(`select ids, detail from event where org_id = $1 and name = 'channels.deliveryChanged' and ids->>'interactionId' = $2 order by id`, [tx.orgId, interactionId]))
  expect(told.map((t) => t.detail)).toEqual([{ state: 'pending' }, { state: 'sent' }, { state: 'bounced' }])
  expect(told[2]!.ids).toEqual({ interactionId })
})

test('an address that is ours or none is refused, with its key, and the others leave', async () => {
  const wrong = ['biuro@salon.example', 'Biuro@Salon.example', 'brak', 'a b@klient.example', 'x@klient.example>\r\nRCPT TO:<y@evil.example', '@klient.example', 'a@b@c,d', ''].map((address) => invitation({ key: `wrong ${address}`, to: { name: '', address } }))
  const right = invitation({ key: 'right', to: { name: 'Anna\r\nBcc: x@evil.example', address: ' anna@klient.example ' }, subject: 'Ocena\r\nX-Evil: 1' })
  const outcome = await enter([...wrong, right])
  expect(outcome.map((o) => ('refused' in o ? o.refused : 'entered'))).toEqual(['own-address', 'own-address', 'bad-address', 'bad-address', 'bad-address', 'bad-address', 'bad-address', 'bad-address', 'entered'])
  expect(outcome.map((o) => o.key)).toEqual([...wrong.map((w) => w.key), 'right'])
  await kontuar.runJobs()
  expect(sink.taken.map((m) => m.to)).toEqual([['anna@klient.example']])
  expect(sink.taken[0]!.raw).not.toMatch(/^(x-evil|bcc):/im)
})
test.each([['a script', 'javascript:alert(1)'], ['no address', 'not an address'], ['a very long one', `https://x.example/${'a'.repeat(1000)}`]])('%s as the address to unsubscribe at is a fault of the caller', async (_, unsubscribeUrl) => {
  await expect(prepareAutomaticMails(kontuar.platform, kontuar.orgA.orgId, [invitation({ unsubscribeUrl })])).rejects.toThrow(TypeError)
})
test('a ticket of another organization is none', async () => {
  const { ticketId } = await write(async (tx) => buildTicket(tx, await buildSendingMailbox(tx, sink.port)), kontuar.orgB)
  await expect(prepareAutomaticMails(kontuar.platform, kontuar.orgA.orgId, [invitation({ ticketId })])).rejects.toThrow('does not exist')
})
test('what was chosen by others is cleaned before the diary shows it', async () => {
  const { interactionId } = await enterOne({ shownHtml: '<p onclick="x()">Dzień dobry <script>alert(1)</script><b>Anna\0</b></p>', shownText: 'Dzień dobry Anna\0' })
  const { html, text } = await entryOf(interactionId)
  expect(html).not.toMatch(/script|onclick/)
  expect(text).toContain('Dzień dobry Anna')
  await kontuar.runJobs()
})

test('leaves through the wanted mailbox, else through the first that can send, one that fails last', async () => {
  const org = kontuar.orgB
  const find = (wanted: string | null) => write((tx) => findSendingMailbox(tx, wanted), org)
  await write((tx) => tx.query('update mailbox set retired_at = now() where org_id = $1', [tx.orgId]), org)
  expect(await find(null)).toBeNull()
  const none = await prepareAutomaticMails(kontuar.platform, org.orgId, [invitation({ key: 'k' })])
  expect(none).toEqual([{ key: 'k', refused: 'no-mailbox' }])
  const [first, second] = await write(async (tx) => [await buildSendingMailbox(tx, sink.port, { name: 'Jeden' }), await buildSendingMailbox(tx, sink.port, { name: 'Dwa' })] as const, org)
  expect((await find(null))!.id).toBe(first)
  expect((await find(second))!.id).toBe(second)
  expect((await find(newId()))!.id).toBe(first)
  await write((tx) => tx.query(`update mailbox set state = '{"sending": "failing"}' where org_id = $1 and id = $2`, [tx.orgId, first]), org)
  expect(await find(null)).toMatchObject({ id: second, name: 'Dwa' })
})

test('three hundred are entered with one statement a table, each told of once, and leave once each', async () => {
  const mails = Array.from({ length: 300 }, (_, i) => invitation({ key: String(i), to: { name: '', address: `klient${i}@klient.example` } }))
  const prepared = await prepareAutomaticMails(kontuar.platform, kontuar.orgA.orgId, mails)
  let statements = 0
  const entered = await write((tx) => enterAutomaticMails({ ...bound(tx), query: (...given) => (statements++, tx.query(...given)) }, prepared))
  expect(statements).toBe(4)
  expect(new Set(entered.map((e) => ('interactionId' in e ? e.interactionId : ''))).size).toBe(300)
  await kontuar.runJobs()
  expect(sink.taken.map((m) => m.to[0]).toSorted()).toEqual(mails.map((m) => m.to.address).toSorted())
})
const bound = (tx: Parameters<typeof enterAutomaticMails>[0]) => ({
  orgId: tx.orgId, seeEverything: () => tx.seeEverything(), publish: (...events: Parameters<typeof tx.publish>) => tx.publish(...events),
  enqueue: (...given: Parameters<typeof tx.enqueue>) => tx.enqueue(...given), afterCommit: (act: () => void) => tx.afterCommit(act),
})

describe('among many that wait', () => {
  test('an answer of a person leaves first, and its job stands before theirs', async () => {
    await enter(Array.from({ length: 20 }, (_, i) => invitation({ to: { name: '', address: `rano${i}@klient.example` } })))
    const { ticketId } = await write((tx) => buildTicket(tx, mailboxId))
    const answer = (await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Odpowiedź' })).body
    const next = await write((tx) => lockNextDue(tx, mailboxId))
    expect(next!.interaction_id).toBe(answer.id)
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(21)
    expect(sink.taken.findIndex((m) => m.to[0] === 'anna@klient.example')).toBeLessThan(7)
  })
  test('the next one is found by the index in its order, not by sorting all', async () => {
    const entered = await enter(Array.from({ length: 500 }, (_, i) => invitation({ to: { name: '', address: `plan${i}@klient.example` } })))
    await asOwner('analyze outgoing_mail')
    const plan = await write((tx) => tx.query<Record<string, string>>(
      `explain select m.id from outgoing_mail m where m.org_id = $1 and m.mailbox_id = $2 and m.state = 'pending' and m.send_after <= clock_timestamp() and coalesce(m.next_attempt_at, m.send_after) <= clock_timestamp()
       order by m.automatic, m.send_after limit 1 for update of m skip locked`, [tx.orgId, mailboxId]))
    const text = plan.map((row) => row['QUERY PLAN']).join('\n')
    expect(text).toContain('outgoing_mail_next')
    expect(text).not.toContain('Sort')
    expect(entered).toHaveLength(500)
  })
})
