// Guards the look into the past over HTTP: how far it is, what it found, who would have been told, what was caught and missed, that it can be
// stopped, goes on after its worker died, and keeps no word of a customer.
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AlertBackTest, AlertRuleDefinition } from '@kontuar/contracts'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { newId } from '../../../platform/id.ts'
import type { Database } from '../../../platform/db/database.ts'
import { buildMailbox, buildTicket } from '../../diary/testing.ts'
import { deriveSubjects } from '../../insight/index.ts'
import { buildNpsSurvey, giveAnswer, giveAnswers, toldToManagers, type PastAnswer } from '../rules/testing.ts'
import { backTest } from './run-back-test.ts'

// Each waits for all jobs of all modules.
vi.setConfig({ testTimeout: 60_000 })
const [hour, day] = [3_600_000, 86_400_000]
const now = Date.now()
let kontuar: TestKontuar
let manager: string
const [rynek, dworzec] = [newId(), newId()]
const db = () => kontuar.platform.db
const orgId = () => kontuar.orgA.orgId
const all = (...rules: object[]) => ({ combinator: 'and', rules })
const low: AlertRuleDefinition = { kind: 'event', on: 'answer', where: all({ field: 'tone', operator: '=', value: 'low' }) }
const start = (definition: object, more: object = {}) => kontuar.ask('POST', '/alert-back-tests', { definition, delivery: toldToManagers, months: 3, ...more }, manager)
const get = async (id: string): Promise<AlertBackTest> => (await kontuar.ask('GET', `/alert-back-tests/${id}`, undefined, manager)).body
const run = async (definition: object, more: object = {}) => {
  const { body } = await start(definition, more)
  await kontuar.runJobs()
  const ended = await get(body.id)
  expect(ended.detail).toBeNull()
  return ended.result!
}

let said: { ticketId: string; customerId: string }
beforeAll(async () => {
  kontuar = await startTestKontuar()
  manager = await kontuar.tokenOf('manager')
  await db().write(orgId(), async (tx) => {
    await tx.query(`insert into location (org_id, id, name, manager_id) values ($1, $2, 'Rynek', $4), ($1, $3, 'Dworzec', null)`, [tx.orgId, rynek, dworzec, kontuar.orgA.staff.agent.staffId])
    const surveyId = await buildNpsSurvey(tx)
    const answers = Array.from({ length: 180 }, (_, i): PastAnswer => ({ id: newId(), score: i % 12 === 0 ? 2 : 9, at: now - i * 11 * hour - hour, takenAt: now - i * 11 * hour - hour, imported: i % 36 === 12, locationId: i % 2 === 0 ? rynek : dworzec, channel: 'phone' }))
    await giveAnswers(tx, surveyId, answers)
    await deriveSubjects(tx, (kind) => (kind === 'answer' ? answers.map((a) => a.id) : []))
    // A customer who complained a day after a low opinion nobody answered.
    const { ticketId, customerId } = await buildTicket(tx, await buildMailbox(tx), { subject: 'Reklamacja butów' })
    await giveAnswer(tx, surveyId, { score: 0, at: new Date(now - 20 * day), comment: 'Zepsute po dwóch dniach', about: { customerId, locationId: rynek } })
    said = { ticketId, customerId }
  })
  await kontuar.runJobs()
  // Once the facts of the ticket have been derived: it is none of the diary's, and would be taken back.
  await db().write(orgId(), async (tx) => {
    const complaint = (at: number, ticketId: string, customerId: string | null) => tx.query(`insert into fact (org_id, id, kind, at, weight, subject_id, measures, ticket_id, customer_id) values ($1, $2, 'complaint', $3, 1, $4, '{"complaint": 1, "complaint-repeated": 0}', $4, $5)`, [tx.orgId, newId(), new Date(at), ticketId, customerId])
    await complaint(now - 19 * day, said.ticketId, said.customerId)
    await complaint(now - 60 * day, newId(), null)
  })
}, 120_000)
afterAll(() => kontuar.stop())

describe('a back-test of single events', () => {
  test('tells how often, by week, whom, and what was caught and missed', async () => {
    const result = await run(low, { delivery: { ...toldToManagers, recipients: [{ to: 'location-manager' }] } })
    // Those from a list are history: 15 low ones lie in the months, 5 of them imported.
    expect(result.alarms).toBe(result.weeks.reduce((sum, w) => sum + w.alarms, 0))
    expect(result.alarms).toBeGreaterThan(8)
    expect(result.alarms).toBeLessThan(15)
    expect(result).toMatchObject({ leftOut: 15 - (result.alarms - 1), heardSince: null })
    expect(result.perWeek).toBeCloseTo(result.alarms / ((Date.parse(result.to) - Date.parse(result.from)) / (7 * day)), 6)
    expect(result.items[0]).toMatchObject({ place: null, why: { code: 'event', on: 'answer' }, answerId: expect.any(String) })
    expect(result.items.find((i) => i.excerpt !== null)).toMatchObject({ excerpt: 'Zepsute po dwóch dniach' })
    expect(result.people.map((p) => p.staffId)).toContain(kontuar.orgA.staff.agent.staffId)
    expect(result.incidents.caught).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'complaint', name: expect.stringContaining('Reklamacja butów'), hoursBefore: expect.closeTo(24, 3) })]))
    expect(result.incidents.caught.map((i) => i.what)).toContain('lost-opinion')
    expect(result.incidents.missed).toHaveLength(1)
    expect(result.falseAlarms).toMatchObject({ method: 'not-followed-by-anything', perMonth: expect.any(Number) })
    expect(result).toMatchObject({ noisy: false, noisyFor: null, noData: 0 })
    const kept = await db().read(orgId(), (tx) => tx.query<{ kept: string }>('select result::text as kept from alert_back_test where org_id = $1', [tx.orgId]))
    for (const row of kept) expect(row.kept).not.toContain('Zepsute')
  })

  test('that fires on everything is noisy for whoever is told', async () => {
    expect(await run({ kind: 'event', on: 'answer', where: null })).toMatchObject({ noisy: true, noisyFor: expect.any(String) })
  })
})

