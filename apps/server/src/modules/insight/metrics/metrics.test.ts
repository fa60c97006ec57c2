// Guards the numbers over HTTP: clear refusals, who sees what, metrics of one's own, names under the reader's own rights, and reads shared by a crowd.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { buildStaff, buildToken } from '../../identity/testing.ts'
import { newId } from '../../../platform/id.ts'
import { buildFact, putFacts, type TestFact } from '../sums/testing.ts'
import { rollFacts } from '../sums/roll-facts.ts'

let kontuar: TestKontuar
let org: number
let queues: string[]
let agent: string
let restricted: { staffId: string; token: string }
let ticket: { id: string; customerId: string; interactionId: string; queueId: string }
const day = '2030-05-10'
const at = Date.UTC(2030, 4, 10, 10)
const month = 'from=2030-05-01&to=2030-06-01'

const put = (...facts: TestFact[]) => kontuar.platform.db.write(org, (tx) => putFacts(tx, facts))
const get = (path: string, token?: string) => kontuar.ask('GET', path, undefined, token)
const where = (...rules: unknown[]) => `where=${encodeURIComponent(JSON.stringify({ combinator: 'and', rules }))}`
const rule = (field: string, operator: string, value?: unknown) => ({ field, operator, value })

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  queues = (await get('/queues')).body.items.map((q: { id: string }) => q.id)
  agent = kontuar.orgA.staff.agent.staffId
  const person = await buildStaff(kontuar.platform.db, org, 'manager', 'held@orga.test')
  restricted = { staffId: person.staffId, token: await buildToken(kontuar.platform.db, org, person) }
  const recorded = (await kontuar.ask('POST', '/interactions', { kind: 'visit', channel: 'visit', customer: { name: 'Ewa Zając' }, request: 'Pytanie o rower' })).body
  const opened = (await get(`/tickets/${recorded.ticketId}`)).body
  ticket = { id: opened.id, customerId: opened.customerId, interactionId: recorded.id ?? recorded.interactionId, queueId: opened.queueId }
  const held = await kontuar.ask('PUT', `/staff/${restricted.staffId}/access`, { access: 'granted', queueIds: [queues.find((q) => q !== opened.queueId)], locationIds: [] })
  if (held.status !== 200) throw new Error(held.text)
  await put(
    buildFact({ kind: 'entry', at, measures: { 'contact-in': 1 }, channel: 'visit', queueId: ticket.queueId, staffId: agent, ticketId: ticket.id, customerId: ticket.customerId, interactionId: ticket.interactionId }),
    buildFact({ kind: 'entry', at: at + 1000, measures: { 'contact-in': 1 }, channel: 'email', queueId: queues.find((q) => q !== ticket.queueId)!, ticketId: ticket.id, customerId: ticket.customerId, interactionId: ticket.interactionId }),
    buildFact({ kind: 'entry', at: at + 2000, measures: { 'contact-in': 1 }, channel: 'email' }),
  )
  await kontuar.platform.db.write(org, (tx) => rollFacts(tx))
})
afterAll(() => kontuar.stop())

