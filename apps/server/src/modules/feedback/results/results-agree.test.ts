// Guards that every number is right and opens its rows: the sums and the facts agree with a count by hand after any happenings, for whoever
// looks, and /answers gives as many rows as the number says.
import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { netPromoterScore } from '@kontuar/statistics'
import { startTestKontuar, type TestKontuar } from '../../../app/testing.ts'
import { viewer, type Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { newId } from '../../../platform/id.ts'
import { nothingThen, takeAnswer } from '../answering/index.ts'
import { changeAnswer } from '../answers/change-answer.ts'
import { listAnswers, type AnswersQuery } from '../answers/list-answers.ts'
import { tallyFacts } from '../counting/tally-facts.ts'
import { buildSurvey, definition } from '../counting/testing.ts'
import { getBreakdown } from './get-breakdown.ts'
import { getResults } from './get-results.ts'
import { getTrend } from './get-trend.ts'
import { readSums } from './read-sums.ts'
import { getSurveyToRead, scopeOf } from './scope.ts'

let kontuar: TestKontuar
let org: number
let queues: string[]
let locations: string[]
let staff: string[]
let restricted: string
let actor: Actor
const write = <T>(work: (tx: Tx) => Promise<T>) => kontuar.platform.db.write(org, work)
const read = <T>(who: string | null, work: (tx: Tx) => Promise<T>) => viewer.run(who, () => kontuar.platform.db.read(org, work))

beforeAll(async () => {
  kontuar = await startTestKontuar()
  org = kontuar.orgA.orgId
  queues = (await kontuar.ask('GET', '/queues')).body.items.slice(0, 2).map((q: { id: string }) => q.id)
  locations = await Promise.all(['Kraków', 'Gdańsk'].map(async (name) => (await kontuar.ask('POST', '/locations', { name })).body.id as string))
  staff = [kontuar.orgA.staff.manager.staffId, kontuar.orgA.staff.observer.staffId]
  restricted = kontuar.orgA.staff.agent.staffId
  actor = { kind: 'session', orgId: org, staffId: staff[0]!, userId: '', name: 'Ola', role: 'manager', permissions: new Set(), access: 'everything', credentialId: '' }
  const answer = await kontuar.ask('PUT', `/staff/${restricted}/access`, { access: 'granted', queueIds: [queues[0]], locationIds: [locations[0]] })
  if (answer.status !== 200) throw new Error(answer.text)
})
afterAll(() => kontuar.stop())

const given = fc.record({
  day: fc.integer({ min: 1, max: 80 }), hour: fc.constantFrom(0, 12, 23), road: fc.constantFrom('api', 'agent', 'kiosk'), language: fc.constantFrom('pl', 'en', 'ru'), channel: fc.constantFrom('call', 'email', null),
  queue: fc.constantFrom(0, 1, null), location: fc.constantFrom(0, 1, null), staff: fc.constantFrom(0, 1, null), nps: fc.option(fc.integer({ min: 0, max: 10 }), { nil: null }), why: fc.subarray(['wait', 'price', 'staff']),
  shop: fc.constantFrom('good', 'bad', null), text: fc.constantFrom('Długo czekałam.', null), finished: fc.boolean(),
})
type Given = typeof given extends fc.Arbitrary<infer G> ? G : never
interface Told { id: string; given: Given; invalid: boolean }
const valuesOf = (g: Given) => ({ ...(g.nps === null ? {} : { nps: g.nps }), ...(g.why.length === 0 ? {} : { why: g.why }), ...(g.shop === null ? {} : { parts: { shop: g.shop } }), ...(g.text === null ? {} : { text: g.text }) })
/** Of the year, so until 21 March. */
const dayOf = (g: Given) => Temporal.PlainDate.from('2029-12-31').add({ days: g.day }).toString()

/** Of an hour in Warsaw, which is one ahead of UTC in January: the first and last hour of a day lie in another day of UTC. */
async function put(surveyId: string, g: Given): Promise<Told> {
  const { answerId } = await write((tx) => takeAnswer(tx, {
    survey: { id: surveyId, standing: { state: 'active', anonymous: false, version: 1, quota: null, tooEarly: false, tooLate: false, retired: false }, timeZone: 'Europe/Warsaw' }, version: 1, definition, road: g.road as 'api', key: newId(), customerName: '',
    about: { ...nothingThen, queueId: g.queue === null ? null : queues[g.queue]!, locationId: g.location === null ? null : locations[g.location]!, staffId: g.staff === null ? null : staff[g.staff]!, channel: g.channel },
    language: g.language, values: valuesOf(g), finished: g.finished, at: new Date(Date.UTC(2030, 0, g.day, g.hour - 1, 30)), imported: false, mustBeOpen: false,
  }))
  return { id: answerId, given: g, invalid: false }
}
const seenBy = (who: string | null, { given: g }: Told) => who === null || (g.queue !== 1 && g.location !== 1)

const filters: { query: AnswersQuery; fits: (g: Given) => boolean }[] = []
const filter = (query: () => AnswersQuery, fits: (g: Given) => boolean) => filters.push({ get query() { return query() }, fits })
filter(() => ({}), () => true)
filter(() => ({ from: '2030-01-05', until: '2030-01-31' }), (g) => g.day >= 5 && g.day <= 31)
filter(() => ({ from: '2030-01-20', until: '2030-03-11' }), (g) => g.day >= 20 && g.day <= 70)
filter(() => ({ from: '2030-02-01', until: '2030-02-28' }), (g) => g.day >= 32 && g.day <= 59)
filter(() => ({ from: '2030-02-03' }), (g) => g.day >= 34)
filter(() => ({ until: '2030-03-01' }), (g) => g.day <= 60)
filter(() => ({ locationId: locations[0]! }), (g) => g.location === 0)
filter(() => ({ locationId: 'none', from: '2030-01-03' }), (g) => g.location === null && g.day >= 3)
filter(() => ({ locationId: locations[1]!, from: '2030-01-31', until: '2030-03-01' }), (g) => g.location === 1 && g.day >= 31 && g.day <= 60)
filter(() => ({ road: 'kiosk' }), (g) => g.road === 'kiosk')
filter(() => ({ language: 'ru', until: '2030-02-12' }), (g) => g.language === 'ru' && g.day <= 43)
filter(() => ({ channel: 'call' }), (g) => g.channel === 'call')
filter(() => ({ staffId: staff[1]! }), (g) => g.staff === 1)
filter(() => ({ queueId: queues[0]!, staffId: staff[0]! }), (g) => g.queue === 0 && g.staff === 0)
filter(() => ({ road: 'api', language: 'pl', from: '2030-01-02', until: '2030-02-18' }), (g) => g.road === 'api' && g.language === 'pl' && g.day >= 2 && g.day <= 49)

const count = (values: (string | null)[]) => Object.fromEntries([...Map.groupBy(values.filter((v) => v !== null), (v) => v)].map(([value, of]) => [value, of.length]))
const shown = (shares: { value: string; n: number }[]) => Object.fromEntries(shares.filter((s) => s.n > 0).map((s) => [s.value, s.n]))

async function expectRight(surveyId: string, told: readonly Told[]) {
  for (const who of [null, restricted]) {
    for (const { query, fits } of filters) {
      const mine = told.filter((t) => !t.invalid && seenBy(who, t) && fits(t.given))
      const results = await read(who, async (tx) => getResults(tx, await getSurveyToRead(tx, surveyId, staff[0]!), scopeOf(surveyId, query, who !== null)))
      const what = JSON.stringify({ who, query })
      expect(results.n, what).toBe(mine.length)
      expect(results.partial, what).toBe(mine.filter((t) => !t.given.finished).length)
      const scores = mine.flatMap((t) => t.given.nps ?? [])
      expect(results.figure?.n, what).toBe(scores.length)
      const nps = netPromoterScore({ promoters: scores.filter((s) => s >= 9).length, passives: scores.filter((s) => s === 7 || s === 8).length, detractors: scores.filter((s) => s <= 6).length })
      expect(results.figure?.value, what).toBe(nps?.score ?? null)
      expect(results.figure?.shown, what).toBe(scores.length >= 5)
      const question = (id: string) => results.questions.find((q) => q.id === id)!
      expect(shown(question('nps').distribution), what).toEqual(count(scores.map(String)))
      expect(shown(question('why').distribution), what).toEqual(count(mine.flatMap((t) => t.given.why)))
      expect(question('why').n, what).toBe(mine.filter((t) => t.given.why.length > 0).length)
      expect(shown(question('parts').rows![0]!.distribution), what).toEqual(count(mine.map((t) => t.given.shop)))
      expect(question('text').n, what).toBe(mine.filter((t) => t.given.text !== null).length)
      expect(results.roads.reduce((n, r) => n + r.answers, 0), what).toBe(mine.length)

      const rows = await read(who, (tx) => listAnswers(tx, { ...query, surveyId, limit: 200 }, who !== null))
      expect(rows.items.map((i) => i.id).sort(), what).toEqual(mine.map((t) => t.id).sort())
      for (const { value, n } of [...question('nps').distribution, ...question('why').distribution].filter((s) => s.n > 0).slice(0, 3)) {
        const id = question('nps').distribution.some((s) => s.value === value) ? 'nps' : 'why'
        expect((await read(who, (tx) => listAnswers(tx, { ...query, surveyId, question: id, value, limit: 200 }, who !== null))).items, `${what} ${id} ${value}`).toHaveLength(n)
      }
      // Twice the same dimension, or as one who sees only a part, is read from the facts, and must be the same.
      const scope = scopeOf(surveyId, query, who !== null)
      const ids = ['~', '~answered', '~road', '~last', ...definition.questions.map((q) => q.id)]
      const sort = (sums: { question: string; value: string; group: string; n: number }[]) => sums.map((s) => `${s.question} ${s.value} ${s.group} ${s.n}`).sort()
      for (const grouping of ['none', 'day', 'location', 'staff'] as const) {
        const [near, far] = await read(who, (tx) => Promise.all([readSums(tx, scope, ids, grouping), readSums(tx, { ...scope, where: [...scope.where, ...scope.where], restricted: scope.restricted || scope.where.length === 0 }, ids, grouping)]))
        if (who === null) expect(sort(far), `${what} ${grouping}`).toEqual(sort(near))
      }
    }
    for (const by of ['location', 'staff', 'queue', 'road', 'language', 'channel', 'version'] as const) {
      const { rows } = await read(who, async (tx) => getBreakdown(tx, await getSurveyToRead(tx, surveyId, staff[0]!), by, scopeOf(surveyId, {}, who !== null)))
      expect(rows.reduce((n, r) => n + (r.n ?? 0), 0), by).toBe(told.filter((t) => !t.invalid && seenBy(who, t)).length)
      expect(rows.map((r) => r.name), by).not.toContain(undefined)
    }
    const { points } = await read(who, async (tx) => getTrend(tx, await getSurveyToRead(tx, surveyId, staff[0]!), 'week', scopeOf(surveyId, { from: '2030-01-01', until: '2030-01-31' }, who !== null)))
    expect(points.map((p) => p.from)).toEqual(['2030-01-01', '2030-01-07', '2030-01-14', '2030-01-21', '2030-01-28'])
    for (const p of points) expect(p.n).toBe(told.filter((t) => !t.invalid && seenBy(who, t) && dayOf(t.given) >= p.from && dayOf(t.given) <= p.until).length)
  }
}

test('after any answers, invalidations and restorations, tallied or not, every number is the count by hand and opens just its rows', async () => {
  await fc.assert(fc.asyncProperty(fc.array(given, { minLength: 12, maxLength: 30 }), fc.array(fc.record({ at: fc.nat(), kind: fc.constantFrom('invalid', 'restore', 'tally') }), { maxLength: 10 }), async (answers, happenings) => {
    const surveyId = await write((tx) => buildSurvey(tx))
    const told: Told[] = []
    for (const g of answers) if (Object.keys(valuesOf(g)).length > 0) told.push(await put(surveyId, g))
    if (told.length === 0) return
    for (const { at, kind } of happenings) {
      const one = told[at % told.length]!
      if (kind === 'tally') await write((tx) => tallyFacts(tx, 5))
      else {
        one.invalid = kind === 'invalid'
        await write((tx) => changeAnswer(tx, actor, one.id, { invalid: one.invalid ? { reason: 'Test' } : null }))
      }
    }
    await expectRight(surveyId, told)
  }), { numRuns: 4 })
}, 120_000)
