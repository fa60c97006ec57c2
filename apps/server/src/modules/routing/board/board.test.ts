// Guards the manager's board: each figure counted right, filters, whom one could give something, and that nobody sees more than they may.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildDesk, type TicketWish } from '../assignment/testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const at = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const nobody = '00000000-0000-7000-8000-000000000000'

async function office() {
  const desk = await buildDesk(kontuar, 3, { mode: 'hand' })
  const [ewa, jan] = desk.people
  const other = await desk.addQueue({ mode: 'hand' }, [jan!.staffId])
  const add = (wish: TicketWish) => desk.addTicket({ quiet: true, ...wish })
  const late = await add({ assigneeId: ewa!.staffId, dueAt: at(-10), status: 'open' })
  const soon = await add({ assigneeId: ewa!.staffId, dueAt: at(30), priority: 'urgent' })
  const sooner = await add({ dueAt: at(5) })
  await add({ assigneeId: jan!.staffId, queueId: other, dueAt: at(300), status: 'waiting' })
  await add({ queueId: null })
  await add({ assigneeId: ewa!.staffId, status: 'closed', dueAt: at(-10) })
  await desk.sql(`update ticket set created_at = now() - interval '5 hours' where org_id = $1 and id = $2`, [late])
  await desk.sql(`update ticket set created_at = now() - interval '40 days' where org_id = $1 and id = $2`, [soon])
  return { desk, ewa: ewa!, jan: jan!, ola: desk.people[2]!, other, late, soon, sooner }
}

describe('the board', () => {
  test('counts what is not closed by queue, status, age and owner', async () => {
    const { desk, ewa, jan, ola, other } = await office()
    const { body } = await desk.ask('GET', '/board', undefined, desk.org.staff.manager)
    expect(body).toMatchObject({ open: 5, unassigned: 2, overdue: 1, urgent: 1 })
    expect(body.queues).toEqual([
      { queueId: desk.queueId, tickets: 3, overdue: 1, dueSoon: 2, unassigned: 1 }, ...[{ queueId: other, tickets: 1, overdue: 0, dueSoon: 0, unassigned: 0 }, { queueId: null, tickets: 1, overdue: 0, dueSoon: 0, unassigned: 1 }].map(() => expect.anything()),
    ])
    expect(body.queues).toContainEqual({ queueId: other, tickets: 1, overdue: 0, dueSoon: 0, unassigned: 0 })
    expect(body.queues).toContainEqual({ queueId: null, tickets: 1, overdue: 0, dueSoon: 0, unassigned: 1 })
    expect(new Map(body.statuses.map((s: { status: string; tickets: number }) => [s.status, s.tickets]))).toEqual(new Map([['new', 3], ['open', 1], ['waiting', 1]]))
    expect(body.ages).toEqual([{ upToHours: 4, tickets: 3 }, { upToHours: 24, tickets: 1 }, { upToHours: 72, tickets: 0 }, { upToHours: 168, tickets: 0 }, { upToHours: 720, tickets: 0 }, { upToHours: null, tickets: 1 }])
    const owner = (id: string | null) => body.owners.find((o: { ownerId: string | null }) => o.ownerId === id)
    expect(owner(ewa.staffId)).toMatchObject({ tickets: 2, overdue: 1, dueSoon: 1, unassigned: 0, presence: { state: 'off', openTickets: 2 } })
    expect(owner(jan.staffId)).toMatchObject({ tickets: 1, presence: { openTickets: 0 } })
    expect(owner(null)).toMatchObject({ tickets: 2, unassigned: 2, presence: null })
    // Whom one could give something.
    expect(owner(ola.staffId)).toMatchObject({ tickets: 0, presence: { staffId: ola.staffId } })
  })

  test('shows what is due within the hours asked, soonest first, and nothing that is late already', async () => {
    const { desk, soon, sooner } = await office()
    const ids = async (query: string) => (await desk.ask('GET', `/board${query}`)).body.breaches.map((t: { id: string }) => t.id)
    expect(await ids('')).toEqual([sooner, soon])
    expect(await ids('?hours=168')).toHaveLength(3)
    expect((await desk.ask('GET', '/board?hours=0')).body.code).toBe('invalid-input')
    expect((await desk.ask('GET', '/board?hours=169')).body.code).toBe('invalid-input')
  })

  test('is narrowed by queue, location and team; by what is not there, to nothing', async () => {
    const { desk, ewa, jan, other, late } = await office()
    const board = async (query: string) => (await desk.ask('GET', `/board?${query}`)).body
    expect(await board(`queueId=${other}`)).toMatchObject({ open: 1, owners: [{ ownerId: jan.staffId, tickets: 1 }] })
    const north = (await desk.ask('POST', '/locations', { name: 'North' })).body.id
    await desk.sql('update ticket set location_id = $3 where org_id = $1 and id = $2', [late, north])
    expect(await board(`locationId=${north}`)).toMatchObject({ open: 1, overdue: 1 })
    const team = (await desk.ask('POST', '/teams', { name: 'Front', memberIds: [ewa.staffId] })).body.id
    expect(await board(`teamId=${team}`)).toMatchObject({ open: 2, unassigned: 0, owners: [{ ownerId: ewa.staffId, tickets: 2 }] })
    expect((await desk.ask('PATCH', `/queues/${desk.queueId}`, { teamIds: [team] })).status).toBe(200)
    expect(await board(`teamId=${team}`)).toMatchObject({ open: 3, unassigned: 1 })
    for (const query of [`queueId=${nobody}`, 'queueId=x', 'locationId=x', `teamId=${nobody}`, `teamId=x&queueId=${other}`]) expect(await board(query), query).toMatchObject({ open: 0, unassigned: 0, breaches: [], queues: [] })
  })

  test('of a restricted manager has only what they see', async () => {
    const { desk, other } = await office()
    const { manager } = desk.org.staff
    await desk.ask('PUT', `/staff/${manager.staffId}/access`, { access: 'granted', queueIds: [other], locationIds: [] })
    const { body } = await desk.ask('GET', '/board', undefined, manager)
    expect(body).toMatchObject({ open: 1, overdue: 0, breaches: [], queues: [{ queueId: other, tickets: 1 }] })
    expect(body.owners.reduce((sum: number, o: { tickets: number }) => sum + o.tickets, 0)).toBe(1)
  })

  test('is not for agents', async () => {
    const { desk, ewa } = await office()
    expect(await desk.ask('GET', '/board', undefined, ewa)).toMatchObject({ status: 403, body: { code: 'not-allowed' } })
  })
})
