// Guards that a number is the same by every road: from sums with what waits for them, fact by fact, and counted by hand over all facts; that it
// opens exactly its rows; and that groups, steps and cells are the numbers of their part. For every metric of the catalogue.
import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import { openTestDatabase, type OpenedTestDatabase } from '../../../platform/db/testing.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import type { Dimension, MetricFigure, MetricQuery, MetricResult } from '@kontuar/contracts'
import { readyMadeMetrics } from '../catalogue/ready-made.ts'
import type { Metric } from '../catalogue/metric.ts'
import { measures } from '../facts/measures.ts'
import { rebuildSums } from '../sums/rebuild-sums.ts'
import { rollFacts } from '../sums/roll-facts.ts'
import { putFacts, type TestFact } from '../sums/testing.ts'
import { everybody, type Asker } from './asker.ts'
import { countByHand, standing, type Fits } from './by-hand.fixture.ts'
import { randomFacts, type Pools } from './random-facts.fixture.ts'
import { readMetric } from './read-metric.ts'
import { foreignTo } from './refuse-foreign.ts'
import { listRows } from './rows/list-rows.ts'
import { startReading } from './sources/reading.ts'
import { nextStart, startOf, type Step } from './time.ts'

let database: OpenedTestDatabase
let other: number
let pools: Pools
const zone = 'Europe/Warsaw'
const [parent, child, sibling] = [newId(), newId(), newId()]
const me = newId()

beforeAll(async () => {
  database = await openTestDatabase()
  other = await database.newOrganization()
  pools = {
    queues: [newId(), newId(), null], locations: [newId(), newId(), newId(), null], staff: [me, newId(), null], teams: [newId(), null], reasons: [parent, child, sibling, null], surveys: [newId(), newId(), null], touchpoints: [newId(), null], fieldId: newId(), options: ['gold', 'silver'],
  }
  await database.db.write(other, (tx) => putFacts(tx, fc.sample(randomFacts(pools), { numRuns: 1, seed: 1 })[0]!))
})
afterAll(() => database.close())

async function furnish(): Promise<number> {
  const org = await database.newOrganization()
  await database.db.write(org, async (tx) => {
    for (const [id, path] of [[parent, [parent]], [child, [parent, child]], [sibling, [sibling]]] as const) await tx.query('insert into reason (org_id, id, path, name) values ($1, $2, $3, $4)', [org, id, path, id])
    await tx.query(`insert into custom_field (org_id, id, subject, name, type, options) values ($1, $2, 'ticket', 'Karta', 'choice', $3)`, [org, pools.fieldId, JSON.stringify(pools.options.map((id) => ({ id, name: id })))])
  })
  return org
}

