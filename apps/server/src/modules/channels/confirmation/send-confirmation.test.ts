// Guards the automatic confirmation: one a ticket, in the customer's language, few to one address, never to a machine.
import { readMail } from '@kontuar/mime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { receiveMessages, type IncomingMessage } from '../../diary/index.ts'
import { buildMessage } from '../../diary/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildSendingMailbox, openSink, type Sink } from '../sending/testing.ts'
import { decideConfirmation, mostPerOrganizationAndHour, type NewTicketMail, type Verdict } from './rules/decide-confirmation.ts'

let kontuar: TestKontuar
let sink: Sink
beforeAll(async () => {
  kontuar = await startTestKontuar()
  sink = await openSink()
})
afterAll(async () => {
  await kontuar.stop()
  await sink.close()
})
beforeEach(() => { sink.taken.length = 0 })

const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const someone = () => ({ name: 'Anna', address: `anna-${newId().slice(-8)}@klient.example` })

async function receive(given: Partial<IncomingMessage>[], mailbox: Parameters<typeof buildSendingMailbox>[2] = {}) {
  const received = await write(async (tx) => {
    const mailboxId = await buildSendingMailbox(tx, sink.port, { confirmation: { enabled: true, texts: {} }, ...mailbox })
    const messages: IncomingMessage[] = []
    for (const one of given) messages.push(await buildMessage(tx, mailboxId, { from: someone(), ...one }))
    return receiveMessages(tx, messages)
  })
  await kontuar.runJobs()
  return received
}
const skippedBecause = (ticketId: string) => write(async (tx) => (await tx.query<{ reason: string }>('select reason from confirmation where ticket_id = $1', [ticketId]))[0]?.reason)

describe('a confirmation', () => {
  test('says the number, threads under the mail, calls itself automatic, and stands in the diary', async () => {
    const [ticket] = await receive([{ subject: 'Wizyta', messageId: 'wizyta@klient.example', language: 'pl' }])
    expect(sink.taken).toHaveLength(1)
    const mail = await readMail(Buffer.from(sink.taken[0]!.raw, 'latin1'))
    expect(mail).toMatchObject({ subject: 'Re: Wizyta', inReplyTo: ['wizyta@klient.example'], references: ['wizyta@klient.example'] })
    expect(mail.text).toContain(`pod numerem ${ticket!.ticketNumber}`)
    expect(sink.taken[0]!.raw).toMatch(/^Auto-Submitted: auto-replied\r$/im)
    const { items } = (await kontuar.ask('GET', `/tickets/${ticket!.ticketId}/interactions`)).body
    expect(items[1]).toMatchObject({ direction: 'out', automatic: true, mailClass: 'auto-reply', staffId: null, delivery: { state: 'sent' } })
    expect((await kontuar.ask('GET', `/tickets/${ticket!.ticketId}`)).body).toMatchObject({ statusCategory: 'new', lastDirection: 'in', assigneeId: null })
  })
  test.each([['ru', 'под номером'], ['en', 'under number'], ['pl', 'pod numerem'], ['de', 'pod numerem'], [null, 'pod numerem']])('to a customer writing in %s is in their language, else in ours', async (language, words) => {
    await receive([{ language }])
    expect((await readMail(Buffer.from(sink.taken[0]!.raw, 'latin1'))).text).toContain(words)
  })
  test('in the mailbox’s own words', async () => {
    const [ticket] = await receive([{ subject: 'Cennik', language: 'pl' }], { confirmation: { enabled: true, texts: { pl: 'Mamy Twój list „{subject}” ({number}). {mailbox} {other}' } } })
    expect((await readMail(Buffer.from(sink.taken[0]!.raw, 'latin1'))).text).toContain(`Mamy Twój list „Cennik” (${ticket!.ticketNumber}). Salon Róża {other}`)
  })
  test('is one a ticket, however often the event is told', async () => {
    const [ticket] = await receive([{}])
    const events = [{ id: newId(), name: 'diary.ticketCreated', at: new Date().toISOString(), ids: { ticketId: ticket!.ticketId, interactionId: ticket!.interactionId }, detail: {} }]
    await write(async (tx) => { tx.enqueue('channels.sendConfirmation', { events }); tx.enqueue('channels.sendConfirmation', { events }) })
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
  })
  test('goes three times a day to one address, then is skipped with its reason', async () => {
    const from = someone()
    const tickets = await receive(Array.from({ length: 5 }, (_, i) => ({ from, subject: `Sprawa ${i}` })))
    expect(sink.taken).toHaveLength(3)
    const reasons = await Promise.all(tickets.map((t) => skippedBecause(t.ticketId)))
    expect(reasons.filter((r) => r === 'address-limit')).toHaveLength(2)
  })
  test('of a batch of a hundred goes to each', async () => {
    await receive(Array.from({ length: 100 }, () => ({})))
    expect(new Set(sink.taken.flatMap((m) => m.to)).size).toBe(100)
  })
  test('is not sent when switched off, and not for a mailbox that cannot send', async () => {
    await receive([{}], { confirmation: { enabled: false, texts: {} } })
    const [ticket] = await write(async (tx) => {
      const mailboxId = await buildSendingMailbox(tx, sink.port, { confirmation: { enabled: true, texts: {} } })
      await tx.query('update mailbox set smtp = null where org_id = $1 and id = $2', [tx.orgId, mailboxId])
      return receiveMessages(tx, [await buildMessage(tx, mailboxId, { from: someone() })])
    })
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
    expect(await skippedBecause(ticket!.ticketId)).toBeUndefined()
  })
  test('a hostile sender cannot add recipients or headers', async () => {
    await receive([{ from: { name: 'Anna\r\nBcc: x@evil.example', address: 'anna@klient.example>\r\nRCPT TO:<x@evil.example' } }, { from: { name: 'A\r\nX-Evil: 1', address: 'good@klient.example' }, subject: 'x\r\nX-Evil: 2' }])
    expect(sink.taken.map((m) => m.to)).toEqual([['good@klient.example']])
    expect(sink.taken[0]!.raw).not.toMatch(/^(x-evil|bcc):/im)
  })
  test('not to the null sender', async () => {
    const [ticket] = await write(async (tx) => {
      const mailboxId = await buildSendingMailbox(tx, sink.port, { confirmation: { enabled: true, texts: {} } })
      const message = await buildMessage(tx, mailboxId, { from: someone() })
      await tx.query(`insert into mail_delivery (org_id, id, mailbox_id, content_id, source, envelope_from) values ($1, $2, $3, $4, 'smtp', '')`, [tx.orgId, newId(), mailboxId, message.contentId])
      return receiveMessages(tx, [message])
    })
    await kontuar.runJobs()
    expect(sink.taken).toEqual([])
    expect(await skippedBecause(ticket!.ticketId)).toBe('machine')
  })
})

