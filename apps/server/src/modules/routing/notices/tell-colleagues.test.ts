// Guards that colleagues hear of what is written: once, and nobody of what is not theirs.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildMailbox, buildMessage, buildTicket } from '../../diary/testing.ts'
import { buildStaff, type TestStaff } from '../../identity/testing.ts'
import { toldOf } from '../../notifications/testing.ts'

let kontuar: TestKontuar
let mailboxId: string
let ticket: { ticketId: string; messageId: string }
let ewa: TestStaff
beforeAll(async () => {
  kontuar = await startTestKontuar()
  mailboxId = await write((tx) => buildMailbox(tx))
})
beforeEach(async () => {
  ticket = await write((tx) => buildTicket(tx, mailboxId))
  ewa = await buildStaff(kontuar.platform.db, kontuar.orgA.orgId, 'agent', `ewa-${newId().slice(-8)}@desk.example`)
})
afterAll(() => kontuar.stop())

const write: <T>(work: Parameters<typeof kontuar.platform.db.write<T>>[1]) => Promise<T> = (work) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
const told = async (kind: string, staffId = ewa.staffId) => {
  await kontuar.runJobs()
  return (await write((tx) => toldOf(tx, staffId))).filter((n) => n.kind === kind)
}
const note = (mentions: string[], token?: string) => kontuar.ask('POST', `/tickets/${ticket.ticketId}/interactions`, { kind: 'note', text: 'Zobacz, proszę', mentions }, token)
const customerWrites = (given: object = {}) => write(async (tx) => receiveMessages(tx, [await buildMessage(tx, mailboxId, { inReplyTo: [ticket.messageId], subject: 'Re: Reklamacja', ...given })]))
const own = (staffId = ewa.staffId) => write((tx) => tx.query('update ticket set assignee_id = $3 where org_id = $1 and id = $2', [tx.orgId, ticket.ticketId, staffId]))

describe('a note that names colleagues', () => {
  test('is told to each of them once, and not to its writer', async () => {
    const writer = kontuar.orgA.staff.administrator.staffId
    const { status, body } = await note([ewa.staffId, ewa.staffId.toUpperCase(), writer])
    expect(status).toBe(201)
    expect(body.mentionIds).toEqual([ewa.staffId, writer])
    expect(await told('mentioned')).toMatchObject([{ ticket_id: ticket.ticketId, interaction_id: body.id, detail: { by: writer } }])
    expect(await told('mentioned', writer)).toEqual([])
  })

  test.each([
    ['of another organization', (): string => kontuar.orgB.staff.agent.staffId], ['nobody knows', () => newId()], ['that is no id', () => "1'; drop table staff; --"],
  ])('somebody %s: refused in one sentence, and no note is written', async (_, who) => {
    const answer = await note([ewa.staffId, who()])
    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: { mentions: 'names an unknown person' } } })
    expect((await kontuar.ask('GET', `/tickets/${ticket.ticketId}/interactions`)).body.items.filter((i: { kind: string }) => i.kind === 'note')).toEqual([])
  })

  test('somebody who may not sign in any more: refused by name', async () => {
    await write((tx) => tx.query('update staff set active = false where org_id = $1 and id = $2', [tx.orgId, ewa.staffId]))
    expect(await note([ewa.staffId])).toMatchObject({ status: 400, body: { detail: expect.stringContaining('may not sign in any more') } })
  })

  test('somebody who may not see the ticket: the note stands, they are not told', async () => {
    await write((tx) => tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [tx.orgId, ewa.staffId]))
    expect((await note([ewa.staffId])).status).toBe(201)
    expect(await told('mentioned')).toEqual([])
  })
})

describe('a customer who writes again', () => {
  test('is told to the owner in one notice that counts', async () => {
    await own()
    await customerWrites()
    await customerWrites()
    await customerWrites()
    expect(await told('customer-answered')).toMatchObject([{ ticket_id: ticket.ticketId, detail: { count: 3 } }])
  })

  test('is told to nobody when nobody owns the ticket', async () => {
    await customerWrites()
    expect(await told('customer-answered')).toEqual([])
  })

  test('is not told for the first message of the ticket, nor for what machines send', async () => {
    await own()
    expect(await told('customer-answered')).toEqual([])
    await customerWrites({ automatic: true, mailClass: 'auto-reply' })
    await customerWrites({ mailClass: 'list' })
    expect(await told('customer-answered')).toEqual([])
  })
})
