// Guards the settings of numbers, counts from outside and the wish to count again: what they do, what they refuse, and who may not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildOrganization } from '../../identity/testing.ts'
import { netFacts } from './testing.ts'

let kontuar: TestKontuar
beforeAll(async () => { kontuar = await startTestKontuar() })
afterAll(() => kontuar.stop())
const nobody = '00000000-0000-7000-8000-000000000000'

async function office() {
  const org = await buildOrganization(kontuar.platform.db)
  const { orgId } = org
  const token = await kontuar.tokenOf('administrator', org)
  const ask = (method: 'GET' | 'POST' | 'PUT', path: string, body?: object) => kontuar.ask(method, path, body, token)
  const facts = async () => { await kontuar.runJobs(); return kontuar.platform.db.read(orgId, netFacts) }
  const sql = <R extends object>(text: string) => kontuar.platform.db.read(orgId, (tx) => tx.query<R>(text, [orgId]))
  return { org, orgId, ask, facts, sql, queueId: (await ask('GET', '/queues')).body.items[0].id as string }
}

describe('how service is counted', () => {
  const usual = { answerWithinSeconds: 20, answerWithinByQueue: {}, shortAbandonSeconds: 5, repeatWindowDays: 7, complaintWindowDays: 90 }
  test('is as usual until somebody says otherwise; each change is a version of its own, noted with who made it', async () => {
    const { org, ask, sql, queueId } = await office()
    expect((await ask('GET', '/insight-settings')).body).toEqual(usual)
    const wanted = { ...usual, answerWithinSeconds: 30, answerWithinByQueue: { [queueId.toUpperCase()]: 60 } }
    expect((await ask('PUT', '/insight-settings', wanted)).body).toEqual({ ...wanted, answerWithinByQueue: { [queueId]: 60 } })
    await ask('PUT', '/insight-settings', wanted)
    expect((await ask('GET', '/insight-settings')).body).toEqual({ ...wanted, answerWithinByQueue: { [queueId]: 60 } })
    expect(await sql('select changed_by from insight_setting where org_id = $1')).toEqual([{ changed_by: org.staff.administrator.staffId }])
    expect((await ask('GET', '/audit?action=insight.settingsChanged')).body.items).toMatchObject([{ detail: { answerWithinSeconds: [20, 30] } }])
  })
  test.each<[string, object]>([
    ['no time to answer in', { ...usual, answerWithinSeconds: 0 }], ['half a second', { ...usual, answerWithinSeconds: 0.5 }], ['a queue there is not', { ...usual, answerWithinByQueue: { [nobody]: 10 } }], ['a queue that cannot be', { ...usual, answerWithinByQueue: { x: 10 } }],
    ['a window of a year', { ...usual, repeatWindowDays: 365 }], ['something unknown', { ...usual, colour: 'red' }], ['a part of it', { answerWithinSeconds: 20 }], ['words', { ...usual, repeatWindowDays: 'seven' }],
  ])('with %s is refused in one sentence, and nothing changes', async (_what, body) => {
    const { ask, sql } = await office()
    expect((await ask('PUT', '/insight-settings', body)).body).toMatchObject({ code: 'invalid-input', detail: expect.stringMatching(/^[A-Z].*\.$/) })
    expect(await sql('select from insight_setting where org_id = $1')).toEqual([])
  })
})

