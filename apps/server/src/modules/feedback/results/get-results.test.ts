// Guards what stands on the screen of a survey besides plain counts: figures and their change, roads and the funnel with unconfirmed clicks
// apart, where people drop out, what we recorded against what was said, and the words of the reader.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SurveyDefinition } from '@kontuar/survey'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { noteFacts, noteSteps, type InvitationStep } from '../counting/index.ts'
import { buildSurvey, countedOnce, definition } from '../counting/testing.ts'
import { figureOf } from './figure.ts'
import { getResults } from './get-results.ts'
import { getTrend, spansOf } from './get-trend.ts'
import { getSurveyToRead, scopeOf } from './scope.ts'
import { solvedAgainstSaid } from './solved-against-said.ts'

let kontuar: TestKontuar
let org: number
let staffId: string
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const read = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.read(org, work)
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  staffId = kontuar.orgA.staff.manager.staffId
})
afterAll(() => kontuar.stop())

type Query = Parameters<typeof scopeOf>[1]
const results = (id: string, query: Query = {}) => read(async (tx) => getResults(tx, await getSurveyToRead(tx, id, staffId), scopeOf(id, query, false)))
const note = (surveyId: string, day: string, counted: Record<string, string[]>, times = 1) => write((tx) => noteFacts(tx, Array.from({ length: times }, () => ({ ...countedOnce({ surveyId, day, counted }), weight: 1 as const }))))
const question = (type: 'nps' | 'csat' | 'ces' | 'stars' | 'faces' | 'text', more: object = {}) => ({ id: 'q', type, title: { pl: 'Pytanie' }, ...more })
const histogram = (of: Record<number, number>) => new Map(Object.entries(of))

describe('a figure', () => {
  test.each<[string, ReturnType<typeof question>, Record<number, number>, number, Record<string, number>]>([
    ['NPS', question('nps'), { 10: 3, 9: 2, 8: 2, 7: 1, 6: 1, 0: 1 }, 30, { promoters: 5, passives: 3, detractors: 2 }],
    ['CSAT of five', question('csat'), { 5: 3, 4: 1, 3: 4 }, 0.5, { satisfied: 4, rest: 4 }],
    ['CSAT of three', question('csat', { points: 3 }), { 3: 3, 2: 3 }, 0.5, { satisfied: 3, rest: 3 }],
    ['CSAT of ten', question('csat', { points: 10 }), { 10: 1, 9: 1, 8: 1, 7: 5 }, 0.375, { satisfied: 3, rest: 5 }],
    ['stars', question('stars'), { 5: 1, 4: 4, 1: 5 }, 0.5, { satisfied: 5, rest: 5 }],
    ['faces of three', question('faces', { points: 3 }), { 3: 6, 1: 2 }, 0.75, { satisfied: 6, rest: 2 }],
    ['CES of seven', question('ces'), { 7: 2, 6: 1, 5: 1, 4: 4 }, 0.5, { satisfied: 4, rest: 4 }],
    ['CES the older way round', question('ces', { reversed: true }), { 1: 2, 2: 1, 3: 1, 4: 4 }, 0.5, { satisfied: 4, rest: 4 }],
  ])('of %s is as numbers define it', (_name, asked, given, value, parts) => {
    const figure = figureOf(asked, histogram(given))!
    expect(figure).toMatchObject({ value, parts, shown: true, n: Object.values(given).reduce((a, b) => a + b, 0) })
    expect(figure.interval!.low).toBeLessThan(value)
    expect(figure.interval!.high).toBeGreaterThan(value)
  })

  test('of four answers is n alone, of nobody too, and a text has none', () => {
    expect(figureOf(question('nps'), histogram({ 10: 4 }))).toMatchObject({ n: 4, shown: false, shownFrom: 5, value: 100, mean: 10 })
    expect(figureOf(question('nps'), new Map())).toMatchObject({ n: 0, value: null, shown: false })
    expect(figureOf(question('text'), new Map([['~text', 9]]))).toBeNull()
  })

  test('leaves out what lies on no point of its scale', () => {
    expect(figureOf(question('csat'), new Map([['5', 5], ['9', 3], ['~text', 2]]))).toMatchObject({ n: 5, value: 1 })
  })
})

