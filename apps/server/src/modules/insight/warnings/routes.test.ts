// Guards warnings over HTTP: who sees which, what may be done with them, what dismissing teaches, settings and the replay of the past.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import { putFacts } from '../sums/testing.ts'
import { readLessons } from './look/lessons.ts'
import { factsOfLife } from './testing.ts'

let kontuar: TestKontuar
let manager: string
const [own, other] = [newId(), newId()]
beforeAll(async () => {
  kontuar = await startTestKontuar()
  manager = await kontuar.tokenOf('manager')
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query(`insert into location (org_id, id, name) values ($1, $2, 'Centrum'), ($1, $3, 'Dworzec')`, [tx.orgId, own, other]))
})
afterAll(() => kontuar.stop())

async function raise(more: { locationId?: string | null; key?: string; kind?: string; state?: string; seen?: string } = {}): Promise<string> {
  const id = newId()
  const facts = { subject: null, expected: 4, usual: { low: 1, high: 9 }, came: 17, p: 0.0003, n: 21, method: 'single-period', causes: ['bad-service'], advice: ['call-back'], evidence: {}, rows: { metric: 'complaints', from: '2026-05-04T00:00:00Z', to: '2026-05-05T00:00:00Z' } }
  await kontuar.platform.db.write(kontuar.orgA.orgId, (tx) => tx.query(`insert into warning (org_id, id, kind, key, location_id, state, began_at, seen_at, facts) values ($1, $2, $3, $4, $5, $6, '2026-05-04T00:00:00Z', coalesce($8::timestamptz, now()), $7)`, [tx.orgId, id, more.kind ?? 'complaints-rise', more.key ?? id, more.locationId ?? null, more.state ?? 'open', JSON.stringify(facts), more.seen ?? null]))
  return id
}
const patch = (id: string, body: object, token = manager) => kontuar.ask('PATCH', `/warnings/${id}`, body, token)
const soon = () => new Date(Date.now() + 3_600_000).toISOString()

describe('who sees warnings', () => {
  test('a manager and an observer read them with their figures; an agent finds none', async () => {
    const id = await raise()
    for (const token of [manager, await kontuar.tokenOf('observer')]) {
      expect((await kontuar.ask('GET', `/warnings/${id}`, undefined, token)).body).toMatchObject({ id, kind: 'complaints-rise', state: 'open', expected: 4, expectedRange: { low: 1, high: 9 }, came: 17, n: 21, causes: ['bad-service'], rows: { metric: 'complaints' } })
    }
    const agent = await kontuar.tokenOf('agent')
    expect((await kontuar.ask('GET', '/warnings', undefined, agent)).body).toEqual({ items: [], next: null })
    expect((await kontuar.ask('GET', `/warnings/${id}`, undefined, agent)).status).toBe(404)
    expect((await patch(id, { state: 'dismissed', reason: 'other' }, agent)).status).toBe(403)
    expect((await kontuar.ask('POST', '/warnings/replay', {}, agent)).body).toMatchObject({ items: [], checks: [] })
  })

  test('who is held to a location sees its warnings alone', async () => {
    const [mine, theirs, all] = [await raise({ locationId: own }), await raise({ locationId: other }), await raise()]
    const { staffId } = kontuar.orgA.staff.manager
    await kontuar.ask('PUT', `/staff/${staffId}/access`, { access: 'granted', queueIds: [], locationIds: [own] })
    const seen = (await kontuar.ask('GET', '/warnings?limit=200', undefined, manager)).body.items.map((w: { id: string }) => w.id)
    expect(seen).toContain(mine)
    expect(seen).not.toContain(theirs)
    expect(seen).not.toContain(all)
    expect((await kontuar.ask('GET', `/warnings/${theirs}`, undefined, manager)).status).toBe(404)
    expect((await patch(theirs, { state: 'dismissed', reason: 'other' })).status).toBe(404)
    expect((await patch(mine, { state: 'snoozed', until: soon() })).body).toMatchObject({ state: 'snoozed', locationName: 'Centrum' })
    expect((await kontuar.ask('PUT', '/warning-settings', { falseAlarmsPerMonth: 9, kinds: {}, perLocation: true }, manager)).body.detail).toContain('you see only some of them')
    await kontuar.ask('PUT', `/staff/${staffId}/access`, { access: 'everything', queueIds: [], locationIds: [] })
  })

  test('pages and filters leave none out', async () => {
    const kind = 'step-falls'
    const ids = await Promise.all(Array.from({ length: 5 }, (_, i) => raise({ kind, seen: `2026-05-0${i + 1}T10:00:00.123456Z` })))
    const found: string[] = []
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await kontuar.ask('GET', `/warnings?kind=${kind}&state=open&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`, undefined, manager)
      found.push(...body.items.map((w: { id: string }) => w.id))
      cursor = body.next
    }
    expect(found).toEqual(ids.toReversed())
    expect((await kontuar.ask('GET', '/warnings?cursor=nonsense', undefined, manager)).body.code).toBe('invalid-cursor')
    expect((await kontuar.ask('GET', '/warnings?locationId=nonsense', undefined, manager)).body.items).toEqual([])
    expect((await kontuar.ask('GET', '/warnings?kind=weather', undefined, manager)).status).toBe(400)
  })
})