describe('what others counted', () => {
  const hour = { source: 'centrala', what: 'calls', span: 'hour', beginsAt: '2026-03-02T10:00:00Z', n: 12 }
  test('is counted once, replaced when it is said again, also within one breath', async () => {
    const { ask, facts } = await office()
    expect((await ask('POST', '/outside-counts', { items: [hour, { ...hour, beginsAt: '2026-03-02T12:00:00+01:00', n: 3 }, { ...hour, what: 'forms-begun', n: 7 }] })).body).toEqual({ taken: 3, changed: 3 })
    const counted = async () => (await facts()).map((f) => [f.kind, new Date(f.at).toISOString().slice(11, 16), JSON.stringify(f.measures), f.channel]).toSorted((a, b) => (a.join() < b.join() ? -1 : 1))
    expect(await counted()).toEqual([['outside', '10:00', '{"outside-calls":12}', 'phone'], ['outside', '10:00', '{"outside-forms":7}', 'form'], ['outside', '11:00', '{"outside-calls":3}', 'phone']])
    expect((await ask('POST', '/outside-counts', { items: [hour, { ...hour, n: 13 }, { ...hour, n: 14 }] })).body).toEqual({ taken: 3, changed: 1 })
    expect((await ask('POST', '/outside-counts', { items: [{ ...hour, n: 14 }] })).body).toEqual({ taken: 1, changed: 0 })
    expect((await counted()).map((c) => c[2])).toEqual(['{"outside-calls":14}', '{"outside-forms":7}', '{"outside-calls":3}'])
  })
  test.each([['its middle', '2026-03-02T22:17:00Z'], ['midnight of another zone', '2026-03-02T00:00:00Z'], ['an hour off in summer', '2026-07-02T23:00:00Z']])('of a day that begins with %s is refused, and nothing of it is stored', async (_what, beginsAt) => {
    const { ask, facts } = await office()
    const { status, body } = await ask('POST', '/outside-counts', { items: [hour, { ...hour, span: 'day', beginsAt }] })
    expect([status, body.code, Object.keys(body.fields)]).toEqual([400, 'invalid-input', ['items.1.beginsAt']])
    expect(body.detail).toContain('Europe/Warsaw')
    expect(await facts()).toEqual([])
  })
  test('told by hour and by day is counted once: a day is what its hours leave over, whichever comes first', async () => {
    const { ask, facts } = await office()
    const put = (...items: object[]) => ask('POST', '/outside-counts', { items })
    const counted = async () => (await facts()).map((f) => [new Date(f.at).toISOString().slice(0, 16), f.measures['outside-calls']]).toSorted((x, y) => (x.join() < y.join() ? -1 : 1))
    const day = { ...hour, span: 'day', beginsAt: '2026-03-02T00:00:00+01:00', n: 40 }
    await put(day)
    expect(await counted()).toEqual([['2026-03-01T23:00', 40]])
    await put(hour, { ...hour, beginsAt: '2026-03-02T23:00:00+01:00', n: 5 }, { ...hour, beginsAt: '2026-03-03T00:00:00+01:00', n: 9 }, { ...hour, source: 'infolinia', n: 8 })
    expect(await counted()).toEqual([['2026-03-01T23:00', 23], ['2026-03-02T10:00', 12], ['2026-03-02T10:00', 8], ['2026-03-02T22:00', 5], ['2026-03-02T23:00', 9]])
    await put({ ...hour, n: 60 })
    expect((await counted()).map(([, n]) => n)).toEqual([60, 8, 5, 9])
    await put({ ...hour, n: 10 }, { ...day, n: 50 })
    expect((await counted()).map(([, n]) => n)).toEqual([35, 10, 8, 5, 9])
  })
  test('of the day clocks change has as many hours as that day', async () => {
    const { ask, facts } = await office()
    const day = { ...hour, span: 'day', beginsAt: '2026-03-29T00:00:00+01:00', n: 10 }
    await ask('POST', '/outside-counts', { items: [{ ...hour, beginsAt: '2026-03-29T23:00:00+02:00', n: 3 }, { ...hour, beginsAt: '2026-03-30T00:00:00+02:00', n: 4 }, day] })
    expect((await facts()).map((f) => f.measures['outside-calls']).toSorted()).toEqual([3, 4, 7])
  })
  test.each<[string, object, string]>([
    ['a place there is not', { ...hour, locationId: nobody }, 'items.1.locationId'], ['a queue that cannot be', { ...hour, queueId: 'x' }, 'items.1.queueId'], ['a time to come', { ...hour, beginsAt: '2999-01-01T00:00:00Z' }, 'items.1.beginsAt'],
    ['a time nobody can mean', { ...hour, beginsAt: '0001-01-01T00:00:00Z' }, 'items.1.beginsAt'], ['nobody who counted', { ...hour, source: ' ' }, 'items.1.source'],
  ])('with %s is refused by its item, and nothing is stored', async (_what, item, field) => {
    const { ask, sql } = await office()
    expect((await ask('POST', '/outside-counts', { items: [hour, item] })).body).toMatchObject({ code: 'invalid-input', fields: { [field]: expect.any(String) }, detail: expect.stringMatching(/item 2|Item 2/) })
    expect(await sql('select from outside_count where org_id = $1')).toEqual([])
  })
  test.each([[{ ...hour, n: -1 }], [{ ...hour, n: 1.5 }], [{ ...hour, what: 'smiles' }], [{ ...hour, beginsAt: 'soon' }]])('such as %j is refused by its shape', async (item) => {
    const { ask } = await office()
    expect((await ask('POST', '/outside-counts', { items: [item] })).body.code).toBe('invalid-input')
  })
  test('of another organization’s places is refused like of none', async () => {
    const { ask } = await office()
    const { queueId } = await office()
    expect((await ask('POST', '/outside-counts', { items: [{ ...hour, queueId }] })).body).toMatchObject({ code: 'invalid-input', fields: { 'items.0.queueId': 'is unknown' } })
  })
})

test('counting again is ordered once however often it is wished, and noted', async () => {
  const { ask, sql } = await office()
  for (let i = 0; i < 3; i++) expect(await ask('POST', '/facts/recount')).toMatchObject({ status: 202, body: { ok: true } })
  await kontuar.runJobs()
  expect(await sql(`select from audit where org_id = $1 and action = 'facts.recounted'`)).toHaveLength(3)
})

test('agents and observers may look how service is counted, not change it, bring counts or count again', async () => {
  const { org } = await office()
  for (const role of ['agent', 'observer'] as const) {
    const token = await kontuar.tokenOf(role, org)
    expect((await kontuar.ask('GET', '/insight-settings', undefined, token)).status).toBe(200)
    for (const [method, path, body] of [['PUT', '/insight-settings', {}], ['POST', '/outside-counts', { items: [] }], ['POST', '/facts/recount', undefined]] as const) expect((await kontuar.ask(method, path, body, token)).body.code).toBe('not-allowed')
  }
})
