// Guards tickets told as stories: what was when, also where a mail is read late, and by which calendar and teams it was counted then.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { receiveMessages } from '../../diary/index.ts'
import { buildMailbox, buildMessage, buildTicket } from '../../diary/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { readTicketStories } from './read-ticket-stories.ts'
import { factsAfter, factsAt } from './story.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const { db } = kontuar.platform
  const token = await kontuar.tokenOf('administrator', org)
  const ask = async (method: 'GET' | 'POST' | 'PATCH' | 'PUT', path: string, body?: object) => {
    const answer = await kontuar.ask(method, path, body, token)
    expect(answer.status, answer.text).toBeLessThan(300)
    return answer.body
  }
  const mailboxId = await db.write(org.orgId, (tx) => buildMailbox(tx))
  const ticket = await db.write(org.orgId, (tx) => buildTicket(tx, mailboxId))
  const stories = (...ids: string[]) => db.read(org.orgId, (tx) => readTicketStories(tx, ids))
  const story = async () => (await stories(ticket.ticketId)).stories[0]!
  const links = (kind: string) => db.read(org.orgId, async (tx) => (await tx.query<{ from: string; to: string; ever: boolean; over: boolean }>(`select from_id as "from", to_id as "to", since = '-infinity' as ever, until is not null as over from past_link where org_id = $1 and kind = $2 order by past_link.since, until nulls last`, [org.orgId, kind])))
  return { org, db, ask, mailboxId, ticket, stories, story, links, queues: (await ask('GET', '/queues')).items as { id: string; readyMade: string }[] }
}

describe('a story', () => {
  test('says what the ticket was at each instant, whose it was included', async () => {
    const { org, ask, ticket, story, queues } = await office()
    const agent = org.staff.agent.staffId
    const [first, second] = [queues.find((q) => q.readyMade === 'after-sales')!.id, queues.find((q) => q.readyMade === 'it')!.id]
    await ask('PATCH', `/tickets/${ticket.ticketId}`, { assigneeId: agent })
    await ask('PATCH', `/tickets/${ticket.ticketId}`, { queueId: second, status: 'waiting' })
    const told = await story()
    expect(told.begin).toMatchObject({ status: 'new', assigneeId: null, queueId: first })
    expect(told.turns.map((t) => [t.before.assigneeId, t.after.assigneeId, t.after.queueId, t.after.status])).toEqual([[null, agent, first, 'new'], [agent, agent, second, 'waiting']])
    expect(factsAt(told, told.turns[1]!.at - 1)).toMatchObject({ queueId: first, assigneeId: agent })
    expect(factsAt(told, told.turns[1]!.at)).toMatchObject({ queueId: second })
    expect(factsAfter(told, told.createdAt, told.turns[0]!.transaction)).toMatchObject({ assigneeId: agent, queueId: first })
  })

  test('of a ticket closed before a waiting mail was read says it was open until then, and again since', async () => {
    const { org, db, ask, ticket, mailboxId, story } = await office()
    const came = new Date()
    await ask('PATCH', `/tickets/${ticket.ticketId}`, { status: 'closed' })
    await db.write(org.orgId, async (tx) => receiveMessages(tx, [await buildMessage(tx, mailboxId, { inReplyTo: [ticket.messageId], at: came })]))
    const told = await story()
    expect(told.turns.map((t) => [t.before.status, t.after.status])).toEqual([['new', 'closed'], ['closed', 'open']])
    expect(told.begin.status).toBe('new')
    await ask('POST', '/interactions', { kind: 'call', channel: 'phone', direction: 'out', ticketId: ticket.ticketId, request: 'Oddzwoniono.' })
    // Closing said nothing to whoever had written before: they have waited since then.
    expect((await story()).responses).toMatchObject([{ kind: 'first-response', askedAt: told.entries[0]!.at }])
  })

  test('knows which entry answered the customer, and that closing answers nobody', async () => {
    const { ask, ticket, story, stories } = await office()
    const call = await ask('POST', '/interactions', { kind: 'call', channel: 'phone', direction: 'out', ticketId: ticket.ticketId, request: 'Oddzwoniono.' })
    expect((await story()).responses).toMatchObject([{ kind: 'first-response', entryId: call.id, askedAt: expect.any(Number), queueId: expect.any(String) }])
    expect((await stories('00000000-0000-7000-8000-000000000000')).stories).toEqual([])
  })

  test('is a complaint since it stood in the queue of complaints, wherever it went', async () => {
    const { ask, ticket, story, queues } = await office()
    expect((await story()).complaint).toBeNull()
    await ask('PATCH', `/tickets/${ticket.ticketId}`, { queueId: queues.find((q) => q.readyMade === 'complaints')!.id })
    await ask('PATCH', `/tickets/${ticket.ticketId}`, { queueId: queues.find((q) => q.readyMade === 'sales')!.id })
    await kontuar.runJobs()
    const told = await story()
    expect(told.complaint).toEqual({ at: told.turns[0]!.at, transaction: told.turns[0]!.transaction })
  })

  test('of fifty tickets takes as many statements as of one', async () => {
    const { org, db, mailboxId, ticket } = await office()
    const many = await db.write(org.orgId, async (tx) => {
      const messages = []
      for (let i = 0; i < 50; i++) messages.push(await buildMessage(tx, mailboxId, { from: { name: '', address: `k${i}@klient.example` } }))
      return (await receiveMessages(tx, messages)).map((m) => m.ticketId)
    })
    const cost = (ids: readonly string[]) => db.read(org.orgId, async (tx) => {
      let n = 0
      await readTicketStories({ ...tx, orgId: tx.orgId, query: (...args: Parameters<typeof tx.query>) => { n++; return tx.query(...args) } } as typeof tx, ids)
      return n
    })
    expect([await cost([ticket.ticketId]), await cost(many)]).toEqual([5, 5])
  })
})

