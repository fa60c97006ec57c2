// Guards bounces: the answer that came back says so, and its ticket is open again.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { receiveMessages, type IncomingMessage } from '../../diary/index.ts'
import { buildMessage, buildTicket } from '../../diary/testing.ts'
import { buildSendingMailbox, openSink, type Sink } from '../sending/testing.ts'

let kontuar: TestKontuar
let sink: Sink
let mailboxId: string
beforeAll(async () => {
  kontuar = await startTestKontuar()
  sink = await openSink()
  mailboxId = await write((tx) => buildSendingMailbox(tx, sink.port))
})
afterAll(async () => {
  await kontuar.stop()
  await sink.close()
})
const write = <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => kontuar.platform.db.write(kontuar.orgA.orgId, work)

async function answered(address: string) {
  const { ticketId } = await write((tx) => buildTicket(tx, mailboxId, { from: { name: '', address } }))
  const { body } = await kontuar.ask('POST', `/tickets/${ticketId}/interactions`, { text: 'Odpowiedź', status: 'closed' })
  await kontuar.runJobs()
  return { ticketId, id: body.id as string, messageId: body.messageId as string }
}
async function bounce(given: Partial<NonNullable<IncomingMessage['bounce']>>) {
  const [received] = await write(async (tx) => {
    const message = await buildMessage(tx, mailboxId, {
      from: { name: '', address: 'mailer-daemon@mx.example' }, automatic: true, mailClass: 'bounce', subject: 'Undelivered', messageId: null,
      bounce: { recipient: null, status: '5.1.1', kind: 'hard', reason: '550 No such user', originalMessageId: null, ...given },
    })
    const all = await receiveMessages(tx, [message])
    tx.publish({ name: 'channels.bounceReceived', ids: { interactionId: all[0]!.interactionId } })
    return all
  })
  await kontuar.runJobs()
  return received!
}
const entry = async (id: string) => (await kontuar.ask('GET', `/interactions/${id}`)).body
const ticket = async (id: string) => (await kontuar.ask('GET', `/tickets/${id}`)).body

test('a hard bounce marks the answer, opens its ticket and says why', async () => {
  const sent = await answered('gone1@klient.example')
  const { interactionId } = await bounce({ recipient: 'gone1@klient.example', originalMessageId: sent.messageId })
  expect((await entry(sent.id)).delivery).toMatchObject({ state: 'bounced', detail: 'gone1@klient.example: 5.1.1 550 No such user' })
  expect((await entry(interactionId)).bounce).toMatchObject({ interactionId: sent.id })
  expect(await ticket(sent.ticketId)).toMatchObject({ statusCategory: 'open', closedAt: null })
  const { items } = (await kontuar.ask('GET', `/tickets/${sent.ticketId}/interactions`)).body
  expect(items.at(-1)).toMatchObject({ kind: 'event', event: { name: 'answer-bounced', detail: { interactionId: sent.id, reason: '550 No such user' } } })
})
test('a delay is noted and changes nothing', async () => {
  const sent = await answered('slow@klient.example')
  await bounce({ kind: 'soft', recipient: 'slow@klient.example', status: '4.4.7', reason: 'delayed', originalMessageId: sent.messageId })
  expect((await entry(sent.id)).delivery).toMatchObject({ state: 'sent', detail: 'slow@klient.example: 4.4.7 delayed' })
  expect((await ticket(sent.ticketId)).statusCategory).toBe('closed')
})
test('a report, digest or alert that came back leaves the answer to the same address alone', async () => {
  const sent = await answered('both@klient.example')
  for (const key of ['report', 'digest', 'alert']) await bounce({ recipient: 'both@klient.example', originalMessageId: `${key}.01890a5d-ac96-774b-bcce-b302099a8057@salon.example` })
  expect((await entry(sent.id)).delivery.state).toBe('sent')
  expect((await ticket(sent.ticketId)).statusCategory).toBe('closed')
  // A server in between that wrote another Message-ID names an address all the same.
  await bounce({ recipient: 'both@klient.example', originalMessageId: 'rewritten.by-a-relay@mx.example' })
  expect((await entry(sent.id)).delivery.state).toBe('bounced')
})
test('without the original id, the newest mail to that address is meant', async () => {
  const older = await answered('Gone2@klient.example')
  const newer = await answered('Gone2@klient.example')
  await bounce({ recipient: 'gone2@KLIENT.example' })
  expect((await entry(older.id)).delivery.state).toBe('sent')
  expect((await entry(newer.id)).delivery.state).toBe('bounced')
})
test('a bounce of a mail that is not ours changes nothing', async () => {
  const sent = await answered('fine@klient.example')
  await bounce({ recipient: 'stranger@elsewhere.example', originalMessageId: 'forged@elsewhere.example' })
  expect((await entry(sent.id)).delivery.state).toBe('sent')
})
