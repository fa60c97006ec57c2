// Guards that a dead address of a long list makes no ticket: what comes back stands beside what was sent.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { buildMailbox, buildMessage, buildTicket } from '../testing.ts'
import { receiveReturned } from './receive-returned.ts'

let kontuar: TestKontuar
let mailboxId: string
let known: Awaited<ReturnType<typeof buildTicket>>
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
beforeAll(async () => {
  kontuar = await startTestKontuar()
  mailboxId = await write((tx) => buildMailbox(tx))
  known = await write((tx) => buildTicket(tx, mailboxId))
})
afterAll(() => kontuar.stop())

const sendOut = async (tx: Tx, ticketId: string | null) => {
  const messageId = `${newId()}@salon.example`
  await tx.query(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, automatic, message_id) values ($1, $2, $3, $4, 'message', 'out', 'email', $5, now(), true, $6)`,
    [tx.orgId, newId(), ticketId, known.customerId, mailboxId, messageId])
  return messageId
}
const comeBack = (tx: Tx, originalMessageId: string | null) => buildMessage(tx, mailboxId, {
  from: { name: '', address: 'mailer-daemon@mx.example' }, subject: 'Undelivered', text: '550 No such user', visibleText: '550 No such user', automatic: true, mailClass: 'bounce',
  bounce: { recipient: 'anna@klient.example', status: '5.1.1', kind: 'hard', reason: '550 No such user', originalMessageId },
})

test('a returned invitation is an entry of the customer it was sent to, in no ticket', async () => {
  const found = await write(async (tx) => {
    const message = await comeBack(tx, await sendOut(tx, null))
    const before = await tx.query('select 1 from ticket where org_id = $1', [tx.orgId])
    const entry = (await receiveReturned(tx, [message])).get(message)
    const after = await tx.query('select 1 from ticket where org_id = $1', [tx.orgId])
    const rows = await tx.query('select ticket_id, customer_id, mail_class, matched_by from interaction where org_id = $1 and id = $2', [tx.orgId, entry])
    return { rows, tickets: after.length - before.length }
  })
  expect(found).toEqual({ tickets: 0, rows: [{ ticket_id: null, customer_id: known.customerId, mail_class: 'bounce', matched_by: 'bounce' }] })
})

test('a returned report is an entry of nobody, in no ticket', async () => {
  const found = await write(async (tx) => {
    const message = { ...await comeBack(tx, `report.${newId()}@salon.example`), returnsToLedger: true }
    const entry = (await receiveReturned(tx, [message])).get(message)
    return tx.query('select ticket_id, customer_id, mail_class from interaction where org_id = $1 and id = $2', [tx.orgId, entry])
  })
  expect(found).toEqual([{ ticket_id: null, customer_id: null, mail_class: 'bounce' }])
})

test('what came back of a ticket, of nobody’s mail, or of no mail named, is left to the usual way', async () => {
  await write(async (tx) => {
    const messages = [await comeBack(tx, await sendOut(tx, known.ticketId)), await comeBack(tx, 'stranger@elsewhere.example'), await comeBack(tx, null), await buildMessage(tx, mailboxId)]
    expect((await receiveReturned(tx, messages)).size).toBe(0)
  })
})