const rule = (field: string, operator: string, value: unknown) => ({ field, operator, value })
const and = (...rules: unknown[]) => ({ combinator: 'and', rules })
interface Filter { where: () => MetricQuery['where']; fits: Fits; single?: true }
const filters: Filter[] = [
  { where: () => null, fits: () => true }, { where: () => and(), fits: () => true },
  { where: () => and(rule('channel', '=', 'email')), fits: (f) => f.channel === 'email' },
  { where: () => and(rule('channel', 'in', ['phone', '@none'])), fits: (f) => f.channel === 'phone' || f.channel === null },
  { where: () => and(rule('queue', '=', pools.queues[0])), fits: (f) => f.queueId === pools.queues[0] },
  { where: () => and(rule('location', 'in', [pools.locations[0], pools.locations[2]])), fits: (f) => f.locationId === pools.locations[0] || f.locationId === pools.locations[2] },
  { where: () => and(rule('location', '!=', pools.locations[1])), fits: (f) => f.locationId !== pools.locations[1] },
  { where: () => ({ combinator: 'and', not: true, rules: [and(rule('location', 'in', [pools.locations[1]]))] }), fits: (f) => f.locationId !== pools.locations[1] },
  { where: () => and(rule('location', 'null', null)), fits: (f) => f.locationId === null },
  { where: () => and(rule('location', '=', pools.locations[0]), rule('channel', '=', 'chat')), fits: (f) => f.locationId === pools.locations[0] && f.channel === 'chat' },
  { where: () => and(rule('location', 'in', [pools.locations[0], pools.locations[1]]), rule('queue', '!=', pools.queues[1])), fits: (f) => [pools.locations[0], pools.locations[1]].includes(f.locationId) && f.queueId !== pools.queues[1] },
  { where: () => and(rule('location', '=', pools.locations[0]), rule('location', '=', pools.locations[1])), fits: () => false },
  { where: () => and(rule('reason', 'within', parent)), fits: (f) => f.reasonId === parent || f.reasonId === child },
  { where: () => and(rule('reason', '=', parent)), fits: (f) => f.reasonId === parent },
  { where: () => and(rule('staff', '=', '@me')), fits: (f) => f.staffId === me },
  { where: () => and(rule('newcomer', '=', true)), fits: (f) => f.newcomer === true }, { where: () => and(rule('newcomer', '!=', true)), fits: (f) => f.newcomer !== true },
  { where: () => and(rule('survey', '=', pools.surveys[0])), fits: (f) => f.surveyId === pools.surveys[0] }, { where: () => and(rule('survey', 'null', null)), fits: (f) => f.surveyId === null },
  { where: () => and(rule('language', '=', 'ru'), and(rule('team', '=', pools.teams[0]))), fits: (f) => f.language === 'ru' && f.teamId === pools.teams[0] },
  { where: () => ({ combinator: 'or', rules: [rule('channel', '=', 'email'), rule('language', '=', 'pl')] }), fits: (f) => f.channel === 'email' || f.language === 'pl' },
  { where: () => and(rule(`field:${pools.fieldId}`, '=', 'gold')), fits: (f) => (f.segments as Record<string, string> | null)?.[pools.fieldId] === 'gold' },
  { single: true, where: () => and(rule('weekday', 'in', [1, 7])), fits: (f) => [1, 7].includes(local(f.at).dayOfWeek) }, { single: true, where: () => and(rule('hour', '>=', 12)), fits: (f) => local(f.at).hour >= 12 },
]
const local = (at: number) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)
const cuts: { by: string; keyOf: (f: TestFact) => string | null; sparse?: true }[] = [
  { by: 'channel', keyOf: (f) => f.channel }, { by: 'queue', keyOf: (f) => f.queueId }, { by: 'location', keyOf: (f) => f.locationId }, { by: 'reason', keyOf: (f) => f.reasonId }, { by: 'staff', keyOf: (f) => f.staffId }, { by: 'team', keyOf: (f) => f.teamId },
  { by: 'language', keyOf: (f) => f.language }, { by: 'newcomer', keyOf: (f) => (f.newcomer === null ? null : String(f.newcomer)) }, { by: 'survey', keyOf: (f) => f.surveyId, sparse: true }, { by: 'field:', keyOf: (f) => (f.segments as Record<string, string> | null)?.[pools.fieldId] ?? null },
]
const periods = [
  ['2030-01-01', '2030-04-01'], ['2029-12-01', '2030-05-01'], ['2030-01-15', '2030-03-04'], ['2030-02-01', '2030-03-01'], ['2030-03-30', '2030-04-02'], ['2030-03-31T00:15:00Z', '2030-03-31T05:20:00Z'], ['2030-01-10T08:30:00+01:00', '2030-04-11T17:45:30Z'], ['2030-03-01', '2030-03-02'], ['2026-01-01', '2026-02-01'],
] as const
const steps: Step[] = ['hour', 'day', 'week', 'month']

const question = fc.record({ filter: fc.constantFrom(...filters), cut: fc.constantFrom(...cuts), period: fc.constantFrom(...periods), step: fc.constantFrom(...steps), ownOnly: fc.integer({ min: 0, max: 5 }).map((n) => n === 0) })