test('a back-test of figures lays the same days in another order beside it', async () => {
  const result = await run({ kind: 'figure', metric: 'nps', where: null, each: 'location', days: 14, test: { test: 'below', value: 84, backAt: 95 }, minimum: 5, noData: 'quiet' })
  expect(result.alarms).toBeGreaterThan(0)
  expect(result.items[0]).toMatchObject({ place: 'Rynek', why: { code: 'figure', metric: 'nps', each: 'location', place: rynek } })
  expect(result.falseAlarms).toMatchObject({ method: 'shuffled-days', perMonth: expect.any(Number) })
})

test.each<[string, object]>([
  ['runs', { kind: 'sequence', on: 'answer', fits: all({ field: 'score', operator: '>=', value: 9 }), each: 'location', n: 3 }],
  ['silence', { kind: 'silence', on: 'answer', where: null, each: 'all', hours: 2, calendarId: null }],
  ['warnings', { kind: 'warning', kinds: ['silence'] }],
])('of %s it comes to an end', async (_, definition) => { expect((await run(definition)).to).toBeDefined() })

describe('on its way', () => {
  test('it says how far it is, and is stopped for good', async () => {
    const { body, status } = await start(low)
    expect(status).toBe(202)
    expect(body).toMatchObject({ state: 'running', done: 0, result: null })
    expect((await kontuar.ask('POST', `/alert-back-tests/${body.id}/stop`, undefined, manager)).body).toMatchObject({ state: 'stopped' })
    await kontuar.runJobs()
    expect(await get(body.id)).toMatchObject({ state: 'stopped', result: null })
  })

  test('stopped while it runs it ends at its next step', async () => {
    const { body } = await start(low)
    let asked = 0
    const db2: Database = { ...db(), report: async (org, work) => {
      if (++asked === 3) await kontuar.ask('POST', `/alert-back-tests/${body.id}/stop`, undefined, manager)
      return db().report(org, work)
    } }
    await expect(backTest(db2, orgId(), body.id).catch((error: unknown) => { throw new Error((error as Error).constructor.name) })).rejects.toThrow('WalkEnded')
    expect(await get(body.id)).toMatchObject({ state: 'stopped', result: null })
    await kontuar.runJobs()
  })

  test('killed it is taken up by a successor from what had been gathered, and finds the same', async () => {
    const whole = await run(low)
    const { body } = await start(low)
    let asked = 0
    const dying: Database = { ...db(), report: (org, work) => (++asked > 8 ? Promise.reject(new Error('killed')) : db().report(org, work)) }
    await expect(backTest(dying, orgId(), body.id)).rejects.toThrow('killed')
    const [kept] = await db().read(orgId(), (tx) => tx.query<{ n: number }>(`select jsonb_array_length(gathered->'items') as n from alert_back_test where org_id = $1 and id = $2`, [tx.orgId, body.id]))
    expect(kept!.n).toBeGreaterThan(0)
    let strides = 0
    await backTest({ ...db(), report: (org, work) => { strides++; return db().report(org, work) } }, orgId(), body.id)
    expect(strides).toBeLessThan(13)
    const { result } = await get(body.id)
    expect(result!.alarms).toBe(whole.alarms)
    expect(result!.items.map((i) => i.answerId)).toEqual(whole.items.map((i) => i.answerId))
    await kontuar.runJobs()
  })

  test('more than three at once are refused, and so are those of others', async () => {
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await start(low)).body.id)
    expect((await start(low)).body).toMatchObject({ code: 'cannot-do' })
    expect((await kontuar.ask('GET', `/alert-back-tests/${ids[0]}`, undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).status).toBe(404)
    expect((await kontuar.ask('POST', `/alert-back-tests/${ids[0]}/stop`, undefined, await kontuar.tokenOf('administrator', kontuar.orgB))).status).toBe(404)
    expect((await kontuar.ask('GET', '/alert-back-tests/nonsense', undefined, manager)).status).toBe(404)
    expect((await start(low, { months: 25 })).status).toBe(400)
    for (const id of ids) await kontuar.ask('POST', `/alert-back-tests/${id}/stop`, undefined, manager)
    await kontuar.runJobs()
  })
})