describe('what is done with a warning', () => {
  test('it rests until its time, is dismissed with a reason, and opened again', async () => {
    const id = await raise()
    const until = soon()
    expect((await patch(id, { state: 'snoozed', until })).body).toMatchObject({ state: 'snoozed', snoozedUntil: until })
    expect((await patch(id, { state: 'dismissed', reason: 'known-cause', note: ' Remont ' })).body).toMatchObject({ state: 'dismissed', closedReason: 'known-cause', note: 'Remont', snoozedUntil: null, closedByName: expect.any(String) })
    expect((await patch(id, { state: 'open' })).body).toMatchObject({ state: 'open', closedAt: null, closedReason: null, note: 'Remont' })
  })

  test.each<[string, object, string]>([
    ['a rest without an end', { state: 'snoozed' }, 'Say until when'],
    ['a rest that is past', { state: 'snoozed', until: '2020-01-01T00:00:00Z' }, 'lies ahead'],
    ['a rest of years', { state: 'snoozed', until: '2199-01-01T00:00:00Z' }, 'next 92 days'],
    ['a dismissal without a reason', { state: 'dismissed' }, 'Say why'],
    ['a reason nobody knows', { state: 'dismissed', reason: 'mood' }, ''],
  ])('%s is refused, and nothing changes', async (_what, body, sentence) => {
    const id = await raise()
    const answer = await patch(id, body)
    expect(answer.status).toBe(400)
    expect(answer.body.detail).toContain(sentence)
    expect((await kontuar.ask('GET', `/warnings/${id}`, undefined, manager)).body.state).toBe('open')
  })

  test('one that is over stays over, and one that came again is not opened twice', async () => {
    expect((await patch(await raise({ state: 'over' }), { state: 'open' })).body.code).toBe('cannot-do')
    const first = await raise({ key: 'twice' })
    await patch(first, { state: 'dismissed', reason: 'already-handled' })
    await raise({ key: 'twice' })
    expect((await patch(first, { state: 'open' })).body.code).toBe('conflict')
  })

  test('an observer decides nothing', async () => {
    const [id, observer] = [await raise(), await kontuar.tokenOf('observer')]
    expect((await patch(id, { state: 'dismissed', reason: 'other' }, observer)).status).toBe(403)
    expect((await kontuar.ask('POST', `/warnings/${id}/task`, { title: 'Zadzwonić' }, observer)).status).toBe(403)
    expect((await kontuar.ask('GET', `/warnings/${id}`, undefined, observer)).body).toMatchObject({ state: 'open', taskId: null })
  })

  test('it becomes one task, the asker’s own unless somebody is named', async () => {
    const id = await raise()
    const dueAt = soon()
    const answer = await kontuar.ask('POST', `/warnings/${id}/task`, { title: ' Zadzwonić do klientów ', dueAt }, manager)
    expect(answer.status).toBe(201)
    const { items } = (await kontuar.ask('GET', '/tasks?ownerId=me', undefined, manager)).body
    expect(items.find((task: { id: string }) => task.id === answer.body.taskId)).toMatchObject({ title: 'Zadzwonić do klientów', origin: 'warning', dueAt })
    expect((await kontuar.ask('POST', `/warnings/${id}/task`, { title: 'Jeszcze raz' }, manager)).body.code).toBe('conflict')
    expect((await kontuar.ask('POST', `/warnings/${await raise()}/task`, { title: ' ' }, manager)).body.fields).toEqual({ title: 'is empty' })
    expect((await kontuar.ask('POST', `/warnings/${await raise()}/task`, { title: 'x', ownerId: newId() }, manager)).status).toBe(400)
  })

  test('a false alarm teaches its check to be quieter there for eight weeks, and it is said', async () => {
    const id = await raise({ key: 'cries-wolf' })
    expect((await patch(id, { state: 'dismissed', reason: 'false-alarm' })).body.evidence.quieter).toMatchObject({ times: 1 })
    await patch(await raise({ key: 'knows-why' }), { state: 'dismissed', reason: 'known-cause' })
    const lessons = (at: Date) => kontuar.platform.db.read(kontuar.orgA.orgId, (tx) => readLessons(tx, at))
    expect((await lessons(new Date())).get('cries-wolf')).toBe(4)
    expect((await lessons(new Date())).has('knows-why')).toBe(false)
    expect((await lessons(new Date(Date.now() + 57 * 86_400_000))).size).toBe(0)
  })
})

