// Guards what makes a task real work: a due time in business hours, steps, where it is on the board, and what closing asks for.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildDesk, type Desk } from '../assignment/testing.ts'
import { createTask, type TaskWish } from './create-task.ts'
import { getTask } from './list-tasks.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const nobody = '00000000-0000-7000-8000-000000000000'
const add = async (desk: Desk, body: object, who = desk.people[0]) => {
  const answer = await desk.ask('POST', '/tasks', body, who)
  expect(answer.status, answer.text).toBe(201)
  return answer.body
}
/** By the program, as alerts and warnings do. */
const make = (desk: Desk, wish: Partial<TaskWish>) => kontuar.platform.db.write(desk.orgId, async (tx) => getTask(tx, await createTask(tx, { title: 'A', createdBy: null, ...wish })))
const open = [{ from: '09:00', to: '17:00' }]
const addCalendar = async (desk: Desk, weekly: object, more: object = {}) => {
  const answer = await desk.ask('POST', '/calendars', { name: `Calendar ${newId()}`, definition: { timeZone: 'Europe/Warsaw', holidays: null, exceptions: [], weekly }, ...more })
  expect(answer.status, answer.text).toBe(201)
  return answer.body.id as string
}
const everyDay = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, open]))
const weekend = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, d > 5 ? open : []]))
const friday = new Date('2026-03-06T15:00:00Z')

describe('a due time in business hours', () => {
  test('goes by the usual calendar: over the weekend to Monday', async () => {
    const desk = await buildDesk(kontuar, 1)
    expect((await make(desk, { dueIn: { hours: 4 }, at: friday })).dueAt).toBe('2026-03-09T11:00:00.000Z')
  })

  test('goes by the calendar of the wish, else by that of the settings', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [daily, weekends] = [await addCalendar(desk, everyDay), await addCalendar(desk, weekend)]
    expect((await desk.ask('PUT', '/task-settings', { closingAsks: 'nothing', escalate: null, calendarId: daily })).body.calendarId).toBe(daily)
    expect((await make(desk, { dueIn: { hours: 4 }, at: friday })).dueAt).toBe('2026-03-07T11:00:00.000Z')
    expect((await make(desk, { dueIn: { hours: 4, calendarId: weekends }, at: friday })).dueAt).toBe('2026-03-07T12:00:00.000Z')
  })

  test('is counted anew from now when a task is changed', async () => {
    const desk = await buildDesk(kontuar, 1)
    const { id } = await add(desk, { title: 'A' })
    const { dueAt } = (await desk.ask('PATCH', `/tasks/${id}`, { dueIn: { hours: 0.25 } })).body
    expect(Date.parse(dueAt)).toBeGreaterThan(Date.now() + 14 * 60_000)
  })

  test.each<[string, object]>([
    ['beside a due time', { dueAt: '2099-01-01T00:00:00Z', dueIn: { hours: 1 } }], ['of no time', { dueIn: { hours: 0 } }], ['of a calendar that is not there', { dueIn: { hours: 1, calendarId: nobody } }], ['of a calendar that is no id', { dueIn: { hours: 1, calendarId: `'; drop table calendar` } }],
  ])('%s is refused, and none is made', async (_what, body) => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('POST', '/tasks', { title: 'A', ...body })).body).toMatchObject({ code: 'invalid-input', fields: expect.any(Object) })
    expect(await desk.sql('select 1 from task where org_id = $1')).toEqual([])
  })

  test('a program goes by the usual calendar when its own is gone, a person is told', async () => {
    const desk = await buildDesk(kontuar, 1)
    const gone = await addCalendar(desk, everyDay)
    await desk.ask('PATCH', `/calendars/${gone}`, { retired: true })
    expect((await make(desk, { dueIn: { hours: 4, calendarId: gone }, at: friday })).dueAt).toBe('2026-03-09T11:00:00.000Z')
    expect((await desk.ask('POST', '/tasks', { title: 'A', dueIn: { hours: 4, calendarId: gone } })).body).toMatchObject({ code: 'invalid-input', fields: { dueIn: 'is not in use' } })
  })
})

