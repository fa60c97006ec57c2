// Guards the law of counting: at every moment, whoever writes, tallies or dies, tally + waiting facts = sum over all facts.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { countedCells, dimensions, memberCells } from './cells.ts'
import { healTally } from './heal-tally.ts'
import { checkTallies, checkTally, sweepFacts, tallyFacts as tallyJob } from './jobs.ts'
import { noteFacts, type Counted } from './note-facts.ts'
import { tallyFacts } from './tally-facts.ts'
import { buildSurvey, countedOnce } from './testing.ts'

let kontuar: TestKontuar
let org: number
beforeAll(async () => { kontuar = await startTestKontuar(); org = kontuar.orgA.orgId })
afterAll(() => kontuar.stop())

const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const tallyAll = async () => { while ((await write((tx) => tallyFacts(tx))) !== 0) { /* until nothing waits */ } }

type Cells = Record<string, number>
const cellsIn = (rows: { key: string; n: number }[]): Cells => Object.fromEntries(rows.filter((r) => Number(r.n) !== 0).map((r) => [r.key, Number(r.n)]))
const key = `concat_ws('|', dimension, member, question_id, value, day)`
const expanded = (facts: string) => `select d.dimension, d.member, q.question_id, q.value, f.day, f.weight as n from ${facts} cross join lateral ${memberCells} cross join lateral ${countedCells}`

/** One statement, as readers do it. */
const read = async (survey: string): Promise<Cells> => cellsIn(await kontuar.platform.db.read(org, (tx) => tx.query<{ key: string; n: number }>(
  `select ${key} as key, sum(n) as n from (
     select dimension, member, question_id, value, day, n from feedback_tally where org_id = $1 and survey_id = $2 and dimension not like '%/month'
     union all ${expanded('(select f.* from feedback_fact_waiting w join feedback_fact f on f.org_id = w.org_id and f.id = w.fact_id where w.org_id = $1 and f.survey_id = $2) f')}) c group by 1`, [org, survey])))

/** Sums by month that are not those of their days. */
const wrongMonths = (survey: string) => kontuar.platform.db.read(org, (tx) => tx.query(
  `select dimension, member, question_id, value, month, sum(n) from (
     select dimension || '/month' as dimension, member, question_id, value, date_trunc('month', day)::date as month, n from feedback_tally where org_id = $1 and survey_id = $2 and dimension not like '%/month'
     union all select dimension, member, question_id, value, day, -n from feedback_tally where org_id = $1 and survey_id = $2 and dimension like '%/month') c group by 1, 2, 3, 4, 5 having sum(n) <> 0`, [org, survey]))

/** By hand, from what was noted. */
function truth(facts: readonly (Counted & { weight: 1 | -1 })[]): Cells {
  const cells = new Map<string, number>()
  const add = (dimension: string, member: string, question: string, value: string, day: string, n: number) => {
    const at = [dimension, member, question, value, day].join('|')
    cells.set(at, (cells.get(at) ?? 0) + n)
  }
  for (const f of facts) {
    const members: [string, string | null][] = [['road', f.road], ['channel', f.channel], ['language', f.language], ['version', f.version === null ? null : String(f.version)], ['staff', f.staffId], ['team', f.teamId], ['queue', f.queueId], ['location', f.locationId], ['touchpoint', f.touchpointId]]
    for (const [dimension, member] of [['all', ''] as [string, string], ...members.map(([d, m]) => [d, m ?? '~none'] as [string, string])]) {
      for (const [question, values] of Object.entries(f.counted)) {
        for (const value of values) add(dimension, member, question === '~' && f.answerId === null ? '~step' : question, value, f.day, f.weight)
        if (!question.startsWith('~') && values.length > 0) add(dimension, member, '~answered', question, f.day, f.weight)
      }
      for (const value of f.counted['~'] ?? []) add(dimension, member, '~road', `${f.road ?? '~none'} ${f.answerId === null ? value : 'answer'}`, f.day, f.weight)
    }
  }
  return Object.fromEntries([...cells].filter(([, n]) => n !== 0))
}