describe('the decision', () => {
  const mail: NewTicketMail = {
    enabled: true, canSend: true, direction: 'in', automatic: false, mailClass: 'personal', nullSender: false, old: false, addressKey: 'anna@klient.example', address: 'anna@klient.example', isOwn: false, recentToAddress: 0, recentOfOrganization: 0,
  }
  const robots = ['noreply@x.pl', 'no-reply@x.pl', 'Do.Not.Reply@x.pl', 'sklep-noreply@x.pl', 'MAILER-DAEMON@x.pl', 'postmaster@x.pl', 'bounce+123@x.pl', 'list-request@x.pl', 'owner-list@x.pl', 'nie-odpowiadaj@x.pl', 'notifications@github.com']
  test.each<[string, Partial<NewTicketMail>, Verdict]>([
    ['a person gets one', {}, 'send'],
    ['an automatic mail gets none', { automatic: true }, 'machine'],
    ['a list gets none', { mailClass: 'list' }, 'machine'],
    ['a loop gets none', { mailClass: 'loop' }, 'machine'],
    ['a bounce gets none', { mailClass: 'bounce' }, 'machine'],
    ['what we began gets none', { direction: 'out' }, 'started-by-us'],
    ['our own address gets none', { isOwn: true }, 'own-address'],
    ['no address gets none', { addressKey: null }, 'no-address'],
    ['a flood is braked', { recentOfOrganization: mostPerOrganizationAndHour }, 'organization-limit'],
    ...robots.map((address): [string, Partial<NewTicketMail>, Verdict] => [`${address} gets none`, { address }, 'robot-address']),
    ...['anna.noreplyna@x.pl', 'norbert@x.pl', 'robot.nowak@x.pl', 'biuro@x.pl', 'bouncer@x.pl'].map((address): [string, Partial<NewTicketMail>, Verdict] => [`${address} gets one`, { address }, 'send']),
  ])('%s', (_, given, expected) => expect(decideConfirmation({ ...mail, ...given })).toBe(expected))
})
