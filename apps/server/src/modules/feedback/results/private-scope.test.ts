// Guards anonymous surveys. The reader asks for whatever they like at one moment and subtracts: nothing they get may be of fewer than five.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { nothingThen, takeAnswer } from '../answering/index.ts'
import { getAnswer } from '../answers/get-answer.ts'
import { listAnswers, type AnswersQuery } from '../answers/list-answers.ts'
import { createQuote } from '../answers/quotes.ts'
import { buildSurvey, definition } from '../counting/testing.ts'
import { getBreakdown } from './get-breakdown.ts'
import { getResults } from './get-results.ts'
import { getTrend, spansOf } from './get-trend.ts'
import { blocksOf } from './private-scope.ts'
import { getSurveyToRead, scopeOf } from './scope.ts'

let kontuar: TestKontuar
let org: number
let locations: string[]
let staffId: string
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const read = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.read(org, work)
beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  staffId = kontuar.orgA.staff.manager.staffId
  locations = await Promise.all(['Kraków', 'Gdańsk', 'Łódź'].map(async (name) => (await kontuar.ask('POST', '/locations', { name })).body.id as string))
})
afterAll(() => kontuar.stop())

interface Said { day: number; nps?: number; text?: string; location?: number }
const put = (surveyId: string, { day, nps, text, location }: Said) => write((tx) => takeAnswer(tx, {
  survey: { id: surveyId, standing: { state: 'active', anonymous: true, version: 1, quota: null, tooEarly: false, tooLate: false, retired: false }, timeZone: 'Europe/Warsaw' }, version: 1, definition, road: 'kiosk', key: newId(), customerName: '',
  about: { ...nothingThen, staffId, locationId: location === undefined ? null : locations[location]! }, language: 'pl', values: { ...(nps === undefined ? {} : { nps }), ...(text === undefined ? {} : { text }) }, finished: true,
  at: new Date(Date.UTC(2030, 0, day, 12)), imported: false, mustBeOpen: false,
}))
async function survey(said: readonly Said[]): Promise<string> {
  const id = await write((tx) => buildSurvey(tx, { anonymous: true }))
  for (const s of said) await put(id, s)
  return id
}
const results = (id: string, query: AnswersQuery = {}) => read(async (tx) => getResults(tx, await getSurveyToRead(tx, id, staffId), scopeOf(id, query, false)))
const list = (id: string, query: AnswersQuery = {}) => read((tx) => listAnswers(tx, { ...query, surveyId: id, limit: 200 }, false))

describe('blocks of days', () => {
  test.each<[number[], number[][]]>([
    [[5, 5], [[1, 1], [2, 2]]], [[4, 1, 5], [[1, 2], [3, 3]]], [[1, 1, 1], []], [[5, 3], [[1, 2]]], [[2, 9, 1, 4, 2], [[1, 2], [3, 5]]], [[], []],
  ])('of %j answers are %j', (counts, blocks) => {
    const days = counts.map((n, i) => ({ day: `2030-01-0${i + 1}`, n }))
    expect(blocksOf(days).map((b) => [Number(b.from.slice(-1)), Number(b.until.slice(-1))])).toEqual(blocks)
  })

  test('hold every day once and five answers each', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 28 }), (counts) => {
      const days = counts.map((n, i) => ({ day: `2030-01-${String(i + 1).padStart(2, '0')}`, n }))
      const blocks = blocksOf(days)
      const all = counts.reduce((a, b) => a + b, 0)
      for (const b of blocks) expect(b.n).toBeGreaterThanOrEqual(5)
      expect(blocks.reduce((n, b) => n + b.n, 0)).toBe(all < 5 ? 0 : all)
    }))
  })
})

test('of four answers nothing is said but that they are four; of five all', async () => {
  const id = await survey([9, 10, 3, 7].map((nps) => ({ day: 2, nps, text: 'Dobrze.' })))
  const few = await results(id)
  expect(few).toMatchObject({ n: 4, hidden: true, figure: { n: 4, value: null, shown: false, parts: {} }, dropOut: [] })
  expect(few.questions.every((q) => q.hidden && q.distribution.length === 0 && q.figure === null)).toBe(true)
  expect(await list(id)).toEqual({ items: [], next: null })
  const { answerId } = await put(id, { day: 2, nps: 10, text: 'Wspaniale.' })
  const enough = await results(id)
  expect(enough).toMatchObject({ n: 5, hidden: false, figure: { n: 5, value: 40, shown: true } })
  const { items } = await list(id)
  expect(items).toHaveLength(5)
  for (const item of items) expect(item).toMatchObject({ anonymous: true, customer: null, ticket: null, interactionId: null, staff: null, location: null, at: '2030-01-01T23:00:00.000Z' })
  expect((await read((tx) => getAnswer(tx, answerId, { staffId, restricted: false }))).comment).toBe('Wspaniale.')
})

