// Guards "next ticket": the first of one's own queues, never one ticket for two, never more than one may have.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildDesk } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('next ticket', () => {
  test('is the most pressing of my queues, becomes mine, and says so', async () => {
    const desk = await buildDesk(kontuar, 2, { mode: 'pull' })
    const [ewa] = desk.people
    const foreign = await desk.addQueue({ mode: 'pull' }, [desk.people[1]!.staffId])
    await desk.addTicket({ queueId: foreign, priority: 'urgent', quiet: true })
    await desk.addTicket({ queuedAt: ago(5), quiet: true })
    const urgent = await desk.addTicket({ priority: 'urgent', queuedAt: ago(1), quiet: true })
    await desk.addTicket({ status: 'closed', priority: 'urgent', quiet: true })
    const answer = await desk.ask('POST', '/tickets/pull', {}, ewa)
    expect(answer).toMatchObject({ status: 200, body: { id: urgent, assigneeId: ewa!.staffId } })
    await kontuar.runJobs()
    expect((await desk.ask('GET', `/tickets/${urgent}/decisions`)).body.items).toMatchObject([{ mode: 'pull', because: { code: 'pull' }, staffId: ewa!.staffId, decidedBy: ewa!.staffId }])
    expect(await desk.sql(`select 1 from notification where org_id = $1 and kind = 'assigned'`)).toEqual([])
  })

  test('is null when nothing waits', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'pull' })
    expect(await desk.ask('POST', '/tickets/pull', {}, desk.people[0])).toMatchObject({ status: 200, body: null })
  })

  test('can be asked of one queue, whatever its mode; not of a queue that is not mine or not there', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'hand' })
    const other = await desk.addQueue({ mode: 'hand' }, [desk.people[0]!.staffId])
    const foreign = await desk.addQueue({ mode: 'pull' }, [desk.org.staff.manager.staffId])
    await desk.addTicket({ priority: 'urgent' })
    const id = await desk.addTicket({ queueId: other })
    expect((await desk.ask('POST', '/tickets/pull', { queueId: other }, desk.people[0])).body.id).toBe(id)
    expect((await desk.ask('POST', '/tickets/pull', { queueId: other }, desk.people[0])).body).toBeNull()
    expect(await desk.ask('POST', '/tickets/pull', { queueId: foreign }, desk.people[0])).toMatchObject({ status: 422, body: { code: 'cannot-do', detail: 'You do not serve this queue: choose one of yours, or ask to be added to it.' } })
    for (const queueId of ['nonsense', '019a8f00-0000-7000-8000-00000000dead']) expect((await desk.ask('POST', '/tickets/pull', { queueId }, desk.people[0])).status).toBe(404)
  })

  test('comes from a queue that names nobody as well, for it is everybody’s', async () => {
    const desk = await buildDesk(kontuar, 0, { mode: 'pull' })
    const id = await desk.addTicket()
    expect((await desk.ask('POST', '/tickets/pull', {}, desk.org.staff.agent)).body.id).toBe(id)
  })

  test('passes over what the asker cannot take', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'pull', skills: ['language'] })
    const [ewa] = desk.people
    await desk.ask('PUT', `/staff/${ewa!.staffId}/ability`, { skills: [{ kind: 'language', value: 'pl' }], capacity: { total: 5, byChannel: { phone: 0 } }, shiftCalendarId: null })
    await desk.addTicket({ language: 'ru', priority: 'urgent' })
    await desk.addTicket({ channel: 'phone', priority: 'urgent' })
    const id = await desk.addTicket({ language: 'pl' })
    expect((await desk.ask('POST', '/tickets/pull', {}, ewa)).body.id).toBe(id)
    expect((await desk.ask('POST', '/tickets/pull', {}, ewa)).body).toBeNull()
  })

  test('is refused in one sentence to whoever has as much as they may, also when they ask ten times at once', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'pull' })
    const [ewa] = desk.people
    await desk.ask('PUT', `/staff/${ewa!.staffId}/ability`, { skills: [], capacity: { total: 3, byChannel: {} }, shiftCalendarId: null })
    for (let i = 0; i < 12; i++) await desk.addTicket({ quiet: true })
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.ask('POST', '/tickets/pull', {}, ewa)))
    expect(answers.filter((a) => a.status === 200)).toHaveLength(3)
    expect(answers.find((a) => a.status !== 200)).toMatchObject({ status: 422, body: { code: 'cannot-do', detail: 'You have 3 open tickets, and may have 3 at once: finish or hand over one first.' } })
    expect([...(await desk.owners()).values()].filter((o) => o !== null)).toHaveLength(3)
  })

  test('of twenty who ask at the same moment is twenty tickets', async () => {
    const desk = await buildDesk(kontuar, 20, { mode: 'pull' })
    for (let i = 0; i < 23; i++) await desk.addTicket({ quiet: true })
    const answers = await Promise.all(desk.people.map((person) => desk.ask('POST', '/tickets/pull', {}, person)))
    expect(answers.map((a) => a.status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect(new Set(answers.map((a) => a.body.id)).size).toBe(20)
  })

  test('of twenty who ask while three wait is three tickets and seventeen times nothing', async () => {
    const desk = await buildDesk(kontuar, 20, { mode: 'pull' })
    for (let i = 0; i < 3; i++) await desk.addTicket({ quiet: true })
    const answers = await Promise.all(desk.people.map((person) => desk.ask('POST', '/tickets/pull', {}, person)))
    const got = answers.flatMap((a) => (a.body === null ? [] : [a.body.id]))
    expect([got.length, new Set(got).size]).toEqual([3, 3])
  })

  test('shows a restricted person nothing of other queues and locations', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'pull' })
    const [ewa] = desk.people
    const [north, south] = [(await desk.ask('POST', '/locations', { name: 'North' })).body.id, (await desk.ask('POST', '/locations', { name: 'South' })).body.id]
    expect((await desk.ask('PUT', `/staff/${ewa!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [north] })).status).toBe(200)
    await desk.addTicket({ locationId: south, priority: 'urgent', quiet: true })
    const own = await desk.addTicket({ locationId: north, quiet: true })
    expect((await desk.ask('POST', '/tickets/pull', {}, ewa)).body.id).toBe(own)
    expect((await desk.ask('POST', '/tickets/pull', {}, ewa)).body).toBeNull()
    const empty = (await desk.ask('GET', '/queues')).body.items.find((q: { readyMade: string }) => q.readyMade === 'it').id
    expect((await desk.ask('POST', '/tickets/pull', { queueId: empty }, ewa)).status).toBe(404)
  })
})
