// Guards calendars over HTTP: what is refused and how, versions, days off by name, and that running clocks move along.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../../app/testing.ts'
import { clocksOf, eventsOf, hour, pastTicket, setPolicy } from '../clocks.fixture.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())

const day = [{ from: '09:00', to: '17:00' }]
const office = { timeZone: 'Europe/Warsaw', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: { country: 'PL' }, exceptions: [] as object[] }
const round = { ...office, weekly: Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((d) => [d, [{ from: '00:00', to: '24:00' }]])), holidays: null }
let made = 0
const create = (definition: object = office, more: object = {}) => kontuar.ask('POST', '/calendars', { name: `Kalendarz ${++made}`, definition, ...more })

test('a new organization has one calendar, the default', async () => {
  expect((await kontuar.ask('GET', '/calendars')).body.items).toMatchObject([{ readyMade: 'working-hours', isDefault: true, version: 1, definition: { timeZone: 'Europe/Warsaw' } }])
})

test.each<[string, object, string, RegExp]>([
  ['overlapping shifts', { ...office, weekly: { 1: [{ from: '09:00', to: '13:00' }, { from: '12:00', to: '17:00' }] } }, 'weekly', /overlap|before/i],
  ['a night shift into the next day\'s', { ...office, weekly: { 1: [{ from: '22:00', to: '10:00' }], 2: day } }, 'weekly', /./],
  ['no open hour', { ...office, weekly: {} }, 'weekly', /never open/],
  ['a place without holidays', { ...office, holidays: { country: 'Atlantis' } }, 'holidays', /country/],
  ['an unknown zone', { ...office, timeZone: 'Mars/Olympus' }, 'timeZone', /time zone/],
  ['an hour that is none', { ...office, weekly: { 1: [{ from: '9', to: '25:00' }] } }, 'weekly', /./],
])('refuses %s with one sentence, and stores nothing', async (_what, definition, field, sentence) => {
  const before = (await kontuar.ask('GET', '/calendars')).body.items.length
  const { status, body } = await create(definition)
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'invalid-input' })
  expect(body.detail).toMatch(sentence)
  expect(Object.keys(body.fields)[0]).toContain(`definition/${field}`)
  expect((await kontuar.ask('GET', '/calendars')).body.items).toHaveLength(before)
  expect((await kontuar.ask('POST', '/calendars/try', { definition, from: '2026-03-02T09:00:00Z', seconds: 60 })).status).toBe(400)
})

describe('trying', () => {
  const tryIt = async (from: string, seconds: number, definition: object = office) => (await kontuar.ask('POST', '/calendars/try', { definition, from, seconds })).body
  test('says when a span of working time ends, with steps that add up', async () => {
    const { dueAt, steps } = await tryIt('2026-12-23T14:00:00Z', 4 * hour)
    // 23 December 15:00 to 17:00 in Warsaw, then two hours on Monday the 28th.
    expect(dueAt).toBe('2026-12-28T10:00:00.000Z')
    expect(steps.reduce((sum: number, s: { countedSeconds: number }) => sum + s.countedSeconds, 0)).toBe(4 * hour)
    expect(steps.map((s: { kind: string }) => s.kind)).toContain('holiday')
  })
  test('a calendar may leave out holidays and exceptions', async () => {
    const { timeZone, weekly } = office
    expect((await tryIt('2026-12-23T14:00:00Z', 4 * hour, { timeZone, weekly })).dueAt).toBe('2026-12-24T10:00:00.000Z')
    expect((await create({ timeZone, weekly })).body.definition).toEqual({ timeZone, weekly, holidays: null, exceptions: [] })
  })
  test('names holidays in the language of the asker', async () => {
    const names = async () => (await tryIt('2026-11-10T15:00:00Z', 2 * hour)).steps.flatMap((s: { name: string | null }) => s.name ?? [])
    expect((await names()).join()).toMatch(/Niepodległości/)
    await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query(`update staff set locale = 'en' where id = $1`, [kontuar.orgA.staff.administrator.staffId]))
    expect((await names()).join()).toMatch(/Independence/)
  })
  test('refuses what lies beyond the years it knows', async () => {
    expect(await kontuar.ask('POST', '/calendars/try', { definition: { ...office, weekly: { 1: [{ from: '09:00', to: '09:01' }] } }, from: '2026-03-02T09:00:00Z', seconds: 300_000_000 })).toMatchObject({ status: 400, body: { code: 'invalid-input' } })
    expect((await kontuar.ask('POST', '/calendars/try', { definition: office, from: '1816-03-02T09:00:00Z', seconds: 60 })).status).toBe(400)
  })
})