function close(found: number | null, truth: number | null, about: boolean, what: string) {
  if (truth === null || found === null) return expect(found, what).toBe(truth)
  if (!about) return expect(Math.abs(found - truth), `${what}: ${found} for ${truth}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(truth)))
  // A percentile from the histogram: at most 1 % off, under a second at most that second.
  expect(Math.abs(found - truth), `${what}: ${found} about ${truth}`).toBeLessThanOrEqual(truth < 1 ? 1 : 0.01 * truth)
}

function expectFigure(metric: Metric, figure: MetricFigure, facts: readonly TestFact[], what: string) {
  const truth = countByHand(metric, facts)
  expect(figure.n, `${what} n`).toBe(truth.n)
  close(figure.value, truth.value, truth.about, what)
  if (metric.open !== undefined) expect(figure.parts['open'], `${what} open`).toBe(truth.open)
  expect(figure.shown, what).toBe(truth.n >= metric.shownFrom)
  if (figure.interval !== null && metric.form.form !== 'nps') expect(figure.interval.low <= figure.value! && figure.value! <= figure.interval.high, `${what} ${JSON.stringify(figure)}`).toBe(true)
}

test('for every metric, any facts, filters, cuts and steps', async () => {
  await fc.assert(fc.asyncProperty(randomFacts(pools), fc.array(question, { minLength: 12, maxLength: 12 }), fc.constantFrom('waiting', 'some', 'rolled', 'rebuilt'), async (facts, questions, state) => {
    const org = await furnish()
    const write = <T>(work: (tx: Tx) => Promise<T>) => database.db.write(org, work)
    await write((tx) => putFacts(tx, facts.slice(0, 80)))
    if (state === 'some') await write((tx) => rollFacts(tx, 50))
    if (state === 'rebuilt') await write((tx) => rebuildSums(tx))
    await write((tx) => putFacts(tx, facts.slice(80)))
    if (state !== 'waiting') await write((tx) => rollFacts(tx, state === 'some' ? 60 : 5000))
    const net = standing(facts)
    for (const [i, metric] of readyMadeMetrics.entries()) {
      const { filter: asked, cut: cutAsked, period: [from, to], step, ownOnly } = questions[i % questions.length]!
      const mixed = foreignTo(metric).length > 0
      // How many were open cannot be asked by the hour of single facts, and what half of a figure does not have cannot be asked of it.
      const filter = mixed || (asked.single === true && metric.form.form === 'level') ? filters[0]! : asked
      const cut = mixed ? cuts.find(({ by }) => by === 'location')! : cutAsked
      const asker: Asker = { ...everybody, staffId: me, ownOnly }
      const by = cut.by === 'field:' ? `field:${pools.fieldId}` : cut.by
      const hours = step === 'hour' && Date.parse(to) - Date.parse(from) > 70 * 86_400_000
      const query = { from, to, by, step: hours ? 'day' as const : step, where: filter.where(), also: 'distribution,heat', compare: 'before' as const }
      const look = (sums: boolean) => database.db.report(org, async (tx) => readMetric({ ...(await startReading(tx, asker)), ...(sums ? {} : { sums: false }) }, metric, query))
      const [near, far] = [await look(true), await look(false)]
      const what = `${metric.name} ${state} ${JSON.stringify({ ...query, ownOnly })}`
      expect(far.read.from).toBe('facts')
      expectSame(near, far, what)

      const mine = net.filter((f) => filter.fits(f) && (!ownOnly || f.staffId === me) && (metric.where === undefined || f.channel === (metric.where.rules[0] as { value: string }).value))
      const [start, end] = [Date.parse(near.from), Date.parse(near.to)]
      const level = metric.form.form === 'level'
      const during = (a: number, b: number) => mine.filter((f) => f.at < b && (level || f.at >= a))
      const within = during(start, end)
      expectFigure(metric, near.figure, within, what)
      expectFigure(metric, near.change!.before, during(Date.parse(near.change!.from), Date.parse(near.change!.to)), `${what} before`)

      const keys = [...new Set(within.map(cut.keyOf))].filter((key) => key !== null || cut.sparse !== true)
      const wanted = keys.filter((key) => countByHand(metric, within.filter((f) => cut.keyOf(f) === key)).n > 0)
      expect(near.groups!.map((g) => String(g.key)).sort(), `${what} groups`).toEqual(wanted.map(String).sort())
      for (const group of near.groups!) expectFigure(metric, group.figure, within.filter((f) => cut.keyOf(f) === group.key), `${what} group ${group.key}`)

      expect(near.points![0]!.from).toBe(near.from)
      expect(near.points!.at(-1)!.to).toBe(near.to)
      for (const [j, point] of near.points!.entries()) {
        const [a, b] = [Date.parse(point.from), Date.parse(point.to)]
        if (j > 0) expect(a).toBe(Date.parse(near.points![j - 1]!.to))
        expect(b <= nextStart(query.step, startOf(query.step, a, zone), zone)).toBe(true)
        // Most steps are empty: those with facts and a few others are counted again.
        if (j % 7 === 0 || point.figure.n > 0) expectFigure(metric, point.figure, during(a, b), `${what} point ${point.from}`)
      }
      if (!level) {
        for (const cell of near.heat!) expectFigure(metric, cell.figure, within.filter((f) => local(f.at).dayOfWeek === cell.weekday && local(f.at).hour === cell.hour), `${what} cell ${cell.weekday} ${cell.hour}`)
        // Each fact lies in one cell; a denominator may have cells of its own.
        expect(near.heat!.reduce((n, cell) => n + cell.figure.n, 0), `${what} heat`).toBe(near.figure.n)
      }
      await expectRows(org, asker, metric, near, query.where, what)
    }
  }), { endOnFailure: process.env['RUNS'] !== undefined, numRuns: Number(process.env['RUNS'] ?? 4), ...(process.env['SEED'] === undefined ? {} : { seed: Number(process.env['SEED']) }) })
}, 600_000)

/** Both roads; sums of values were added in another order. */
function expectSame(near: MetricResult, far: MetricResult, what: string) {
  const simple = ({ figure, change, groups, points, distribution, heat }: MetricResult) => ({ figure, change, groups: groups?.toSorted((a, b) => String(a.key).localeCompare(String(b.key))), points, distribution, heat })
  const compare = (a: unknown, b: unknown, path: string) => {
    if (typeof a === 'number' && typeof b === 'number') return expect(Math.abs(a - b), `${what} ${path}: ${a} and ${b}`).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(b)))
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return expect(a, `${what} ${path}`).toEqual(b)
    expect(Object.keys(a), `${what} ${path}`).toEqual(Object.keys(b))
    for (const key of Object.keys(a)) compare((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`)
  }
  compare(simple(near), simple(far), '')
}

