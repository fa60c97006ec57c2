// Guards merging: nothing is lost, later mail follows, and all of it can be taken back.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildMessage, buildTicket } from '../testing.ts'
import { receiveMessages } from '../index.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function twoTickets() {
  const { orgId } = kontuar.orgA
  return kontuar.platform.db.write(orgId, async (tx) => {
    const mailboxId = await buildMailbox(tx)
    const first = await buildTicket(tx, mailboxId, { subject: 'Buty', visibleText: 'pierwszy' })
    const second = await buildTicket(tx, mailboxId, { subject: 'Te same buty', visibleText: 'drugi', from: { name: 'Jan Nowak', address: 'jan@klient.example' } })
    return { mailboxId, first, second }
  })
}
const merge = (from: string, into: string) => kontuar.ask('POST', `/tickets/${from}/merge`, { intoId: into })
const ticket = async (id: string) => (await kontuar.ask('GET', `/tickets/${id}`)).body
const timeline = async (id: string) => (await kontuar.ask('GET', `/tickets/${id}/interactions`)).body.items as { ticketId: string; kind: string; event: { name: string } | null }[]

describe('a merged ticket', () => {
  test('is closed and shown in the other, whose timeline has the entries of both', async () => {
    const { first, second } = await twoTickets()
    expect(await merge(second.ticketId, first.ticketId)).toMatchObject({ status: 200, body: { ticketId: second.ticketId, intoId: first.ticketId } })
    expect(await ticket(second.ticketId)).toMatchObject({ statusCategory: 'closed', mergedIntoId: first.ticketId, result: 'duplicate', waitingSince: null })
    expect(await ticket(first.ticketId)).toMatchObject({ statusCategory: 'new', mergedIds: [second.ticketId] })
    const entries = await timeline(first.ticketId)
    expect(entries.filter((e) => e.kind === 'message').map((e) => e.ticketId).sort()).toEqual([first.ticketId, second.ticketId].sort())
    expect(entries.filter((e) => e.event?.name === 'merged')).toHaveLength(2)
  })

  test('sends later mail of its customer on to the kept ticket', async () => {
    const { first, second, mailboxId } = await twoTickets()
    await merge(second.ticketId, first.ticketId)
    const [received] = await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => receiveMessages(tx, [await buildMessage(tx, mailboxId, { from: { name: 'Jan Nowak', address: 'jan@klient.example' }, inReplyTo: [second.messageId], subject: 'Re: Te same buty' })]))
    expect(received).toMatchObject({ ticketId: first.ticketId, isNewTicket: false })
    expect(await ticket(second.ticketId)).toMatchObject({ statusCategory: 'closed' })
  })

  test('takes no more changes, notes or answers', async () => {
    const { first, second } = await twoTickets()
    await merge(second.ticketId, first.ticketId)
    for (const refused of [
      await kontuar.ask('PATCH', `/tickets/${second.ticketId}`, { status: 'open' }), await kontuar.ask('POST', `/tickets/${second.ticketId}/interactions`, { kind: 'note', direction: 'internal', text: 'hej' }),
      await merge(second.ticketId, first.ticketId), await merge(first.ticketId, second.ticketId),
    ]) expect(refused).toMatchObject({ status: 422, body: { code: 'cannot-do' } })
    expect(await merge(first.ticketId, first.ticketId)).toMatchObject({ status: 422 })
    expect(await merge(first.ticketId, 'nonsense')).toMatchObject({ status: 404 })
  })

  test('taken back stands as it was, and children that went on with it come back too', async () => {
    const { first, second } = await twoTickets()
    const { first: third } = await twoTickets()
    await kontuar.ask('PATCH', `/tickets/${second.ticketId}`, { status: 'waiting' })
    await merge(third.ticketId, second.ticketId)
    await merge(second.ticketId, first.ticketId)
    expect(await ticket(third.ticketId)).toMatchObject({ mergedIntoId: first.ticketId })
    expect(await kontuar.ask('POST', `/tickets/${second.ticketId}/unmerge`)).toMatchObject({ status: 200 })
    expect(await ticket(second.ticketId)).toMatchObject({ status: 'waiting', mergedIntoId: null, result: null, mergedIds: [third.ticketId] })
    expect((await timeline(first.ticketId)).filter((e) => e.kind === 'message')).toHaveLength(1)
    expect(await kontuar.ask('POST', `/tickets/${second.ticketId}/unmerge`)).toMatchObject({ status: 422 })
  })

  test('two who merge two tickets into each other at once: one wins, no open matter is left inside a merged one', async () => {
    const { first, second } = await twoTickets()
    const answers = await Promise.all([merge(first.ticketId, second.ticketId), merge(second.ticketId, first.ticketId)])
    expect(answers.map((a) => a.status).sort()).toEqual([200, 422])
  })
})