const places = [newId(), newId()]
const answer = fc.record({
  day: fc.constantFrom('2030-01-10', '2030-01-31', '2030-02-01'), road: fc.constantFrom('email', 'qr', null), channel: fc.constantFrom('call', null), language: fc.constantFrom('pl', 'ru'), locationId: fc.constantFrom(...places, null),
  nps: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), why: fc.subarray(['wait', 'price', 'other']), text: fc.boolean(), finished: fc.boolean(),
})
type Given = typeof answer extends fc.Arbitrary<infer A> ? A : never
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answer' as const), given: answer }) },
  fc.record({ kind: fc.constant('change' as const), which: fc.nat(), given: answer }),
  fc.record({ kind: fc.constant('invalidate' as const), which: fc.nat() }),
  fc.record({ kind: fc.constant('step' as const), given: answer, value: fc.constantFrom('sent', 'opened', 'suppressed:rest') }),
  fc.record({ kind: fc.constant('dies' as const), given: answer }),
  fc.record({ kind: fc.constant('tally' as const), atMost: fc.integer({ min: 1, max: 5 }) }),
  fc.record({ kind: fc.constant('tallyDies' as const) }),
)
const countedOf = ({ nps, why, text, finished }: Given) => ({
  ...(nps === null ? {} : { nps: [String(nps)] }), ...(why.length === 0 ? {} : { why }), ...(text ? { text: ['~text'] } : {}), '~': [finished ? 'finished' : 'partial'], ...(finished || nps === null ? {} : { '~last': ['nps'] }),
})
const factOf = (surveyId: string, given: Given, more: Partial<Counted> = {}): Counted => {
  const { day, road, channel, language, locationId } = given
  return countedOnce({ surveyId, day, road, channel, language, locationId, counted: countedOf(given), ...more })
}
class Death extends Error {}

describe('tally + waiting facts', () => {
  test('are the sum of all facts after every happening: answers, changes, invalidations, steps, interleaved tallies, transactions that die', async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const survey = await write((tx) => buildSurvey(tx))
      const facts: (Counted & { weight: 1 | -1 })[] = []
      const answers: (Counted | null)[] = []
      const note = async (...noted: (Counted & { weight: 1 | -1 })[]) => { await write((tx) => noteFacts(tx, noted)); facts.push(...noted) }
      for (const s of steps) {
        const at = 'which' in s && answers.length > 0 ? s.which % answers.length : -1
        const known = answers[at] ?? null
        if (s.kind === 'answer') {
          answers.push(factOf(survey, s.given))
          await note({ ...answers.at(-1)!, weight: 1 })
        } else if (s.kind === 'change' && known !== null) {
          answers[at] = factOf(survey, s.given, { answerId: known.answerId!, day: known.day })
          await note({ ...known, weight: -1 }, { ...answers[at], weight: 1 })
        } else if (s.kind === 'invalidate' && known !== null) {
          await note({ ...known, weight: -1 })
          answers[at] = null
        } else if (s.kind === 'step') await note({ ...factOf(survey, s.given, { answerId: null, counted: { '~': [s.value] } }), weight: 1 })
        else if (s.kind === 'dies') await write(async (tx) => { await noteFacts(tx, [{ ...factOf(survey, s.given), weight: 1 }]); throw new Death() }).catch((e: unknown) => { if (!(e instanceof Death)) throw e })
        else if (s.kind === 'tally') await write((tx) => tallyFacts(tx, s.atMost))
        else if (s.kind === 'tallyDies') await write(async (tx) => { await tallyFacts(tx); throw new Death() }).catch((e: unknown) => { if (!(e instanceof Death)) throw e })
        expect(await read(survey)).toEqual(truth(facts))
      }
      expect(await wrongMonths(survey)).toEqual([])
      await tallyAll()
      expect(await read(survey)).toEqual(truth(facts))
      for (const dimension of dimensions) expect(await write((tx) => healTally(tx, survey, dimension))).toBe(0)
    }), { numRuns: 25 })
  })

  test('with many writers, two workers and readers at once', async () => {
    const survey = await write((tx) => buildSurvey(tx))
    const facts: (Counted & { weight: 1 | -1 })[] = []
    const given = fc.sample(answer, { numRuns: 120, seed: 7 })
    let writing = true
    const writers = [0, 1, 2].map(async (w) => {
      for (let i = w; i < given.length; i += 3) {
        const fact = factOf(survey, given[i]!)
        const noted = [{ ...fact, weight: 1 as const }, ...(i % 7 === 0 ? [{ ...fact, weight: -1 as const }] : [])]
        if (i % 11 === 0) { await write(async (tx) => { await noteFacts(tx, noted); throw new Death() }).catch(() => {}); continue }
        await write((tx) => noteFacts(tx, noted))
        facts.push(...noted)
      }
    })
    const workers = [0, 1].map(async () => { while (writing) await write((tx) => tallyFacts(tx, 9)) })
    const reader = (async () => {
      // n only rises here by what was committed: what a reader sees lies between what was there before and after its look.
      while (writing) {
        const before = sumOf(truth(facts))
        const seen = sumOf(await read(survey))
        expect(seen).toBeGreaterThanOrEqual(before - 1)
      }
    })()
    await Promise.all(writers)
    writing = false
    await Promise.all([...workers, reader])
    expect(await read(survey)).toEqual(truth(facts))
    await tallyAll()
    expect(await read(survey)).toEqual(truth(facts))
  })
})
const sumOf = (cells: Cells) => Object.entries(cells).filter(([k]) => k.startsWith('all||~|')).reduce((n, [, v]) => n + v, 0)