async function expectRows(org: number, asker: Asker, metric: Metric, { from, to, figure, distribution, heat }: MetricResult, where: MetricQuery['where'], what: string) {
  const rows = async (more: object = {}) => {
    const found = []
    let cursor: string | undefined
    do {
      const page = await database.db.report(org, async (tx) => listRows(await startReading(tx, asker), metric, { from, to, where, limit: 37, ...more, ...(cursor === undefined ? {} : { cursor }) }, new Set()))
      found.push(...page.items)
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    return found
  }
  const all = await rows()
  expect(all, `${what} rows`).toHaveLength(figure.n)
  expect(new Set(all.map((r) => r.id)).size).toBe(all.length)
  expect(all.map((r) => r.at)).toEqual(all.map((r) => r.at).toSorted().reverse())
  const numerator = figure.parts['numerator'] ?? figure.parts['promoters']
  const countable = ['share', 'parts', 'nps'].includes(metric.form.form)
  if (countable) expect(all.filter((r) => r.counted), `${what} numerator`).toHaveLength(numerator!)
  if (all.length > 0 && all.length < 37) {
    expect((await rows({ counted: true })).map((r) => r.id)).toEqual(all.filter((r) => r.counted).map((r) => r.id))
    expect((await rows({ counted: false })).map((r) => r.id)).toEqual(all.filter((r) => !r.counted).map((r) => r.id))
  }
  const narrowed = (...rules: unknown[]) => ({ where: { combinator: 'and', rules: [...(where === null || where === undefined ? [] : [where]), ...rules] } })
  const bar = distribution?.find((b) => b.n > 0)
  if (bar !== undefined && metric.form.form !== 'level') {
    const last = bar === distribution!.at(-1)
    expect(await rows(narrowed(rule('value', '>=', bar.from), rule('value', last ? '<=' : '<', bar.to))), `${what} bar ${JSON.stringify(bar)}`).toHaveLength(bar.n)
  }
  const cell = heat?.[0]
  if (cell !== undefined) expect(await rows(narrowed(rule('weekday', '=', cell.weekday), rule('hour', '=', cell.hour))), `${what} cell`).toHaveLength(cell.figure.n)
}

test('nothing of another organization is in any number', async () => {
  const org = await furnish()
  const found = await database.db.report(org, async (tx) => {
    const reading = await startReading(tx, everybody)
    return Promise.all(readyMadeMetrics.map((metric) => readMetric(reading, metric, { from: '2029-01-01', to: '2031-01-01', by: 'location' satisfies Dimension })))
  })
  expect(found.every((r) => r.figure.n === 0 && r.groups!.length === 0)).toBe(true)
})

test.each([
  ['occupancy', { by: 'channel' }, { by: 'location' }], ['occupancy', { where: and(rule('channel', '=', 'phone')) }, { where: and(rule('team', '=', newId())) }],
  ['occupancy', { where: { combinator: 'or', rules: [rule('team', '=', newId()), and(rule('queue', '=', newId()))] } }, { where: and({ ...rule('channel', '=', 'phone'), muted: true }) }],
  ['form-completion', { by: 'reason' }, { by: 'channel' }],
])('%s is refused what half of it does not have', async (name, refused, taken) => {
  const org = await furnish()
  const metric = readyMadeMetrics.find((m) => m.name === name)!
  const look = (asked: object) => database.db.report(org, async (tx) => readMetric(await startReading(tx, everybody), metric, { from: '2030-01-01', to: '2030-02-01', ...asked }))
  await expect(look(refused)).rejects.toMatchObject({ code: 'invalid-input', message: expect.stringContaining('half of what it is made of') as string })
  expect((await look(taken)).figure.n).toBe(0)
})

test('every kind of fact is among the random ones', () => {
  const kinds = new Set(fc.sample(randomFacts(pools), { numRuns: 3, seed: 2 }).flat().map((f) => f.kind))
  expect([...kinds].sort()).toEqual([...new Set(Object.values(measures).map((m) => m.kind))].sort())
})