describe('a change', () => {
  test('beside the period of the same length before is real only where chance is excluded', async () => {
    const id = await write((tx) => buildSurvey(tx))
    await note(id, '2030-01-08', { '~': ['finished'], nps: ['10'] }, 6)
    await note(id, '2030-01-09', { '~': ['finished'], nps: ['0'] }, 4)
    await note(id, '2030-01-10', { '~': ['finished'], nps: ['10'] }, 4)
    await note(id, '2030-01-11', { '~': ['finished'], nps: ['0'] }, 6)
    const few = await results(id, { from: '2030-01-10', until: '2030-01-11' })
    expect(few.figure).toMatchObject({ value: -20, n: 10 })
    expect(few.before).toMatchObject({ figure: { value: 20, n: 10 }, change: -40, real: false })
    await note(id, '2030-01-08', { '~': ['finished'], nps: ['10'] }, 300)
    await note(id, '2030-01-11', { '~': ['finished'], nps: ['0'] }, 300)
    expect((await results(id, { from: '2030-01-10', until: '2030-01-11' })).before).toMatchObject({ real: true })
    expect((await results(id)).before).toBeNull()
    expect((await results(id, { from: '2030-01-08', until: '2030-01-09' })).before).toBeNull()
  })

  test('of shares has Newcombe’s interval', async () => {
    const asked: SurveyDefinition = { ...definition, questions: [question('csat')] }
    const id = await write((tx) => buildSurvey(tx, { definition: asked }))
    for (const [day, satisfied, rest] of [['2030-01-09', 48, 32], ['2030-01-10', 56, 14]] as const) {
      await note(id, day, { '~': ['finished'], q: ['5'] }, satisfied)
      await note(id, day, { '~': ['finished'], q: ['1'] }, rest)
    }
    const { before } = await results(id, { from: '2030-01-10', until: '2030-01-10' })
    expect(before!.change).toBeCloseTo(0.2, 12)
    expect([before!.interval.low.toFixed(4), before!.interval.high.toFixed(4), before!.real]).toEqual(['0.0524', '0.3339', true])
  })
})

test('roads and funnel are of the invitations that left in these days; a click nobody confirmed stands apart and is no answer', async () => {
  const id = await write((tx) => buildSurvey(tx))
  const customer = newId()
  await write((tx) => tx.query(`insert into customer (org_id, id, name) values ($1, $2, 'Anna')`, [org, customer]))
  const invite = (steps: InvitationStep[], road = 'email') => write(async (tx) => {
    const invitation = newId()
    await tx.query(`insert into survey_invitation (org_id, id, survey_id, version, customer_id, road, cause, state, send_at, sent_at) values ($1, $2, $3, 1, $4, $5, 'hand', 'sent', '2030-01-10T23:30:00Z', '2030-01-10T23:30:00Z')`, [org, invitation, id, customer, road])
    for (const step of steps) {
      if (step === 'clicked' || step === 'started') await tx.query(`update survey_invitation set ${step}_at = now() where org_id = $1 and id = $2`, [org, invitation])
      await noteSteps(tx, [invitation], step)
    }
  })
  await invite(['planned', 'sent', 'opened', 'clicked', 'started', 'finished'])
  await invite(['planned', 'sent', 'opened', 'started', 'clicked'])
  await invite(['planned', 'sent', 'opened', 'clicked'])
  await invite(['planned', 'sent', 'opened', 'clicked'])
  await invite(['planned', 'sent', 'bounced'])
  await invite(['planned', 'sent', 'started', 'finished'], 'sms')
  await invite(['planned', 'suppressed:resting'])
  await invite(['planned', 'suppressed:opted-out'])
  await invite(['planned', 'suppressed:opted-out'])
  const { roads, funnel, suppressions, n } = await results(id, { from: '2030-01-11', until: '2030-01-11' })
  expect(roads).toEqual([
    { road: 'email', sent: 5, bounced: 1, delivered: 4, opened: 4, started: 2, finished: 1, answers: 0, unconfirmed: 2, rate: expect.objectContaining({ share: 0.5 }) },
    { road: 'sms', sent: 1, bounced: 0, delivered: 1, opened: 0, started: 1, finished: 1, answers: 0, unconfirmed: 0, rate: expect.objectContaining({ share: 1 }) },
  ])
  expect(funnel.map((f) => [f.step, f.n])).toEqual([['planned', 9], ['suppressed', 3], ['invited', 6], ['delivered', 5], ['opened', 4], ['started', 3], ['finished', 2]])
  expect(suppressions).toEqual({ resting: 1, 'opted-out': 2 })
  expect(n).toBe(0)
  // 23:30 in UTC is the next day in Warsaw.
  expect((await results(id, { until: '2030-01-10' })).roads).toEqual([])
})

test('people drop out at the last question they answered, and their score counts', async () => {
  const id = await write((tx) => buildSurvey(tx))
  await note(id, '2030-01-10', { '~': ['partial'], '~last': ['nps'], nps: ['9'] }, 3)
  await note(id, '2030-01-10', { '~': ['partial'], '~last': ['why'], nps: ['9'], why: ['wait'] }, 1)
  await note(id, '2030-01-10', { '~': ['finished'], nps: ['9'] }, 2)
  const { dropOut, n, partial, figure } = await results(id)
  expect({ n, partial, scored: figure!.n }).toEqual({ n: 6, partial: 4, scored: 6 })
  expect(dropOut).toEqual([{ questionId: 'nps', title: 'Czy polecisz nas?', stopped: 3 }, { questionId: 'why', title: 'Dlaczego?', stopped: 1 }])
})

test('what we recorded as solved is set against what the customer said', async () => {
  const id = await write((tx) => buildSurvey(tx))
  for (const [said, times] of [['solved high', 6], ['solved low', 2], ['not-solved low', 3], ['~none middle', 1]] as const) await note(id, '2030-01-10', { '~': ['finished'], '~said': [said] }, times)
  const table = await read(async (tx) => solvedAgainstSaid(tx, await getSurveyToRead(tx, id, staffId), scopeOf(id, {}, false)))
  expect(table).toMatchObject({
    rows: [{ result: 'solved', high: 6, middle: 0, low: 2, n: 8 }, { result: 'not-solved', low: 3, n: 3 }, { result: null, middle: 1, n: 1 }], solvedButLow: 2, solved: 8, share: { share: 0.25 },
  })
})

