// Guards reminders and late tasks: told once, to the right people, however often and by how many it is looked at, and not of the past.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { buildDesk, type Desk } from '../../assignment/testing.ts'
import { tellDueTasks } from '../tell-due-tasks.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
const always = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [{ from: '00:00', to: '24:00' }]]))
const never = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, d === ((new Date().getUTCDay() + 3) % 7) + 1 ? [{ from: '03:00', to: '03:01' }] : []]))

/** A desk whose tasks are handed up after an hour, by a calendar that is always open, since three days. */
async function lateDesk(agents: number, to: 'manager' | 'administrators' = 'manager', weekly: object = always): Promise<Desk> {
  const desk = await buildDesk(kontuar, agents)
  const calendar = await desk.ask('POST', '/calendars', { name: 'Always', definition: { timeZone: 'Europe/Warsaw', holidays: null, exceptions: [], weekly } })
  expect(calendar.status, calendar.text).toBe(201)
  expect((await desk.ask('PUT', '/task-settings', { closingAsks: 'nothing', escalate: { afterMinutes: 60, to }, calendarId: calendar.body.id })).status).toBe(200)
  await desk.sql(`update task_setting set escalate_since = now() - interval '3 days' where org_id = $1`)
  return desk
}
const add = async (desk: Desk, body: object, who = desk.people[0]) => {
  const answer = await desk.ask('POST', '/tasks', { title: 'A', ...body }, who)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
const look = (desk: Desk) => kontuar.platform.db.write(desk.orgId, tellDueTasks)
const told = (desk: Desk, kind = 'task-late') => desk.sql<{ staff_id: string; detail: { taskId: string; because?: object; what?: string } }>('select staff_id, detail from notification where org_id = $1 and kind = $2 order by id', [kind])
const team = (desk: Desk, body: object) => desk.ask('POST', '/teams', { name: 'Zespół', ...body })

describe('a late task', () => {
  test('is handed up once to the manager of its owner’s team, by doubled looks at one moment too', async () => {
    const desk = await lateDesk(2)
    const [ewa, jan] = desk.people
    await team(desk, { managerId: jan!.staffId, memberIds: [ewa!.staffId] })
    const task = await add(desk, { dueAt: ahead(-61) })
    await Promise.all(Array.from({ length: 6 }, () => look(desk)))
    await look(desk)
    expect(await told(desk)).toEqual([{ staff_id: jan!.staffId, detail: { taskId: task.id, kind: 'task', dueAt: task.dueAt, ownerId: ewa!.staffId, because: { code: 'team-manager', name: 'Zespół' } } }])
    expect((await desk.ask('GET', `/tasks/${task.id}`)).body.escalatedAt).not.toBeNull()
  })

  test('a look that dies before its commit leaves it to the next one', async () => {
    const desk = await lateDesk(1)
    await add(desk, { dueAt: ahead(-90) })
    await expect(kontuar.platform.db.write(desk.orgId, async (tx) => { await tellDueTasks(tx); throw new Error('killed') })).rejects.toThrow('killed')
    expect(await told(desk)).toEqual([])
    await look(desk)
    await look(desk)
    expect(await told(desk)).toHaveLength(1)
  })

  test('is not handed up before its time, nor done, nor while its calendar is closed', async () => {
    const desk = await lateDesk(1)
    await add(desk, { dueAt: ahead(-58) })
    const done = await add(desk, { dueAt: ahead(-90) })
    await desk.ask('PATCH', `/tasks/${done.id}`, { done: true })
    await look(desk)
    const closed = await lateDesk(1, 'manager', never)
    await add(closed, { dueAt: ahead(-90) })
    await look(closed)
    expect([...await told(desk), ...await told(closed)]).toEqual([])
  })

  test('of a place goes to its manager as well; without either to the managers, and without any to the administrators', async () => {
    const desk = await lateDesk(2)
    const [ewa, jan] = desk.people
    const locationId = (await desk.ask('POST', '/locations', { name: 'Kraków', managerId: jan!.staffId })).body.id
    const [placed, plain] = [await add(desk, { dueAt: ahead(-61), locationId }), await add(desk, { dueAt: ahead(-61) })]
    await look(desk)
    const { manager, administrator } = desk.org.staff
    expect((await told(desk)).map((t) => [t.detail.taskId, t.staff_id, t.detail.because]).toSorted()).toEqual([
      [placed.id, jan!.staffId, { code: 'location-manager', name: 'Kraków' }], [plain.id, manager.staffId, { code: 'nobody-else', name: 'manager' }]].toSorted())
    await desk.ask('PATCH', `/staff/${manager.staffId}`, { active: false })
    const last = await add(desk, { dueAt: ahead(-61), ownerId: ewa!.staffId })
    await look(desk)
    expect((await told(desk)).at(-1)).toMatchObject({ staff_id: administrator.staffId, detail: { taskId: last.id } })
  })

  test('goes to the administrators where the organization wants it, and never to its owner while somebody else is there', async () => {
    const desk = await lateDesk(1, 'administrators')
    const { administrator, manager } = desk.org.staff
    const [others, own] = [await add(desk, { dueAt: ahead(-61) }), await add(desk, { dueAt: ahead(-61), ownerId: administrator.staffId })]
    await look(desk)
    expect((await told(desk)).map((t) => [t.detail.taskId, t.staff_id]).toSorted()).toEqual([[others.id, administrator.staffId], [own.id, manager.staffId]].toSorted())
  })

  test('of a ticket is told to nobody who may not see it', async () => {
    const desk = await lateDesk(2)
    const [ewa, jan] = desk.people
    await team(desk, { managerId: jan!.staffId, memberIds: [ewa!.staffId] })
    const other = await desk.addQueue({ mode: 'hand' }, [ewa!.staffId])
    await desk.ask('PUT', `/staff/${jan!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [] })
    await add(desk, { dueAt: ahead(-61), ticketId: await desk.addTicket({ queueId: other }) })
    await look(desk)
    expect((await told(desk)).map((t) => t.staff_id)).toEqual([desk.org.staff.manager.staffId])
  })

  test('put off, it may be handed up again', async () => {
    const desk = await lateDesk(1)
    const { id } = await add(desk, { dueAt: ahead(-90) })
    await look(desk)
    expect((await desk.ask('PATCH', `/tasks/${id}`, { dueAt: ahead(-70) })).body.escalatedAt).toBeNull()
    await look(desk)
    expect(await told(desk)).toHaveLength(2)
  })

  test('what was late before handing up was switched on is not told of', async () => {
    const desk = await lateDesk(1)
    const wish = { closingAsks: 'nothing', escalate: null, calendarId: null }
    await desk.ask('PUT', '/task-settings', wish)
    await add(desk, { dueAt: ahead(-600) })
    await desk.ask('PUT', '/task-settings', { ...wish, escalate: { afterMinutes: 5, to: 'manager' } })
    await look(desk)
    expect(await told(desk)).toEqual([])
  })

  test('is found by the minute’s look, without any job of its own', async () => {
    const desk = await lateDesk(1)
    await add(desk, { dueAt: ahead(-90) })
    await kontuar.platform.db.query('delete from graphile_worker._private_jobs').catch(() => {})
    await kontuar.platform.db.query(`select enqueue('[{"name": "routing.lookRound", "payload": {"orgId": 0}}]')`)
    await kontuar.runJobs()
    expect(await told(desk)).toHaveLength(1)
  })
})

describe('a reminder', () => {
  test('is told once to the owner at its time, and again when it is set anew', async () => {
    const desk = await buildDesk(kontuar, 1)
    const { id } = await add(desk, { remindAt: ahead(-1), dueAt: ahead(6000) })
    await add(desk, { remindAt: ahead(60) })
    await Promise.all(Array.from({ length: 4 }, () => look(desk)))
    expect((await told(desk, 'task-due')).map((t) => [t.staff_id, t.detail.taskId, t.detail.what])).toEqual([[desk.people[0]!.staffId, id, 'reminder']])
    await desk.ask('PATCH', `/tasks/${id}`, { title: 'B' })
    await look(desk)
    expect(await told(desk, 'task-due')).toHaveLength(1)
    await desk.ask('PATCH', `/tasks/${id}`, { remindAt: ahead(-0.5) })
    await kontuar.runJobs()
    expect(await told(desk, 'task-due')).toHaveLength(2)
  })

  test('of what nobody has goes to who made it; of what is done, to nobody', async () => {
    const desk = await buildDesk(kontuar, 1)
    const open = await add(desk, { remindAt: ahead(-1), queueId: desk.queueId })
    const done = await add(desk, { remindAt: ahead(60) })
    await desk.ask('PATCH', `/tasks/${done.id}`, { done: true })
    await desk.ask('PATCH', `/tasks/${done.id}`, { remindAt: ahead(-1) })
    await look(desk)
    expect((await told(desk, 'task-due')).map((t) => t.detail.taskId)).toEqual([open.id])
  })

  test('brings the task into Today of that day, and not before', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [ewa] = desk.people
    await add(desk, { title: 'later', remindAt: ahead(3 * 1440), dueAt: ahead(5 * 1440) })
    const { id } = await add(desk, { title: 'today', remindAt: ahead(-1), dueAt: ahead(5 * 1440) })
    const { items } = (await desk.ask('GET', '/today', undefined, ewa)).body
    expect(items).toMatchObject([{ id, because: [{ code: 'task-reminder' }, { code: 'task-due' }] }])
    expect((await desk.ask('GET', '/today/counts', undefined, ewa)).body).toMatchObject({ mine: 1, overdue: 0 })
  })
})