describe('what was counted by', () => {
  test('is the calendar of the queue then, else the default one of then, else time as it passes', async () => {
    const { ask, links, stories, queues, ticket } = await office()
    const queueId = queues[0]!.id
    const definition = { timeZone: 'Europe/Warsaw', weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [{ from: '00:00', to: '12:00' }]])), holidays: null, exceptions: [] }
    const half = (await ask('POST', '/calendars', { name: 'Pół dnia', definition })).id
    const before = Date.now()
    await ask('PATCH', `/queues/${queueId}`, { calendarId: half })
    await ask('PATCH', `/queues/${queueId}`, { calendarId: null })
    expect(await links('queue-calendar')).toEqual([{ from: queueId, to: half, ever: false, over: true }])
    await ask('PATCH', `/queues/${queueId}`, { calendarId: half })
    const { timeIn, now } = await stories(ticket.ticketId)
    const week = [Date.UTC(2026, 2, 1, 23), Date.UTC(2026, 2, 8, 23)] as const
    expect([timeIn(queueId, before - 1000).between(...week), timeIn(queueId, now + 1000).between(...week), timeIn(null, now).between(...week)].map((ms) => ms / 3_600_000)).toEqual([40, 84, 40])
    expect(await links('default-calendar')).toMatchObject([{ ever: true, over: false }])
  })

  test('are the teams that served the queue then', async () => {
    const { ask, links, queues } = await office()
    const team = (await ask('POST', '/teams', { name: 'Front' })).id
    const queueId = queues[0]!.id
    await ask('PATCH', `/queues/${queueId}`, { teamIds: [team] })
    await ask('PATCH', `/queues/${queueId}`, { teamIds: [team] })
    expect(await links('queue-team')).toEqual([{ from: queueId, to: team, ever: false, over: false }])
    await ask('PATCH', `/queues/${queueId}`, { teamIds: [] })
    expect(await links('queue-team')).toEqual([{ from: queueId, to: team, ever: false, over: true }])
  })
})
