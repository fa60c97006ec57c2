// Guards that a customer does not wait for somebody who is not there: tickets go back to their queue, once, with the reason.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { TestStaff } from '../../identity/testing.ts'
import { giveBackOfTheAway } from './give-back.ts'
import { buildDesk, type Desk } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()
const lookRound = async (desk: Desk) => {
  await kontuar.platform.db.query(`select enqueue('[{"name": "routing.lookRound", "payload": {"orgId": 0}}]')`)
  await kontuar.runJobs()
  return desk.owners()
}
const awaySince = (desk: Desk, person: TestStaff, minutes: number, state = 'away') =>
  desk.sql(`update staff_presence set state = $3, since = now() - $4 * interval '1 minute' where org_id = $1 and staff_id = $2`, [person.staffId, state, minutes])
const toldManagers = (desk: Desk) => desk.sql(`select staff_id, detail from notification where org_id = $1 and kind = 'given-back'`)

describe('away for longer than the queue allows', () => {
  test('gives back where the customer waits, and nothing else', async () => {
    const desk = await buildDesk(kontuar, 2, { mode: 'hand', awayMinutes: 30 })
    const [ewa, jan] = desk.people
    await desk.be('away', ewa!)
    await desk.be('available', jan!)
    const patient = await desk.addQueue({ mode: 'hand' }, [ewa!.staffId])
    const own = { assigneeId: ewa!.staffId, quiet: true }
    const waits = await desk.addTicket({ ...own, waitingSince: ago(60) })
    const answered = await desk.addTicket(own)
    const waiting = await desk.addTicket({ ...own, status: 'waiting', waitingSince: ago(60) })
    const elsewhere = await desk.addTicket({ ...own, queueId: patient, waitingSince: ago(60) })
    const jans = await desk.addTicket({ assigneeId: jan!.staffId, waitingSince: ago(60), quiet: true })
    await awaySince(desk, ewa!, 29)
    expect((await lookRound(desk)).get(waits)).toBe(ewa!.staffId)
    await awaySince(desk, ewa!, 31)
    const owners = await lookRound(desk)
    expect([waits, answered, waiting, elsewhere, jans].map((id) => owners.get(id))).toEqual([null, ewa!.staffId, ewa!.staffId, ewa!.staffId, jan!.staffId])
    expect((await desk.ask('GET', `/tickets/${waits}/decisions`)).body.items).toMatchObject([{ mode: 'given-back', staffId: null, because: { code: 'away', minutes: 31 } }])
    const [entry] = await desk.sql(`select event, automatic from interaction where org_id = $1 and ticket_id = $2`, [waits])
    expect(entry).toMatchObject({ automatic: true, event: { name: 'ticket-changed', detail: { assigneeId: [ewa!.staffId, null], because: { code: 'away', minutes: 31 } } } })
    expect(await toldManagers(desk)).toMatchObject([{ staff_id: desk.org.staff.manager.staffId, detail: { staffId: ewa!.staffId, tickets: 1, code: 'away' } }])
    expect((await desk.sql<{ gave: boolean }>('select gave_back_at is not null as gave from staff_presence where org_id = $1 and staff_id = $2', [ewa!.staffId]))[0]!.gave).toBe(true)
  })

  test('happens once: two looks at once find nothing twice, and what was given to the absent on purpose stays', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'hand', awayMinutes: 5 })
    const [ewa] = desk.people
    await desk.be('away', ewa!)
    for (let i = 0; i < 20; i++) await desk.addTicket({ assigneeId: ewa!.staffId, waitingSince: ago(60), quiet: true })
    await awaySince(desk, ewa!, 10, 'off')
    await Promise.all([1, 2, 3].map(() => kontuar.platform.db.write(desk.orgId, giveBackOfTheAway)))
    expect(await desk.sql('select 1 from assignment_decision where org_id = $1')).toHaveLength(20)
    const [id] = [...(await desk.owners()).keys()]
    expect((await desk.ask('PATCH', `/tickets/${id}`, { assigneeId: ewa!.staffId })).status).toBe(200)
    await kontuar.runJobs()
    expect((await lookRound(desk)).get(id!)).toBe(ewa!.staffId)
    expect(await toldManagers(desk)).toHaveLength(1)
  })

  test('gives to somebody who is there, where the queue gives out by itself', async () => {
    const desk = await buildDesk(kontuar, 2, { mode: 'round-robin', awayMinutes: 5 })
    const [ewa, jan] = desk.people
    await desk.be('away', ewa!)
    await desk.be('available', jan!)
    const id = await desk.addTicket({ assigneeId: ewa!.staffId, waitingSince: ago(60), quiet: true })
    await awaySince(desk, ewa!, 6)
    expect((await lookRound(desk)).get(id)).toBe(jan!.staffId)
    expect((await desk.ask('GET', `/tickets/${id}/decisions`)).body.items.map((d: { mode: string }) => d.mode)).toEqual(['round-robin', 'given-back'])
  })

  test('counts from when somebody who fell silent began to count as away', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'hand', awayMinutes: 20 })
    const [ewa] = desk.people
    await desk.be('available', ewa!)
    const id = await desk.addTicket({ assigneeId: ewa!.staffId, waitingSince: ago(60), quiet: true })
    await desk.sql(`update staff_presence set seen_at = now() - interval '34 minutes' where org_id = $1`)
    expect((await lookRound(desk)).get(id)).toBe(ewa!.staffId)
    expect((await desk.ask('GET', '/me/presence', undefined, ewa)).body.state).toBe('away')
    expect(await desk.events('routing.presenceChanged')).toHaveLength(2)
    await desk.sql(`update staff_presence set since = since - interval '2 minutes' where org_id = $1`)
    expect((await lookRound(desk)).get(id)).toBeNull()
  })

  test('means nothing for somebody who never said where they are', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'hand', awayMinutes: 1 })
    const id = await desk.addTicket({ assigneeId: desk.people[0]!.staffId, waitingSince: ago(600), quiet: true })
    await desk.ask('PUT', `/staff/${desk.people[0]!.staffId}/ability`, { skills: [], capacity: { total: null, byChannel: {} }, shiftCalendarId: null })
    expect((await lookRound(desk)).get(id)).toBe(desk.people[0]!.staffId)
  })
})

