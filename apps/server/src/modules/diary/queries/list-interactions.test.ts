// Guards "what was said and done before this": the diary up to a moment, as the times were told.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { recordRating } from '../index.ts'
import { buildMailbox, buildTicket } from '../testing.ts'

let kontuar: TestKontuar
let ticketId: string
let customerId: string
let ids: string[]
const moment = (second: number) => new Date(Date.UTC(2026, 2, 1, 12, 0, second))

beforeAll(async () => {
  kontuar = await startTestKontuar()
  await kontuar.platform.db.write(kontuar.orgA.orgId, async (tx) => {
    ({ ticketId, customerId } = await buildTicket(tx, await buildMailbox(tx), { at: moment(0) }))
    ids = [newId(), newId(), newId(), newId()]
    for (const [n, id] of ids.entries()) await recordRating(tx, { id, ticketId: n === 3 ? null : ticketId, customerId, channel: 'survey', at: moment(n + 1), fromName: '', text: `${n}`, queueId: null, locationId: null })
    // Finer than what is told of it.
    await tx.query(`insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at) values ($1, $2, $3, $4, 'note', 'internal', 'note', '2026-03-01T12:00:01.500999Z')`, [tx.orgId, newId(), ticketId, customerId])
  })
})
afterAll(() => kontuar.stop())

const texts = async (path: string) => {
  const answer = await kontuar.ask('GET', path)
  expect(answer.status, answer.text).toBe(200)
  return answer.body.items.map((e: { kind: string; text: string }) => (e.kind === 'rating' ? e.text : e.kind))
}

test.each<[string, string, string[]]>([
  ['the last entry', '2026-03-01T12:00:04Z', ['3', '2', '1', 'note', '0', 'message']], ['an entry itself', '2026-03-01T12:00:02Z', ['1', 'note', '0', 'message']],
  ['a moment told in milliseconds', '2026-03-01T12:00:01.500Z', ['note', '0', 'message']], ['just before it', '2026-03-01T12:00:01.499Z', ['0', 'message']],
  ['another zone', '2026-03-01T13:00:01+01:00', ['0', 'message']], ['before everything', '1999-01-01T00:00:00Z', []],
])('of a customer up to %s, newest first', async (_what, before, wanted) => {
  expect(await texts(`/interactions?customerId=${customerId}&before=${encodeURIComponent(before)}`)).toEqual(wanted)
})

test('of a ticket, on both its roads, page by page', async () => {
  const before = encodeURIComponent('2026-03-01T12:00:02Z')
  expect(await texts(`/interactions?ticketId=${ticketId}&before=${before}`)).toEqual(['1', 'note', '0', 'message'])
  expect(await texts(`/tickets/${ticketId}/interactions?before=${before}`)).toEqual(['message', '0', 'note', '1'])
  const first = (await kontuar.ask('GET', `/interactions?ticketId=${ticketId}&before=${before}&limit=3`)).body
  expect(first.items).toHaveLength(3)
  expect(await texts(`/interactions?ticketId=${ticketId}&before=${before}&limit=3&cursor=${encodeURIComponent(first.next)}`)).toEqual(['message'])
})

test.each(['yesterday', '2026-13-01T00:00:00Z', '2026-03-01T12:00:60Z', '2026-03-01', '', "'; drop table interaction; --"])('the moment %j is refused in a sentence', async (before) => {
  const answer = await kontuar.ask('GET', `/interactions?before=${encodeURIComponent(before)}`)
  expect(answer).toMatchObject({ status: 400, body: { code: 'invalid-input', fields: { before: expect.any(String) } } })
})
