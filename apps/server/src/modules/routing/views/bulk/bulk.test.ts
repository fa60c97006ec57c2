// Guards acts on many tickets: one refusal does not stop the others, nobody moves what they do not see, and undoing leaves alone
// what somebody has moved since.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { putTicket, queuesOf, type TicketWishes } from '../testing.ts'

let kontuar: TestKontuar
let queues: string[]
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(kontuar.orgA.orgId, work)
beforeAll(async () => {
  kontuar = await startTestKontuar()
  queues = (await write(queuesOf)).map((q) => q.id)
})
afterAll(() => kontuar.stop())

const put = (n: number, wishes: TicketWishes = {}) => write(async (tx) => {
  const ids: string[] = []
  for (let i = 0; i < n; i++) ids.push(await putTicket(tx, wishes))
  return ids
})
const ticket = async (id: string) => (await kontuar.ask('GET', `/tickets/${id}`)).body as Record<string, unknown>
const bulk = (ticketIds: string[], patch: object, token?: string) => kontuar.ask('POST', '/tickets/bulk', { ticketIds, patch }, token)
const undo = (id: string, token?: string) => kontuar.ask('POST', `/bulk-acts/${id}/undo`, undefined, token)
const events = async (id: string) => ((await kontuar.ask('GET', `/tickets/${id}/interactions`)).body.items as { event: { name: string; detail: Record<string, unknown> } | null }[]).map((i) => i.event).filter((e) => e !== null)

describe('many at once', () => {
  test('all change, each with its entry in the diary', async () => {
    const ids = await put(3)
    const answer = await bulk(ids, { priority: 'urgent', status: 'closed' })
    expect(answer).toMatchObject({ status: 200, body: { changed: 3, refused: [] } })
    for (const id of ids) {
      expect(await ticket(id)).toMatchObject({ priority: 'urgent', status: 'closed', closedAt: expect.any(String) })
      expect(await events(id)).toMatchObject([{ name: 'ticket-changed', detail: { priority: ['normal', 'urgent'], status: ['new', 'closed'], because: { code: 'bulk', bulkActId: answer.body.id } } }])
    }
  })

  test('those that refuse stay as they are and say why, the others change; a ticket named twice counts once', async () => {
    const [good] = await put(1) as [string]
    const reason = (await kontuar.ask('GET', '/reasons')).body.items[0].id as string
    await kontuar.ask('PATCH', '/statuses/waiting', { requires: { reason: true } })
    const [without] = await put(1) as [string]
    await kontuar.ask('PATCH', `/tickets/${good}`, { reasonId: reason })
    const strange = newId()
    const answer = await bulk([good, without, strange, good, 'not-an-id'], { status: 'waiting' })
    expect(answer.body).toMatchObject({ changed: 1 })
    expect(answer.body.refused).toMatchObject([
      { ticketId: without, number: expect.any(Number), detail: expect.stringMatching(/reason/i) }, { ticketId: strange, number: null, code: 'not-found' }, { ticketId: 'not-an-id', number: null, code: 'not-found' },
    ])
    expect(await ticket(good)).toMatchObject({ status: 'waiting' })
    expect(await ticket(without)).toMatchObject({ status: 'new' })
    expect(await events(without)).toEqual([])
    await kontuar.ask('PATCH', '/statuses/waiting', { requires: { reason: false } })
  })

  test.each<[string, object]>([['no ticket', { ticketIds: [], patch: { priority: 'low' } }], ['more than 500', { ticketIds: Array.from({ length: 501 }, () => newId()), patch: { priority: 'low' } }], ['an empty patch', { ticketIds: [newId()], patch: {} }], ['an unknown wish', { ticketIds: [newId()], patch: { colour: 'red' } }]])(
    '%s is refused', async (_what, body) => expect(await kontuar.ask('POST', '/tickets/bulk', body)).toMatchObject({ status: 400, body: { code: 'invalid-input' } }))

  test('a person who sees one queue cannot move what stands in another, and may move theirs out of their own sight', async () => {
    const { staffId } = kontuar.orgA.staff.agent
    await write(async (tx) => {
      await tx.query(`update staff set access = 'granted' where org_id = $1 and id = $2`, [tx.orgId, staffId])
      await tx.query('insert into staff_queue (org_id, staff_id, queue_id) values ($1, $2, $3)', [tx.orgId, staffId, queues[0]])
    })
    const agent = await kontuar.tokenOf('agent')
    const [[mine], [other]] = [await put(2, { queueId: queues[0]! }), await put(1, { queueId: queues[1]! })] as [[string], [string]]
    const answer = await bulk([mine, other], { queueId: queues[2] }, agent)
    expect(answer.body).toMatchObject({ changed: 1, refused: [{ ticketId: other, number: null, code: 'not-found' }] })
    expect(await ticket(mine)).toMatchObject({ queueId: queues[2] })
    expect(await ticket(other)).toMatchObject({ queueId: queues[1] })
    expect((await undo(answer.body.id, agent)).body).toEqual({ restored: 1, kept: 0 })
    expect(await ticket(mine)).toMatchObject({ queueId: queues[0] })
  })
})

describe('undoing', () => {
  test('restores field by field what nobody has moved since, and says so in the diary', async () => {
    const tag = (await kontuar.ask('POST', '/tags', { name: 'Pilny zwrot' })).body.id as string
    const ids = await put(3, { priority: 'low' })
    const { id } = (await bulk(ids, { priority: 'high', status: 'closed', addTagIds: [tag], subject: 'Wspólny temat' })).body
    await kontuar.ask('PATCH', `/tickets/${ids[1]!}`, { priority: 'urgent' })
    await kontuar.ask('PATCH', `/tickets/${ids[2]!}`, { priority: 'urgent', status: 'open', tagIds: [], subject: 'Inny' })
    expect((await undo(id)).body).toEqual({ restored: 2, kept: 1 })
    expect(await ticket(ids[0]!)).toMatchObject({ priority: 'low', status: 'new', statusCategory: 'new', closedAt: null, tagIds: [], subject: 'Sprawa' })
    expect(await ticket(ids[1]!)).toMatchObject({ priority: 'urgent', status: 'new', tagIds: [], subject: 'Sprawa' })
    expect(await ticket(ids[2]!)).toMatchObject({ priority: 'urgent', status: 'open', subject: 'Inny' })
    expect((await events(ids[0]!)).at(-1)).toMatchObject({ name: 'ticket-changed', detail: { priority: ['high', 'low'], because: { code: 'undone', bulkActId: id } } })
  })

  test('is done once, and only by whoever did it', async () => {
    const { id } = (await bulk(await put(1), { priority: 'high' })).body
    expect(await undo(id, await kontuar.tokenOf('manager'))).toMatchObject({ status: 404 })
    expect((await undo(id)).status).toBe(200)
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'conflict', detail: 'This change has been taken back already.' } })
  })
})