describe('a task', () => {
  test('keeps its steps, its place and what it came from', async () => {
    const desk = await buildDesk(kontuar, 1)
    const locationId = (await desk.ask('POST', '/locations', { name: 'Kraków' })).body.id
    const ticketId = await desk.addTicket({ locationId })
    const checklist = [{ id: 'a', text: 'Zadzwonić', done: false }, { id: 'b', text: 'Zwrot', done: true }]
    const source = { kind: 'alert' as const, id: newId() }
    const task = await make(desk, { ticketId, checklist, source, origin: 'alert', remindAt: '2099-01-01T00:00:00Z' })
    expect(task).toMatchObject({ locationId, locationName: 'Kraków', checklist, source, origin: 'alert', remindAt: '2099-01-01T00:00:00.000Z', state: 'open', escalatedAt: null, causeId: null, remedy: '', doneByName: null })
    expect((await desk.ask('GET', `/tasks/${task.id}`)).body).toEqual(task)
    const ticked = (await desk.ask('PATCH', `/tasks/${task.id}`, { checklist: checklist.map((s) => ({ ...s, done: true })), locationId: null })).body
    expect(ticked.checklist.every((s: { done: boolean }) => s.done)).toBe(true)
    expect(ticked.locationId).toBeNull()
  })

  test.each<[string, object, string]>([
    ['an empty step', { checklist: [{ id: 'a', text: ' ', done: false }] }, 'checklist'], ['an id twice', { checklist: [{ id: 'a', text: 'A', done: false }, { id: 'a', text: 'B', done: false }] }, 'checklist'],
    ['a reminder far away', { remindAt: '9999-01-01T00:00:00Z' }, 'remindAt'], ['an unknown location', { locationId: nobody }, 'locationId'], ['an unknown cause', { causeId: nobody }, 'causeId'], ['a cause that is no id', { causeId: `'; drop table cause` }, 'causeId'],
  ])('with %s is refused, new or old', async (_what, body, field) => {
    const desk = await buildDesk(kontuar, 1)
    const { id } = await add(desk, { title: 'A' })
    for (const answer of [await desk.ask('POST', '/tasks', { title: 'B', ...body }), await desk.ask('PATCH', `/tasks/${id}`, body)]) expect(answer.body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(/: |\./), fields: { [field]: expect.any(String) } })
    expect(await desk.sql('select title from task where org_id = $1')).toEqual([{ title: 'A' }])
  })

  test('moves over the board and back; what was done opens where it was', async () => {
    const desk = await buildDesk(kontuar, 1)
    const { id } = await add(desk, { title: 'A' })
    const be = async (body: object) => (await desk.ask('PATCH', `/tasks/${id}`, body)).body
    expect(await be({ state: 'doing' })).toMatchObject({ state: 'doing', doneAt: null })
    expect(await be({ state: 'done' })).toMatchObject({ state: 'done', doneAt: expect.any(String), doneByName: expect.any(String) })
    expect(await be({ done: false })).toMatchObject({ state: 'doing', doneAt: null, doneByName: null })
    expect(await be({ state: 'open' })).toMatchObject({ state: 'open' })
    expect(await be({ done: true })).toMatchObject({ state: 'done' })
    expect(await be({ state: 'open', done: true })).toMatchObject({ code: 'invalid-input', fields: { done: 'contradicts state' } })
    expect(await be({ done: false })).toMatchObject({ state: 'open' })
  })

  test('that nobody has becomes the one’s who begins it', async () => {
    const desk = await buildDesk(kontuar, 2)
    const { id } = await add(desk, { title: 'A', queueId: desk.queueId })
    expect((await desk.ask('PATCH', `/tasks/${id}`, { state: 'doing' }, desk.people[1])).body.ownerId).toBe(desk.people[1]!.staffId)
  })
})

