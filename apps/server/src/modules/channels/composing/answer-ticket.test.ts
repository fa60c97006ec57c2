// Guards the road of an answer: from POST /tickets/:id/interactions to the bytes a mail server takes, and what the
// diary and the ticket say afterwards.
import { readMail } from '@kontuar/mime'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMessage, buildTicket } from '../../diary/testing.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildSendingMailbox, openSink, type Sink } from '../sending/testing.ts'
import { readBodyMarker, readReplyAddress } from '../sending/rules/reply-address.ts'

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
const answer = (ticketId: string, body: object, token?: string) => kontuar.ask('POST', `/tickets/${ticketId}/interactions`, body, token)

async function prepare(given: Parameters<typeof buildTicket>[2] = {}, mailbox: Parameters<typeof buildSendingMailbox>[2] = {}) {
  return write(async (tx) => {
    const mailboxId = await buildSendingMailbox(tx, sink.port, mailbox)
    return { mailboxId, ...(await buildTicket(tx, mailboxId, given)) }
  })
}

describe('an answer', () => {
  test('reaches the customer, in the same thread, and the entry says that it was sent', async () => {
    const ticket = await prepare({ subject: 'Reklamacja butów', text: 'Buty się rozpadły.\nAnna' })
    const { status, body } = await answer(ticket.ticketId, { text: 'Przepraszamy, wymienimy je.' })
    expect(status).toBe(201)
    expect(body).toMatchObject({ kind: 'message', direction: 'out', subject: 'Re: Reklamacja butów', to: [{ address: 'anna@klient.example' }], delivery: { state: 'pending' }, inReplyTo: ticket.messageId })
    await kontuar.runJobs()
    expect(sink.taken).toHaveLength(1)
    const mail = await readMail(Buffer.from(sink.taken[0]!.raw, 'latin1'))
    expect(sink.taken[0]!.to).toEqual(['anna@klient.example'])
    expect(mail).toMatchObject({ messageId: body.messageId, inReplyTo: [ticket.messageId], references: [ticket.messageId], subject: 'Re: Reklamacja butów' })
    expect(mail.text).toContain('Przepraszamy, wymienimy je.')
    expect(mail.text).toMatch(/Dnia .+ Anna Nowak <anna@klient\.example> napisał\(a\):\s+> Buty się rozpadły\.\s+> Anna/)
    expect(mail.html).toContain('wymienimy')
    expect(readBodyMarker(kontuar.platform.crypto, kontuar.orgA.orgId, mail.text)).toBe(ticket.ticketNumber)

    const entry = (await kontuar.ask('GET', `/interactions/${body.id}`)).body
    expect(entry).toMatchObject({ delivery: { state: 'sent', attempts: 1 }, visibleText: 'Przepraszamy, wymienimy je.', hasRaw: true })
    const after = (await kontuar.ask('GET', `/tickets/${ticket.ticketId}`)).body
    expect(after).toMatchObject({ statusCategory: 'waiting', assigneeId: kontuar.orgA.staff.administrator.staffId, lastDirection: 'out', preview: 'Przepraszamy, wymienimy je.' })
  })
})