test('days off: holidays of the place and closed days of its own, without those that are worked', async () => {
  const { body } = await create({ ...office, exceptions: [{ on: '2026-05-02', shifts: [], name: 'Inwentaryzacja' }, { on: '2026-11-11', shifts: day }, { every: '12-31', shifts: [], name: 'Sylwester' }, { every: '02-29', shifts: [] }] })
  const days = (await kontuar.ask('GET', `/calendars/${body.id}/holidays?year=2026`)).body.items.map((d: { on: string }) => d.on)
  expect(days).toEqual(expect.arrayContaining(['2026-01-01', '2026-01-06', '2026-04-06', '2026-05-01', '2026-05-02', '2026-05-03', '2026-06-04', '2026-08-15', '2026-11-01', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-31']))
  expect(days).not.toContain('2026-11-11')
  expect(days.some((d: string) => d.endsWith('02-29'))).toBe(false)
  expect((await kontuar.ask('GET', `/calendars/${body.id}/holidays?year=2024`)).body.items.map((d: { on: string }) => d.on)).not.toContain('2024-12-24')
})

describe('changing', () => {
  test('other hours are another version, the same hours are not', async () => {
    const { body } = await create()
    expect((await kontuar.ask('PATCH', `/calendars/${body.id}`, { definition: { ...office, timeZone: 'Europe/Berlin' } })).body).toMatchObject({ version: 2 })
    expect((await kontuar.ask('PATCH', `/calendars/${body.id}`, { definition: { exceptions: [], holidays: { country: 'PL' }, weekly: office.weekly, timeZone: 'Europe/Berlin' } })).body).toMatchObject({ version: 2 })
  })
  test('refuses a name that is taken, and an empty one', async () => {
    const { body } = await create()
    expect(await kontuar.ask('POST', '/calendars', { name: body.name.toUpperCase(), definition: office })).toMatchObject({ status: 409, body: { detail: expect.stringContaining('another name') } })
    expect((await kontuar.ask('PATCH', `/calendars/${body.id}`, { name: '   ' })).status).toBe(400)
  })
  test('the default cannot be retired, another can take its place', async () => {
    const { body } = await create(office, { isDefault: true })
    expect(await kontuar.ask('PATCH', `/calendars/${body.id}`, { retired: true })).toMatchObject({ status: 422, body: { detail: expect.stringContaining('default') } })
    expect((await kontuar.ask('GET', '/calendars')).body.items.filter((c: { isDefault: boolean }) => c.isDefault)).toMatchObject([{ id: body.id }])
  })
  test('what is in use is not retired', async () => {
    const { body } = await create()
    const queue = (await kontuar.ask('POST', '/queues', { name: 'Nocna zmiana', calendarId: body.id })).body
    expect(await kontuar.ask('PATCH', `/calendars/${body.id}`, { retired: true })).toMatchObject({ status: 422, body: { detail: expect.stringContaining('Nocna zmiana') } })
    await kontuar.ask('PATCH', `/queues/${queue.id}`, { calendarId: null })
    expect((await kontuar.ask('PATCH', `/calendars/${body.id}`, { retired: true })).body.retired).toBe(true)
  })
  test('running clocks move with it and say so in their ticket; who stopped before keeps their deadline', async () => {
    const { db } = kontuar.platform
    const { orgId } = kontuar.orgA
    await setPolicy(db, orgId, { targets: { firstResponse: { seconds: 200 * hour, clock: 'business' }, nextResponse: null, resolution: null, statuses: {} } })
    const { body } = await create(round, { isDefault: true })
    await kontuar.runJobs()
    const [running, stopped] = [await pastTicket(db, orgId, hour), await pastTicket(db, orgId, hour)]
    await kontuar.ask('POST', `/tickets/${stopped}/interactions`, { text: 'Dzień dobry', undoSeconds: 0 })
    await kontuar.runJobs()
    const before = await Promise.all([running, stopped].map((id) => clocksOf(db, orgId, id)))
    await kontuar.ask('PATCH', `/calendars/${body.id}`, { definition: { ...round, weekly: { 1: [{ from: '00:00', to: '24:00' }] } } })
    await kontuar.runJobs()
    const after = await Promise.all([running, stopped].map((id) => clocksOf(db, orgId, id)))
    expect(after[1]).toEqual(before[1])
    expect(after[0]![0]!.due_at!.getTime()).toBeGreaterThan(before[0]![0]!.due_at!.getTime())
    expect((await eventsOf(db, orgId, running)).filter((e) => e.name === 'sla-moved')).toMatchObject([{ detail: { kind: 'first-response', from: before[0]![0]!.due_at!.toISOString(), to: after[0]![0]!.due_at!.toISOString(), calendarVersion: 2 } }])
    expect((await eventsOf(db, orgId, stopped)).filter((e) => e.name === 'sla-moved')).toEqual([])
  })
})