test('questions and options are in the words of the reader, those of earlier versions too', async () => {
  const id = await write((tx) => buildSurvey(tx))
  const newer = { ...definition, questions: [{ ...definition.questions[0]! }, { ...definition.questions[1]!, options: definition.questions[1]!.options!.slice(1) }] }
  await write(async (tx) => {
    await tx.query('insert into survey_version (org_id, survey_id, version, definition) values ($1, $2, 2, $3)', [org, id, JSON.stringify(newer)])
    await tx.query('update survey set version = 2 where org_id = $1 and id = $2', [org, id])
    await tx.query(`update staff set locale = 'en' where org_id = $1 and id = $2`, [org, staffId])
  })
  await note(id, '2030-01-10', { '~': ['finished'], nps: ['9'], why: ['wait', 'other'], text: ['~text'] }, 2)
  const { questions } = await results(id)
  expect(questions.map((q) => [q.id, q.title, q.n])).toEqual([['nps', 'Would you recommend us?', 2], ['why', 'Why?', 2], ['parts', 'How were they?', 0], ['text', 'Anything else?', 2]])
  expect(questions[1]!.distribution.map((s) => [s.label, s.n, s.share])).toEqual([['Price', 0, 0], ['Service', 0, 0], ['Waiting', 2, 1], ['Other', 2, 1]])
  await write((tx) => tx.query('update staff set locale = null where org_id = $1 and id = $2', [org, staffId]))
})

describe('a trend', () => {
  test('has weeks from Monday and months from their first, cut by the period', () => {
    expect(spansOf('2030-01-03', '2030-01-15', 'week')).toEqual([{ from: '2030-01-03', until: '2030-01-06' }, { from: '2030-01-07', until: '2030-01-13' }, { from: '2030-01-14', until: '2030-01-15' }])
    expect(spansOf('2030-01-30', '2030-03-01', 'month')).toEqual([{ from: '2030-01-30', until: '2030-01-31' }, { from: '2030-02-01', until: '2030-02-28' }, { from: '2030-03-01', until: '2030-03-01' }])
    expect(() => spansOf('1900-01-01', '2030-01-01', 'day')).toThrow(/too many points/)
  })

  test('chooses its step by the length, and shows days without an answer as such', async () => {
    const id = await write((tx) => buildSurvey(tx))
    await note(id, '2030-01-10', { '~': ['finished'], nps: ['9'] }, 5)
    await note(id, '2030-01-12', { '~': ['finished'], nps: ['0'] }, 2)
    const { step, points } = await read(async (tx) => getTrend(tx, await getSurveyToRead(tx, id, staffId), undefined, scopeOf(id, { from: '2030-01-10', until: '2030-01-12' }, false)))
    expect(step).toBe('day')
    expect(points.map((p) => [p.from, p.n, p.figure!.value, p.figure!.shown])).toEqual([['2030-01-10', 5, 100, true], ['2030-01-11', 0, null, false], ['2030-01-12', 2, -100, false]])
  })
})

test('days that do not exist, or end before they begin, are refused', () => {
  expect(() => scopeOf('s', { from: '2030-02-30' }, false)).toThrow(/no day 2030-02-30/)
  expect(() => scopeOf('s', { from: '2030-02-02', until: '2030-02-01' }, false)).toThrow(/before the first/)
})

describe('days at the edge of the calendar', () => {
  const paths = (query: string) => ['results', 'breakdown', 'trend', 'solved-against-said'].map((what) => `/surveys/${survey}/${what}?${what === 'breakdown' ? 'by=location&' : ''}${query}`)
  let survey: string
  beforeAll(async () => { survey = await write((tx) => buildSurvey(tx)) })

  test.each(['from=9999-12-31', 'until=9999-12-31', 'from=0001-01-01', 'from=1000-01-01', 'until=0000-01-01', 'from=1969-12-31', 'until=2201-01-01', 'from=2026-02-30', 'from=2026-03-02&until=2026-03-01'])('?%s is refused with a sentence', async (query) => {
    for (const path of [...paths(query), `/answers?surveyId=${survey}&${query}`, `/answers?${query}`, `/answers.csv?${query}`]) {
      expect(await kontuar.ask('GET', path), path).toMatchObject({ status: 400, body: { code: 'invalid-input', detail: expect.stringMatching(/check the year|There is no day|exchange them/) } })
    }
  })

  test('the first and the last that are taken are counted with', async () => {
    for (const query of ['from=1970-01-01&until=2200-12-31', 'from=2200-12-31', 'until=1970-01-01', 'until=2200-12-31']) {
      for (const path of paths(query)) {
        const answer = await kontuar.ask('GET', path)
        expect(path.includes('/trend') ? [200, 422] : [200], `${path} ${answer.text}`).toContain(answer.status)
      }
    }
  })
})