describe('closing', () => {
  const causeOf = async (desk: Desk) => (await desk.ask('GET', '/causes')).body.items[0].id as string

  test('what began with an unhappy customer asks for cause and remedy, and keeps them when it is opened again', async () => {
    const desk = await buildDesk(kontuar, 1)
    const task = await make(desk, { source: { kind: 'recovery', id: newId() }, origin: 'recovery', ownerId: desk.people[0]!.staffId })
    expect(task.asksCause).toBe(true)
    const causeId = await causeOf(desk)
    const close = (body: object) => desk.ask('PATCH', `/tasks/${task.id}`, { done: true, ...body })
    expect((await close({})).body).toMatchObject({ code: 'invalid-input', detail: 'Closing this task needs its cause and what was done: choose a cause and write one sentence.', fields: { causeId: 'is missing', remedy: 'is empty' } })
    expect((await close({ causeId, remedy: ' ' })).body.fields).toEqual({ remedy: 'is empty' })
    expect((await close({ remedy: 'Zwrot' })).body.fields).toEqual({ causeId: 'is missing' })
    expect((await desk.ask('GET', `/tasks/${task.id}`)).body).toMatchObject({ doneAt: null, causeId: null, remedy: '' })
    expect((await close({ causeId, remedy: ' Zwrot pieniędzy. ' })).body).toMatchObject({ state: 'done', causeId, causeName: 'Wada towaru lub usługi', remedy: 'Zwrot pieniędzy.' })
    expect((await desk.ask('PATCH', `/tasks/${task.id}`, { done: false })).body).toMatchObject({ state: 'open', causeId, remedy: 'Zwrot pieniędzy.' })
    expect((await close({})).status).toBe(200)
  })

  test('asks by the setting: nothing, or everything', async () => {
    const desk = await buildDesk(kontuar, 1)
    const [loop, own] = [await make(desk, { source: { kind: 'alert', id: newId() } }), await add(desk, { title: 'A' })]
    expect(own.asksCause).toBe(false)
    await desk.ask('PUT', '/task-settings', { closingAsks: 'everything', escalate: null, calendarId: null })
    expect((await desk.ask('PATCH', `/tasks/${own.id}`, { state: 'done' })).body.code).toBe('invalid-input')
    await desk.ask('PUT', '/task-settings', { closingAsks: 'nothing', escalate: null, calendarId: null })
    expect((await desk.ask('PATCH', `/tasks/${loop.id}`, { state: 'done' })).status).toBe(200)
  })

  test('by a cause that has been retired meanwhile is possible for what has it, and for nothing else', async () => {
    const desk = await buildDesk(kontuar, 1)
    const causeId = await causeOf(desk)
    const [has, hasNot] = [await add(desk, { title: 'A', causeId }), await add(desk, { title: 'B' })]
    await desk.ask('PATCH', `/causes/${causeId}`, { retired: true })
    expect((await desk.ask('PATCH', `/tasks/${has.id}`, { causeId, remedy: 'x', done: true })).status).toBe(200)
    expect((await desk.ask('PATCH', `/tasks/${hasNot.id}`, { causeId })).body).toMatchObject({ code: 'invalid-input', fields: { causeId: 'is retired' } })
  })
})