describe('whoever cannot own it any more', () => {
  test('gives it back when let out, whatever its state, but what is closed stays theirs', async () => {
    const desk = await buildDesk(kontuar, 2, { mode: 'hand' })
    const [ewa, jan] = desk.people
    const team = (await desk.ask('POST', '/teams', { name: 'Front', managerId: jan!.staffId, memberIds: [ewa!.staffId] })).body.id
    expect(team).toBeTruthy()
    const ids = await Promise.all((['new', 'open', 'waiting', 'closed'] as const).map((status) => desk.addTicket({ assigneeId: ewa!.staffId, status })))
    expect((await desk.ask('PATCH', `/staff/${ewa!.staffId}`, { active: false })).status).toBe(200)
    await kontuar.runJobs()
    const owners = await desk.owners()
    expect(ids.map((id) => owners.get(id))).toEqual([null, null, null, ewa!.staffId])
    expect((await desk.ask('GET', `/tickets/${ids[0]}/decisions`)).body.items[0]).toMatchObject({ mode: 'given-back', because: { code: 'left' } })
    expect(await toldManagers(desk)).toMatchObject([{ staff_id: jan!.staffId, detail: { staffId: ewa!.staffId, tickets: 3, code: 'left' } }])
  })

  test('gives it back when taken out of the queue; colleagues and other queues are not touched', async () => {
    const desk = await buildDesk(kontuar, 2, { mode: 'hand' })
    const [ewa, jan] = desk.people
    const other = await desk.addQueue({ mode: 'hand' }, [ewa!.staffId])
    const [own, jans, elsewhere] = [await desk.addTicket({ assigneeId: ewa!.staffId }), await desk.addTicket({ assigneeId: jan!.staffId }), await desk.addTicket({ assigneeId: ewa!.staffId, queueId: other })]
    const leads = await desk.addTicket({ assigneeId: desk.org.staff.manager.staffId })
    await desk.ask('PATCH', `/queues/${desk.queueId}`, { memberIds: [jan!.staffId] })
    await kontuar.runJobs()
    const owners = await desk.owners()
    expect([own, jans, elsewhere, leads].map((id) => owners.get(id))).toEqual([null, jan!.staffId, ewa!.staffId, desk.org.staff.manager.staffId])
    expect((await desk.ask('GET', `/tickets/${own}/decisions`)).body.items[0]).toMatchObject({ mode: 'given-back', because: { code: 'no-longer-serves' } })
  })

  test('gives it back when their access is narrowed', async () => {
    const desk = await buildDesk(kontuar, 1, { mode: 'hand' })
    const [ewa] = desk.people
    const north = (await desk.ask('POST', '/locations', { name: 'North' })).body.id
    const south = (await desk.ask('POST', '/locations', { name: 'South' })).body.id
    const [here, there] = [await desk.addTicket({ assigneeId: ewa!.staffId, locationId: north }), await desk.addTicket({ assigneeId: ewa!.staffId, locationId: south })]
    await desk.ask('PUT', `/staff/${ewa!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [north] })
    await kontuar.runJobs()
    const owners = await desk.owners()
    expect([owners.get(here), owners.get(there)]).toEqual([ewa!.staffId, null])
  })
})

describe('a reopened ticket', () => {
  test('stays with its owner who still serves the queue, though away or full', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa, jan] = desk.people
    await desk.ask('PUT', `/staff/${ewa!.staffId}/ability`, { skills: [], capacity: { total: 0, byChannel: {} }, shiftCalendarId: null })
    await desk.be('available', jan!)
    const id = await desk.addTicket({ assigneeId: ewa!.staffId, status: 'closed' })
    expect((await desk.ask('PATCH', `/tickets/${id}`, { status: 'open' })).status).toBe(200)
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBe(ewa!.staffId)
  })

  test('goes back to the queue, and on to somebody, when its owner has left', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa, jan] = desk.people
    const id = await desk.addTicket({ assigneeId: ewa!.staffId, status: 'closed' })
    await desk.ask('PATCH', `/staff/${ewa!.staffId}`, { active: false })
    await desk.be('available', jan!)
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBe(ewa!.staffId)
    expect((await desk.ask('PATCH', `/tickets/${id}`, { status: 'open' })).status).toBe(200)
    await kontuar.runJobs()
    expect((await desk.owners()).get(id)).toBe(jan!.staffId)
  })
})