test('the sums over the members of a dimension are the sum over all', async () => {
  const survey = await write((tx) => buildSurvey(tx))
  await write((tx) => noteFacts(tx, fc.sample(answer, { numRuns: 60, seed: 3 }).map((g) => ({ ...factOf(survey, g), weight: 1 as const }))))
  await tallyAll()
  const rows = await kontuar.platform.db.read(org, (tx) => tx.query<{ dimension: string; cells: Cells }>(
    `select dimension, jsonb_object_agg(k, n) as cells from (select dimension, concat_ws('|', question_id, value, day) as k, sum(n)::int as n from feedback_tally where org_id = $1 and survey_id = $2 and dimension not like '%/month' group by 1, 2) x group by 1`, [org, survey]))
  expect(rows).toHaveLength(10)
  expect(await wrongMonths(survey)).toEqual([])
  for (const { dimension, cells } of rows) expect(cells, dimension).toEqual(rows[0]!.cells)
})

test('the job of the minute leaves nothing waiting, and orders another look where much came', async () => {
  const survey = await write((tx) => buildSurvey(tx))
  const one = fc.sample(answer, { numRuns: 1, seed: 5 })[0]!
  await write((tx) => noteFacts(tx, Array.from({ length: 600 }, () => ({ ...factOf(survey, one), weight: 1 as const }))))
  await sweepFacts(kontuar.platform).handle({ orgId: org }, { attempt: 1, maxAttempts: 1 })
  await tallyJob(kontuar.platform).handle({ orgId: org }, { attempt: 1, maxAttempts: 1 })
  expect((await kontuar.platform.db.read(org, (tx) => tx.query('select 1 from feedback_fact_waiting where org_id = $1', [org]))).length).toBe(0)
  expect((await read(survey))[`all||~|${one.finished ? 'finished' : 'partial'}|${one.day}`]).toBe(600)
})

test('sums that are wrong are mended in the night, logged and told; what waits meanwhile is not counted twice', async () => {
  const survey = await write((tx) => buildSurvey(tx))
  const facts = fc.sample(answer, { numRuns: 30, seed: 11 }).map((g) => ({ ...factOf(survey, g), weight: 1 as const }))
  await write((tx) => noteFacts(tx, facts.slice(0, 20)))
  await tallyAll()
  await write((tx) => noteFacts(tx, facts.slice(20)))
  await write(async (tx) => {
    await tx.query(`update feedback_tally set n = n + 3 where org_id = $1 and survey_id = $2 and dimension = 'road' and question_id = '~'`, [org, survey])
    await tx.query(`delete from feedback_tally where org_id = $1 and survey_id = $2 and dimension = 'location' and question_id = '~answered'`, [org, survey])
    await tx.query(`insert into feedback_tally values ($1, $2, 'all', '', 'nps', '11', '2030-01-01', 5)`, [org, survey])
    await tx.query(`update feedback_tally set n = n + 1 where org_id = $1 and survey_id = $2 and dimension = 'language/month' and question_id = '~'`, [org, survey])
  })
  await checkTallies(kontuar.platform).handle({ orgId: org }, { attempt: 1, maxAttempts: 1 })
  await checkTally(kontuar.platform).handle({ orgId: org, surveyId: survey }, { attempt: 1, maxAttempts: 1 })
  expect(await read(survey)).toEqual(truth(facts))
  const events = await kontuar.platform.db.read(org, (tx) => tx.query<{ dimension: string }>(`select detail->>'dimension' as dimension from event where org_id = $1 and name = 'feedback.tallyHealed' and ids->>'surveyId' = $2 order by 1`, [org, survey]))
  expect(events.map((e) => e.dimension)).toEqual(['all', 'language', 'location', 'road'])
  expect(await wrongMonths(survey)).toEqual([])
  for (const dimension of dimensions) expect(await write((tx) => healTally(tx, survey, dimension))).toBe(0)
})