describe('the list', () => {
  test('is held to a state, to what is late, to a place, and to what it came from', async () => {
    const desk = await buildDesk(kontuar, 1)
    const locationId = (await desk.ask('POST', '/locations', { name: 'Kraków' })).body.id
    const source = { kind: 'alert' as const, id: newId() }
    const [late, begun, , placed, sourced] = [
      await add(desk, { title: 'late', dueAt: new Date(Date.now() - 60_000).toISOString() }), await add(desk, { title: 'begun' }), await add(desk, { title: 'done' }).then((t) => desk.ask('PATCH', `/tasks/${t.id}`, { done: true })),
      await add(desk, { title: 'placed', locationId }), await make(desk, { title: 'sourced', source, origin: 'alert' }),
    ]
    await desk.ask('PATCH', `/tasks/${begun.id}`, { state: 'doing' })
    const titles = async (query: string) => (await desk.ask('GET', `/tasks?${query}`)).body.items.map((t: { title: string }) => t.title).toSorted()
    expect(await titles('')).toEqual(['begun', 'late', 'placed', 'sourced'])
    expect(await titles('state=undone')).toEqual(['begun', 'late', 'placed', 'sourced'])
    expect(await titles('state=open')).toEqual(['late', 'placed', 'sourced'])
    expect(await titles('state=doing')).toEqual(['begun'])
    expect(await titles('state=done')).toEqual(['done'])
    expect(await titles('late=true')).toEqual(['late'])
    expect(await titles('late=false')).toEqual(['begun', 'placed', 'sourced'])
    expect(await titles(`locationId=${locationId}`)).toEqual(['placed'])
    expect(await titles('origin=alert')).toEqual(['sourced'])
    expect(await titles(`sourceKind=alert&sourceId=${source.id}`)).toEqual(['sourced'])
    expect(await titles(`sourceKind=recovery&sourceId=${source.id}`)).toEqual([])
    for (const query of ['locationId=x', `sourceId=${encodeURIComponent(`' or 1=1`)}`]) expect(await titles(query)).toEqual([])
    expect([late, placed, sourced].map((t) => t.state)).toEqual(['open', 'open', 'open'])
  })

  test('of a place shows its tasks to those who are granted it', async () => {
    const desk = await buildDesk(kontuar, 2)
    const [ewa] = desk.people
    const [own, other] = await Promise.all(['Kraków', 'Gdańsk'].map(async (name) => (await desk.ask('POST', '/locations', { name })).body.id))
    await desk.ask('PUT', `/staff/${ewa!.staffId}/access`, { access: 'granted', queueIds: [], locationIds: [own] })
    for (const locationId of [own, other]) await add(desk, { title: locationId === own ? 'own' : 'other', locationId }, desk.people[1])
    expect((await desk.ask('GET', '/tasks', undefined, ewa)).body.items.map((t: { title: string }) => t.title)).toEqual(['own'])
  })
})

describe('the settings', () => {
  test('begin with what a desk needs, and are changed by managers alone', async () => {
    const desk = await buildDesk(kontuar, 1)
    expect((await desk.ask('GET', '/task-settings', undefined, desk.people[0])).body).toEqual({ closingAsks: 'loops', escalate: { afterMinutes: 480, to: 'manager' }, calendarId: null })
    const wish = { closingAsks: 'everything', escalate: null, calendarId: null }
    expect((await desk.ask('PUT', '/task-settings', wish, desk.people[0])).status).toBe(403)
    expect((await desk.ask('PUT', '/task-settings', wish, desk.org.staff.manager)).body).toEqual(wish)
    expect((await desk.ask('GET', '/audit')).body.items[0]).toMatchObject({ action: 'taskSettings.changed', detail: { to: wish } })
  })

  test.each<[string, object]>([
    ['an unknown calendar', { calendarId: nobody }], ['an unknown recipient', { escalate: { afterMinutes: 60, to: 'everybody' } }], ['no minutes', { escalate: { afterMinutes: 0, to: 'manager' } }], ['an unknown wish', { closingAsks: 'poems' }],
  ])('with %s are refused and stay', async (_what, body) => {
    const desk = await buildDesk(kontuar, 0)
    expect((await desk.ask('PUT', '/task-settings', { closingAsks: 'nothing', escalate: null, calendarId: null, ...body })).body.code).toBe('invalid-input')
    expect((await desk.ask('GET', '/task-settings')).body.closingAsks).toBe('loops')
  })
})