test('one answer opened by its id says nothing while there are fewer than five, and cannot be quoted', async () => {
  const id = await survey([{ day: 3, nps: 2, text: 'Niegrzecznie.' }])
  const { answerId } = await put(id, { day: 3, nps: 2, text: 'Za drogo.' })
  expect(await read((tx) => getAnswer(tx, answerId, { staffId, restricted: false }))).toMatchObject({ comment: null, score: null, tone: null, values: {}, location: null })
  await expect(write((tx) => createQuote(tx, { orgId: org, staffId, name: 'Ola', access: 'everything' } as never, answerId, { text: 'Za drogo.' }))).rejects.toThrow(/too few/)
})

test('without its survey named an anonymous answer is in no list', async () => {
  const id = await survey(Array.from({ length: 6 }, () => ({ day: 4, nps: 9 })))
  expect((await read((tx) => listAnswers(tx, { limit: 200 }, false))).items.filter((i) => i.surveyId === id)).toEqual([])
})

test('a small cell and the one it could be had from by subtraction are hidden, in the breakdown and in every filter', async () => {
  const id = await survey([...Array.from({ length: 9 }, (_, i) => ({ day: 1 + i, nps: 9, location: 0 })), ...Array.from({ length: 7 }, (_, i) => ({ day: 1 + i, nps: 4, location: 1 })), ...Array.from({ length: 3 }, (_, i) => ({ day: 1 + i, nps: 0, location: 2 }))])
  const { rows } = await read(async (tx) => getBreakdown(tx, await getSurveyToRead(tx, id, staffId), 'location', scopeOf(id, {}, false)))
  expect(rows.map((r) => [r.name, r.n, r.figure === null])).toEqual([['Kraków', 9, false], ['Gdańsk', null, true], ['Łódź', null, true]])
  for (const hidden of [1, 2]) {
    expect(await results(id, { locationId: locations[hidden]! })).toMatchObject({ n: 0, hidden: true, roads: [] })
    expect((await list(id, { locationId: locations[hidden]! })).items).toEqual([])
  }
  // A member is read over all days, and two dimensions at once not at all.
  expect(await results(id, { locationId: locations[0]!, from: '2030-01-01', until: '2030-01-06' })).toMatchObject({ n: 9, hidden: false, from: null, until: null })
  expect((await list(id, { locationId: locations[0]!, from: '2030-01-01', until: '2030-01-06' })).items).toHaveLength(9)
  expect(await results(id, { locationId: locations[0]!, road: 'kiosk' })).toMatchObject({ n: 0, hidden: true })
  expect((await list(id, { locationId: locations[0]!, road: 'kiosk' })).items).toEqual([])
  expect((await list(id, { locationId: locations[2]!, tone: 'low' })).items).toEqual([])
})

test('two periods, asked for at one moment, differ by nobody or by at least five; a trend too, and every row opens', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ day: fc.integer({ min: 1, max: 12 }), nps: fc.integer({ min: 0, max: 10 }) }), { minLength: 1, maxLength: 22 }), async (said) => {
    const id = await survey(said)
    const days = spansOf('2030-01-01', '2030-01-12', 'day').map((s) => s.from)
    const sets: Set<string>[] = []
    for (const from of [undefined, ...days.filter((_, i) => i % 3 === 1)]) {
      for (const until of [undefined, ...days.filter((_, i) => i % 3 === 2)]) {
        if (from !== undefined && until !== undefined && from > until) continue
        const query = { ...(from === undefined ? {} : { from }), ...(until === undefined ? {} : { until }) }
        const [numbers, { items }] = [await results(id, query), await list(id, query)]
        if (numbers.hidden) expect(items).toEqual([])
        else {
          expect(items).toHaveLength(numbers.n)
          expect(numbers.n).toBeGreaterThanOrEqual(5)
        }
        sets.push(new Set(items.map((i) => i.id)))
      }
    }
    for (const a of sets) for (const b of sets) expect([1, 2, 3, 4]).not.toContain(a.difference(b).size)
    for (const step of ['day', 'week'] as const) {
      const { points } = await read(async (tx) => getTrend(tx, await getSurveyToRead(tx, id, staffId), step, scopeOf(id, {}, false)))
      for (const p of points) if (p.figure?.value !== null && p.figure !== null) expect(p.figure.n).toBeGreaterThanOrEqual(5)
      expect(points.reduce((n, p) => n + p.n, 0)).toBe(said.length < 5 ? 0 : said.length)
    }
  }), { numRuns: 4 })
}, 120_000)

test('a question that few answered is hidden though the survey is not, and also where the rest would be few', async () => {
  const id = await survey([...Array.from({ length: 8 }, (_, i) => ({ day: 1, nps: 8, ...(i < 6 ? { text: 'Tak.' } : {}) })), ...Array.from({ length: 8 }, (_, i) => ({ day: 2, nps: 8, ...(i < 2 ? { text: 'Nie.' } : {}) }))])
  const hidden = async (query: AnswersQuery) => (await results(id, query)).questions.filter((q) => q.hidden).map((q) => q.id)
  expect(await hidden({})).toEqual([])
  expect(await hidden({ until: '2030-01-01' })).toContain('text')
  expect(await hidden({ from: '2030-01-02' })).toContain('text')
  expect(await hidden({ until: '2030-01-01' })).not.toContain('nps')
})
