// Guards that queue_stay says where each ticket stood and with whom, that it can be made again at any time with the same
// result, and that a job run twice or late changes nothing.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildMailbox, buildMessage, buildTicket } from '../../diary/testing.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { rebuildStays } from './rebuild-stays.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const { db } = kontuar.platform
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'PATCH' | 'PUT', path: string, body?: object) => kontuar.ask(method, path, body, token)
  const queues: { id: string; readyMade: string; name: string }[] = (await ask('GET', '/queues')).body.items
  const ready = (key: string) => queues.find((q) => q.readyMade === key)!.id
  const mailboxId = await db.write(org.orgId, (tx) => buildMailbox(tx))
  const ticket = await db.write(org.orgId, (tx) => buildTicket(tx, mailboxId))
  const stays = async () => (await ask('GET', `/tickets/${ticket.ticketId}/stays`)).body.items
  const stored = () => db.read(org.orgId, (tx) => tx.query<{ id: string; queue_id: string; assignee_id: string | null; entered_at: Date; left_at: Date | null }>('select id, queue_id, assignee_id, entered_at, left_at from queue_stay where org_id = $1 and ticket_id = $2 order by entered_at, id', [tx.orgId, ticket.ticketId]))
  const change = async (body: object) => { const answer = await ask('PATCH', `/tickets/${ticket.ticketId}`, body); expect(answer.status, answer.text).toBe(200) }
  return { org, db, ask, ready, mailboxId, ticket, stays, stored, change }
}

test('a ticket that is moved, given, closed and woken leaves one stay after the other', async () => {
  const { org, db, ready, ticket, mailboxId, stays, stored, change } = await office()
  const agent = org.staff.agent.staffId
  await change({ queueId: ready('complaints') })
  await change({ assigneeId: agent })
  await change({ priority: 'high' })
  await change({ status: 'closed' })
  await db.write(org.orgId, async (tx) => receiveMessages(tx, [await buildMessage(tx, mailboxId, { inReplyTo: [ticket.messageId], at: new Date(Date.now() + 5) })]))
  await kontuar.runJobs()
  const said = await stays()
  expect(said.map((s: { queueName: string; assigneeId: string | null; leftAt: string | null }) => [s.queueName, s.assigneeId, s.leftAt === null])).toEqual([
    ['Obsługa posprzedażowa', null, false], ['Reklamacje', null, false], ['Reklamacje', agent, false], ['Reklamacje', agent, true],
  ])
  expect(said.at(-1)).toMatchObject({ assigneeName: expect.stringMatching(/agent/), seconds: expect.any(Number) })
  expect((await stored()).map((s) => ({ queueId: s.queue_id, enteredAt: s.entered_at.toISOString(), leftAt: s.left_at?.toISOString() ?? null }))).toEqual(
    said.map((s: { queueId: string; enteredAt: string; leftAt: string | null }) => ({ queueId: s.queueId, enteredAt: s.enteredAt, leftAt: s.leftAt })))
})

test('made again they are the same, also from nothing and by two at once', async () => {
  const { org, db, ready, ticket, stored, change } = await office()
  await change({ queueId: ready('it') })
  await change({ assigneeId: org.staff.agent.staffId })
  await kontuar.runJobs()
  const before = await stored()
  expect(before).toHaveLength(3)
  await Promise.all([1, 2, 3].map(() => db.write(org.orgId, (tx) => rebuildStays(tx, [ticket.ticketId]))))
  expect(await stored()).toEqual(before)
  await db.write(org.orgId, async (tx) => {
    await tx.query('delete from queue_stay where org_id = $1', [tx.orgId])
    await rebuildStays(tx, [ticket.ticketId, ticket.ticketId])
  })
  expect(await stored()).toEqual(before)
})

test('are known before the job has run', async () => {
  const { stays, stored } = await office()
  expect(await stored()).toEqual([])
  expect(await stays()).toMatchObject([{ queueName: 'Obsługa posprzedażowa', leftAt: null }])
})

test('of a ticket that one does not see are not told', async () => {
  const { org, ask, ready, ticket } = await office()
  await ask('PUT', `/staff/${org.staff.agent.staffId}/access`, { access: 'granted', queueIds: [ready('it')], locationIds: [] })
  expect((await kontuar.ask('GET', `/tickets/${ticket.ticketId}/stays`, undefined, await kontuar.tokenOf('agent', org))).status).toBe(404)
  expect((await kontuar.ask('GET', `/tickets/${ticket.ticketId.toUpperCase()}/stays`, undefined, await kontuar.tokenOf('administrator', org))).status).toBe(200)
})

test('of many new tickets are written by one job', async () => {
  const { org, db, mailboxId } = await office()
  await db.write(org.orgId, async (tx) => {
    const messages = []
    for (let i = 0; i < 50; i++) messages.push(await buildMessage(tx, mailboxId, { from: { name: '', address: `k${i}@klient.example` } }))
    await receiveMessages(tx, messages)
  })
  await kontuar.runJobs()
  const [row] = await db.read(org.orgId, (tx) => tx.query<{ stays: number; open: number }>('select count(*)::int as stays, count(*) filter (where left_at is null)::int as open from queue_stay where org_id = $1', [tx.orgId]))
  expect(row).toEqual({ stays: 51, open: 51 })
})