describe('settings', () => {
  test('are two false alarms a month until somebody says otherwise, and a look follows', async () => {
    expect((await kontuar.ask('GET', '/warning-settings', undefined, manager)).body).toMatchObject({ falseAlarmsPerMonth: 2, perLocation: true, kinds: { 'silence': { on: true } } })
    const changed = await kontuar.ask('PUT', '/warning-settings', { falseAlarmsPerMonth: 5, kinds: { 'silence': { on: false }, 'complaints-rise': { on: true, threshold: 1.5 } }, perLocation: false }, manager)
    expect(changed.body).toMatchObject({ falseAlarmsPerMonth: 5, perLocation: false, kinds: { 'silence': { on: false }, 'complaints-rise': { on: true, threshold: 1.5 }, 'nps-falls': { on: true } } })
    await kontuar.runJobs()
    expect((await kontuar.ask('GET', '/warning-settings', undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).body.falseAlarmsPerMonth).toBe(2)
  })

  test.each<[string, object]>([
    ['an unknown check', { falseAlarmsPerMonth: 2, kinds: { weather: { on: true } }, perLocation: true }],
    ['no false alarms at all', { falseAlarmsPerMonth: 0, kinds: {}, perLocation: true }],
    ['a negative threshold', { falseAlarmsPerMonth: 2, kinds: { silence: { on: true, threshold: -1 } }, perLocation: true }],
  ])('%s are refused', async (_what, body) => {
    expect((await kontuar.ask('PUT', '/warning-settings', body, manager)).status).toBe(400)
  })
})

describe('the replay', () => {
  test('tells which warnings the past would have brought, and what each check promises', async () => {
    const days = 230
    const from = Math.floor(Date.now() / 86_400_000) * 86_400_000 - days * 86_400_000
    const { db } = kontuar.platform
    const facts = factsOfLife({ from, days, incoming: 20, complaints: 0.1, answers: 0.3, locationId: own, planted: (i) => (i >= 190 && i < 200 ? { complaints: 5 } : {}) })
    for (let i = 0; i < facts.length; i += 5000) await db.write(kontuar.orgA.orgId, (tx) => putFacts(tx, facts.slice(i, i + 5000)))
    const settings = { falseAlarmsPerMonth: 1, kinds: {}, perLocation: false }
    const { body, status } = await kontuar.ask('POST', '/warnings/replay', { months: 3, settings }, manager)
    expect(status).toBe(200)
    const found = body.items.filter((item: { kind: string }) => item.kind === 'complaints-rise')
    const planted = (at: string) => (Date.parse(at) - from) / 86_400_000
    expect(found.some(({ at }: { at: string }) => planted(at) > 190 && planted(at) < 202)).toBe(true)
    expect(body.items.length).toBeLessThan(12)
    expect(found.map(({ metric }: { metric: string }) => metric)).toEqual(found.map(() => 'complaints'))
    expect(body.perMonth).toBeCloseTo(body.items.length / 3, 9)
    const check = (kind: string) => body.checks.find((one: { kind: string }) => one.kind === kind)
    expect(check('complaints-rise')).toMatchObject({ change: 'complaints-doubled', detectable: true, places: 1 })
    expect(check('silence')).toMatchObject({ change: 'contacts-stop', detectable: true })
    expect(check('silence').delayDays).toBeLessThan(3)
    expect(check('fewer-good-reviews')).toMatchObject({ detectable: false, delayDays: null, level: 0 })
    expect(body.checks.reduce((sum: number, one: { falseAlarmsPerMonth: number }) => sum + one.falseAlarmsPerMonth, 0)).toBeCloseTo(1, 6)
    const generous = (await kontuar.ask('POST', '/warnings/replay', { months: 3, settings: { ...settings, falseAlarmsPerMonth: 20 } }, manager)).body
    expect(generous.items.length).toBeGreaterThan(body.items.length)
    expect((await kontuar.ask('POST', '/warnings/replay', { months: 3, settings: { ...settings, kinds: { weather: { on: true } } } }, manager)).status).toBe(400)
    expect((await kontuar.ask('POST', '/warnings/replay', { months: 99 }, manager)).status).toBe(400)
  }, 60_000)
})

test('sums that had to be mended are a warning, once for what one night found', async () => {
  const { db } = kontuar.platform
  const heal = () => db.write(kontuar.orgB.orgId, async (tx) => tx.publish({ name: 'insight.sumsHealed', ids: {}, detail: { measure: 'contact-in', cells: 3, from: '2026-01-01T00:00:00Z', to: '2026-02-01T00:00:00Z' } }))
  await heal()
  await kontuar.runJobs()
  await heal()
  await kontuar.runJobs()
  const { items } = (await kontuar.ask('GET', '/warnings?kind=sums-healed', undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).body
  expect(items).toMatchObject([{ state: 'open', times: 2, came: 3, causes: ['sums-were-wrong'], rows: null }])
})