describe('what is wrong is said in one sentence', () => {
  test.each<[string, string, number, RegExp, string?]>([
    ['/metrics/contact-in?from=2030-01-01&to=2030-02-01', 'an unknown metric, with those called alike', 404, /no metric "contact-in": perhaps contacts-in/],
    ['/metrics/nps?from=2030-02-01&to=2030-02-01', 'an empty period', 400, /period is empty/, 'to'],
    ['/metrics/nps?from=2030-02-30&to=2030-03-01', 'a day there is not', 400, /neither a day nor an instant/, 'from'],
    ['/metrics/nps?from=2030-02-01T10:00:00&to=2030-03-01', 'a wall time without its zone', 400, /neither a day nor an instant/, 'from'],
    ['/metrics/nps?from=1900-01-01&to=2030-03-01', 'a year of nobody’s', 400, /between 1970-01-01/, 'from'],
    [`/metrics/nps?${month}&by=shoe`, 'an unknown dimension', 400, /cut by "shoe": choose channel/, 'by'],
    [`/metrics/nps?${month}&by=field:${newId()}`, 'a field there is not', 400, /cut by "field:/, 'by'],
    ['/metrics/nps?from=2030-01-01&to=2030-06-01&step=hour', 'too many points', 400, /more than 2000 points/, 'step'],
    [`/metrics/nps?${month}&where=%7B`, 'conditions that are no JSON', 400, /are no JSON/, 'where'],
    [`/metrics/nps?${month}&where=%5B1%5D`, 'conditions that are no group', 400, /have to be a group/, 'where'],
    [`/metrics/nps?${month}&${where(rule('shoe', '=', 'x'))}`, 'an unknown field', 400, /no field "shoe"/, 'where.0'],
    [`/metrics/nps?${month}&${where(rule('channel', 'contains', 'x'))}`, 'an operator the field does not have', 400, /cannot be asked "contains"/, 'where.0'],
    [`/metrics/nps?${month}&${where(rule('location', '=', 'here'))}`, 'an id that is none', 400, /is not an id/, 'where.0'],
    [`/metrics/backlog?${month}&${where(rule('hour', '=', 3))}`, 'the hour of what has none', 400, /no field "hour"/, 'where.0'],
    [`/metrics/nps/rows?${month}&cursor=abc`, 'a cursor of nobody’s', 400, /cursor exactly/],
  ])('%s: %s', async (path, _what, status, detail, field) => {
    const answer = await get(path)
    expect(answer.status).toBe(status)
    expect(answer.body.detail).toMatch(detail)
    if (field !== undefined) expect(Object.keys(answer.body.fields)).toContain(field)
  })

  test('of one query among several it is told in its place, and spoils no other', async () => {
    const { body } = await kontuar.ask('POST', '/metrics/read', { queries: [{ metric: 'contacts-in', from: '2030-05-01', to: '2030-06-01' }, { metric: 'npss', from: '2030-05-01', to: '2030-06-01' }, { metric: 'nps', from: 'yesterday', to: 'today' }] })
    expect(body.results[0].figure.value).toBe(3)
    expect(body.results.slice(1)).toEqual([{ problem: { code: 'not-found', detail: expect.stringMatching(/perhaps nps/) } }, { problem: { code: 'invalid-input', detail: expect.stringMatching(/neither a day/) } }])
  })
})

describe('who sees what', () => {
  const n = async (token: string, path = '/metrics/contacts-in') => (await get(`${path}?${month}&by=queue`, token)).body

  test('who sees everything, everything; of sums', async () => {
    expect(await n(await kontuar.tokenOf('manager'))).toMatchObject({ figure: { n: 3 }, read: { from: 'sums' } })
    expect(await n(await kontuar.tokenOf('observer'))).toMatchObject({ figure: { n: 3 } })
  })

  test('who sees some queues, the facts of these alone, in numbers, groups and rows', async () => {
    const seen = await n(restricted.token)
    expect(seen).toMatchObject({ figure: { n: 1 }, read: { from: 'facts' } })
    expect(seen.groups).toHaveLength(1)
    const rows = (await get(`/metrics/contacts-in/rows?${month}`, restricted.token)).body.items
    // The fact was in their queue; its ticket is in another now, and so is its text.
    expect(rows).toMatchObject([{ channel: 'email', ticket: null, excerpt: null }])
    expect((await kontuar.ask('POST', '/metrics/read', { queries: [{ metric: 'contacts-in', from: '2030-05-01', to: '2030-06-01' }] }, restricted.token)).body.results[0].figure.n).toBe(1)
  })

  test('an agent, what they did themselves', async () => {
    const token = await kontuar.tokenOf('agent')
    expect(await n(token)).toMatchObject({ figure: { n: 1 }, read: { from: 'facts' } })
    expect((await get(`/metrics/contacts-in?${month}`, token)).body).toMatchObject({ figure: { n: 1 }, read: { from: 'sums' } })
    expect((await get(`/metrics/contacts-in/rows?${month}`, token)).body.items).toMatchObject([{ staffName: expect.any(String), ticket: { id: ticket.id }, customer: { name: 'Ewa Zając' }, excerpt: expect.stringContaining('rower') }])
  })

  test('another organization, nothing', async () => {
    const token = await kontuar.tokenOf('administrator', kontuar.orgB)
    expect((await n(token)).figure.n).toBe(0)
    expect((await get(`/metrics/contacts-in/rows?${month}`, token)).body.items).toEqual([])
    expect(JSON.stringify((await get('/metric-fields', token)).body)).not.toContain(queues[0])
  })

  test('nobody, without signing in', async () => {
    for (const path of ['/metrics', `/metrics/nps?${month}`, '/measures', '/metric-fields']) expect((await kontuar.ask('GET', path, undefined, null)).status).toBe(401)
  })
})

describe('the catalogue', () => {
  test('is told in the reader’s language, or the one asked for', async () => {
    const labels = async (language: string) => (await get(`/metrics${language}`)).body.items.find((m: { name: string }) => m.name === 'backlog').label
    expect([await labels('?language=pl'), await labels('?language=ru'), await labels('?language=en')]).toEqual(['Otwarte zgłoszenia', 'Открытые обращения', 'Open tickets'])
    expect(await labels('')).toBe('Otwarte zgłoszenia')
    expect((await get('/measures?language=en')).body.items.find((m: { name: string }) => m.name === 'note').label).toBe('Notes')
  })

  test('says what conditions may ask, with the words of one’s own fields', async () => {
    const { id } = (await kontuar.ask('POST', '/custom-fields', { subject: 'ticket', name: 'Karta', type: 'choice', options: [{ id: 'gold', name: 'Złota' }, { id: 'blue', name: 'Niebieska' }] })).body
    const fields = (await get('/metric-fields')).body.items
    expect(fields.map((f: { name: string }) => f.name)).toEqual(['channel', 'queue', 'reason', 'location', 'team', 'staff', 'survey', 'touchpoint', 'language', 'newcomer', 'weekday', 'hour', 'value', `field:${id}`])
    expect(fields.at(-1)).toMatchObject({ label: 'Karta', custom: true, options: [{ id: 'gold', name: 'Złota' }, { id: 'blue', name: 'Niebieska' }] })
    await put(buildFact({ kind: 'entry', at: Date.UTC(2031, 0, 5, 10), measures: { 'contact-in': 1 }, segments: { [id]: 'gold' } }))
    const cut = (await get(`/metrics/contacts-in?from=2031-01-01&to=2031-02-01&by=field:${id}&${where(rule(`field:${id}`, '=', 'gold'))}`)).body
    expect(cut.groups).toMatchObject([{ key: 'gold', name: 'Złota', figure: { n: 1 } }])
  })
})

describe('metrics of one’s own', () => {
  const definition = (given: object) => ({ form: 'count', numerator: { of: ['contact-in'] }, direction: 'up', unit: 'count', shownFrom: 1, explanation: 'Ile.', ...given })
  const create = (name: string, given: object, token?: string) => kontuar.ask('POST', '/own-metrics', { name, definition: definition(given) }, token)

  test('are composed of measures and conditions, read like any other, open their rows, and can be retired', async () => {
    const emails = { combinator: 'and', rules: [rule('channel', '=', 'email')] }
    const { status, body } = await create('Udział e-maili', { form: 'share', unit: 'share', numerator: { of: ['contact-in'], where: emails }, denominator: { of: ['contact-in'] } })
    expect(status).toBe(201)
    const name = `own-${body.id}`
    expect((await get(`/metrics/${name}?${month}`)).body.figure).toMatchObject({ value: 2 / 3, n: 3, parts: { numerator: 2, denominator: 3 } })
    const rows = (await get(`/metrics/${name}/rows?${month}`)).body.items
    expect(rows.map((r: { counted: boolean }) => r.counted)).toEqual([true, true, false])
    expect((await get('/metrics?language=en')).body.items.find((m: { name: string }) => m.name === name)).toMatchObject({ label: 'Udział e-maili', family: 'own', explanation: 'Ile.', trap: expect.stringMatching(/open its rows/), own: { id: body.id } })
    expect((await kontuar.ask('PATCH', `/own-metrics/${body.id}`, { retired: true })).body.retired).toBe(true)
    expect((await get(`/metrics/${name}?${month}`)).status).toBe(404)
    expect((await kontuar.ask('PATCH', `/own-metrics/${body.id}`, { retired: false, name: 'E-maile' })).body).toMatchObject({ retired: false, name: 'E-maile' })
  })

  test('can be looked at before they are saved', async () => {
    const { body } = await kontuar.ask('POST', '/own-metrics/preview', { definition: definition({ form: 'ratio', unit: 'score', numerator: { of: ['contact-in'], where: { combinator: 'and', rules: [rule('channel', '=', 'email')] } }, denominator: { of: ['contact-in'] } }), from: '2030-05-01', to: '2030-06-01', by: 'channel' })
    expect(body.figure).toMatchObject({ value: 2 / 3, n: 3 })
    expect(body.groups.map((g: { key: string; figure: { value: number } }) => [g.key, g.figure.value])).toEqual([['email', 1], ['visit', 0]])
  })

  test.each<[string, object, RegExp, string]>([
    ['a measure there is not', { numerator: { of: ['shoes'] } }, /no measure "shoes"/, 'definition.numerator.of'],
    ['measures that stand on one fact', { numerator: { of: ['contact-in', 'offered'] } }, /counted twice/, 'definition.numerator.of'],
    ['a ratio of nothing', { form: 'ratio' }, /give a denominator/, 'definition.denominator'],
    ['a count that divides', { denominator: { of: ['note'] } }, /divides by nothing/, 'definition.denominator'],
    ['a share of what is no yes or no', { form: 'share', unit: 'share', numerator: { of: ['handle'] } }, /are 0 or 1/, 'definition.numerator.of'],
    ['a share whose part is no part', { form: 'share', unit: 'share', numerator: { of: ['note'] }, denominator: { of: ['contact-in'] } }, /lies within the whole/, 'definition.numerator.of'],
    ['a share in points', { form: 'share', unit: 'points', numerator: { of: ['rated'] } }, /shown as a share/, 'definition.unit'],
    ['conditions that do not hold', { numerator: { of: ['note'], where: { combinator: 'and', rules: [rule('shoe', '=', 1)] } } }, /no field "shoe"/, 'definition.numerator.where.0'],
    ['"me", who is everybody', { numerator: { of: ['note'], where: { combinator: 'and', rules: [rule('staff', '=', '@me')] } } }, /./, 'definition.numerator.where.0'],
  ])('refuse %s, and nothing is stored', async (what, given, detail, field) => {
    const answer = await create(what, given)
    expect(answer).toMatchObject({ status: 400, body: { detail: expect.stringMatching(detail) } })
    expect(Object.keys(answer.body.fields)).toContain(field)
    expect((await get('/metrics')).body.items.map((m: { label: string }) => m.label)).not.toContain(what)
  })

  test('bear a name once, and are made by who may manage numbers', async () => {
    expect((await create('Wizyty', {})).status).toBe(201)
    expect(await create(' wizyty ', {})).toMatchObject({ status: 409, body: { fields: { name: 'is taken' } } })
    expect((await create('  ', {})).status).toBe(400)
    expect((await create('Cudze', {}, await kontuar.tokenOf('agent'))).status).toBe(403)
    expect((await kontuar.ask('PATCH', `/own-metrics/${newId()}`, { retired: true })).status).toBe(404)
  })

  test('whose conditions hold no more say so', async () => {
    const fieldId = (await kontuar.ask('POST', '/custom-fields', { subject: 'ticket', name: 'Pora', type: 'choice', options: [{ id: 'a', name: 'A' }] })).body.id
    const { body } = await create('Poranne', { numerator: { of: ['contact-in'], where: { combinator: 'and', rules: [rule(`field:${fieldId}`, '=', 'a')] } } })
    expect((await get(`/metrics/own-${body.id}?${month}`)).status).toBe(200)
    await kontuar.ask('PATCH', `/custom-fields/${fieldId}`, { retired: true })
    expect(await get(`/metrics/own-${body.id}?${month}`)).toMatchObject({ status: 422, body: { detail: expect.stringMatching(/do not hold any more: There is no field/) } })
  })
})

describe('a crowd of dashboards', () => {
  let statements: number
  beforeEach(() => { statements = 0 })
  const question = { queries: [{ metric: 'contacts-in', from: day, to: '2030-05-11', compare: 'before' }, { metric: 'nps', from: day, to: '2030-05-11' }] }

  test('that asks the same at once is read for once a second, and all have the answer of now', async () => {
    const { db } = kontuar.platform
    const report = db.report.bind(db)
    db.report = (id, work) => { statements++; return report(id, work) }
    try {
      const token = await kontuar.tokenOf('manager')
      const began = performance.now()
      const answers = await Promise.all(Array.from({ length: 300 }, () => kontuar.ask('POST', '/metrics/read', question, token)))
      expect(new Set(answers.map((a) => a.body.results[0].figure.n))).toEqual(new Set([3]))
      // The first may be read for alone, before the others have come.
      expect(statements).toBeLessThanOrEqual(2 + Math.floor((performance.now() - began) / 1000))
    } finally {
      db.report = report
    }
  })

  test('is answered with nothing older than its question', async () => {
    const token = await kontuar.tokenOf('manager')
    const ask = async () => (await kontuar.ask('POST', '/metrics/read', question, token)).body.results[0].figure.n
    const before = await ask()
    for (let i = 1; i <= 3; i++) {
      await put(buildFact({ kind: 'entry', at: at + i, measures: { 'contact-in': 1 } }))
      expect(await Promise.all([ask(), ask()])).toEqual([before + i, before + i])
    }
  })
})
