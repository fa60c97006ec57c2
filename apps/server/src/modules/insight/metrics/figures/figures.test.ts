// Guards what stands beside a figure: what changed, where it usually lies, where chance alone would put a shop, and bars people can read.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { binOf, meanOf, ratioOfRates } from '@kontuar/statistics'
import { readyMadeMetrics } from '../../catalogue/ready-made.ts'
import type { MeasureName } from '../../facts/measures.ts'
import { Tally } from '../sources/tally.ts'
import { nextStart, startOf, type Step } from '../time.ts'
import { durationBars, scoreBars } from './bars.ts'
import { changeOf } from './change.ts'
import { figureOf, type Tallies } from './figure.ts'
import { groupsOf } from './groups.ts'
import { meanFrom } from './mean.ts'
import { offDays } from './off-days.ts'
import { historyStart, pointsOf } from './points.ts'

const metric = (name: string) => readyMadeMetrics.find((m) => m.name === name)!
const tallies = (sums: Partial<Record<MeasureName, number | readonly [n: number, total: number, squares?: number]>>, bins: Partial<Record<MeasureName, Record<number, number>>> = {}): Tallies => {
  const tally = Tally.of(
    Object.entries(sums).map(([measure, given]) => { const [n, total, squares = total] = typeof given === 'number' ? [given, given] : given; return { measure: measure as MeasureName, member: '', at: 0, n, total, squares } }),
    Object.entries(bins).map(([measure, counts]) => ({ measure: measure as MeasureName, member: '', at: 0, bins: Object.keys(counts).map(Number), counts: Object.values(counts) })))
  return { top: tally, bottom: tally }
}
const days = (n: number) => ({ from: 0, to: n * 86_400_000 })

describe('a figure', () => {
  test.each<[string, Tallies, number | null, number, object?]>([
    ['contacts-in', tallies({ 'contact-in': 12 }), 12, 12], ['contacts-in', tallies({}), 0, 0], ['csat', tallies({}), null, 0], ['csat', tallies({ 'csat-satisfied': [10, 8] }), 0.8, 10, { numerator: 8, denominator: 10 }],
    ['without-feedback', tallies({ rated: [10, 3] }), 0.7, 10, { numerator: 7, denominator: 10 }], ['fcr-repeat', tallies({ 'repeat-kept': [8, 6], 'repeat-open': 3 }), 0.75, 8, { numerator: 6, denominator: 8, open: 3 }],
    ['nps', tallies({ promoter: 7, passive: 2, detractor: 1 }), 60, 10, { promoters: 7, passives: 2, detractors: 1 }], ['nps', tallies({}), null, 0],
    ['service-level', tallies({ 'answered': 80, 'answered-within': [80, 60], 'abandoned': 20, 'abandoned-late': 15 }), 60 / 95, 95], ['service-level-of-answered', tallies({ 'answered': 80, 'answered-within': [80, 60] }), 0.75, 80],
    ['service-level-abandoned-met', tallies({ 'answered': 80, 'answered-within': [80, 60], 'abandoned': 20, 'abandoned-late': 15 }), 0.65, 100], ['service-level-abandoned-missed', tallies({ 'answered': 80, 'answered-within': [80, 60], 'abandoned': 20, 'abandoned-late': 15 }), 0.6, 100],
    ['abandonment', tallies({ answered: 80, abandoned: 20, 'abandoned-short': 5, offered: 105 }), 0.2, 100], ['abandonment-with-short', tallies({ answered: 80, abandoned: 20, 'abandoned-short': 5, offered: 105 }), 25 / 105, 105],
    ['occupancy', tallies({ handle: [10, 3600], available: [5, 7200] }), 1 / 3, 15], ['occupancy', tallies({ handle: [2, 0], available: [1, 0] }), null, 3], ['handle-time', tallies({ handle: [4, 1200, 400_000] }), 300, 4],
    ['complaints-per-contact', tallies({ 'complaint': 6, 'contact-in': 300 }), 0.02, 300], ['comments', tallies({ commented: [40, 12] }), 12, 12], ['backlog', tallies({ entered: 50, left: 38 }), 12, 12], ['automatic-share', tallies({ 'automatic-out': 30, 'contact-out': 70 }), 0.3, 100],
    ['first-response-median', tallies({}, { 'first-response': { [binOf(60)]: 3, [binOf(600)]: 2 } }), 60, 5],
  ])('of %s (%#)', (name, given, value, n, parts) => {
    const figure = figureOf(metric(name), given)
    if (value === null) expect(figure.value).toBeNull()
    else expect(Math.abs(figure.value! / (value || 1) - (value === 0 ? 0 : 1))).toBeLessThan(name.endsWith('median') ? 0.01 : 1e-12)
    expect(figure.n).toBe(n)
    if (parts !== undefined) expect(figure.parts).toEqual(parts)
  })

  test('is not shown while too few stand behind it, and tells how many', () => {
    expect(figureOf(metric('csat'), tallies({ 'csat-satisfied': [4, 4] }))).toMatchObject({ value: 1, n: 4, shown: false })
    expect(figureOf(metric('csat'), tallies({ 'csat-satisfied': [5, 5] })).shown).toBe(true)
    expect(figureOf(metric('contacts-in'), tallies({})).shown).toBe(true)
  })

  test('of a mean from its sums is that of the values', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 2_000_000 }).map((ms) => ms / 1000), { minLength: 1, maxLength: 60 }), (values) => {
      const found = meanFrom({ n: values.length, total: values.reduce((a, b) => a + b, 0), squares: values.reduce((a, b) => a + b * b, 0) })!
      const truth = meanOf(values.map((value) => ({ value, count: 1 })))!
      expect(found.mean).toBeCloseTo(truth.mean, 9)
      if (truth.low === null) expect(found.low).toBeNull()
      else expect(found.low!).toBeCloseTo(truth.low, 4)
    }))
  })
})

describe('a change', () => {
  const change = (name: string, before: Tallies, now: Tallies, length: [number, number] = [30, 30]) => changeOf(metric(name), { tallies: before, period: days(length[0]) }, { tallies: now, period: days(length[1]) })

  test('of forty points at ten answers against ten is not real', () => {
    expect(change('nps', tallies({ promoter: 6, passive: 2, detractor: 2 }), tallies({ promoter: 4, passive: 2, detractor: 4 }))).toMatchObject({ change: -40, real: false })
    expect(change('nps', tallies({ promoter: 600, passive: 200, detractor: 200 }), tallies({ promoter: 400, passive: 200, detractor: 400 })).real).toBe(true)
  })

  test('of a share that is shown by its complement points the other way', () => {
    const found = change('without-feedback', tallies({ rated: [200, 100] }), tallies({ rated: [200, 50] }))
    expect(found).toMatchObject({ change: 0.25, real: true })
    expect(found.interval!.low).toBeGreaterThan(0)
  })

  test('of a count looks at the length of both periods: a longer month has more of everything', () => {
    expect(change('contacts-in', tallies({ 'contact-in': 2800 }), tallies({ 'contact-in': 3100 }), [28, 31])).toMatchObject({ change: 300, real: false })
    expect(change('contacts-in', tallies({ 'contact-in': 2800 }), tallies({ 'contact-in': 3100 }), [30, 30]).real).toBe(true)
    expect(change('contacts-in', tallies({}), tallies({ 'contact-in': 3 }))).toMatchObject({ change: 3, interval: null, real: false })
    expect(change('contacts-in', tallies({}), tallies({ 'contact-in': 30 })).real).toBe(true)
  })

  test('of a count is real just where its interval leaves out 0, in periods of the same length', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 0, max: 400 }), (before, now) => {
      const found = change('contacts-in', tallies({ 'contact-in': before }), tallies({ 'contact-in': now }))
      expect(found.real).toBe(ratioOfRates({ before: { count: before, exposure: 30 }, after: { count: now, exposure: 30 } })!.real)
      if (found.interval !== null) {
        expect(found.real).toBe(found.interval.low > 0 || found.interval.high < 0)
        expect(found.interval.low <= found.change! && found.change! <= found.interval.high).toBe(true)
      }
    }))
  })

  test('of means is Welch’s, of percentiles real only where their intervals lie apart, of levels never', () => {
    const mean = (n: number, value: number, deviation: number): Tallies => tallies({ handle: [n, n * value, n * value * value + (n - 1) * deviation ** 2] })
    expect(change('handle-time', mean(30, 300, 60), mean(30, 360, 90))).toMatchObject({ real: true })
    const welch = change('handle-time', mean(30, 300, 60), mean(30, 360, 90))
    // SE √(60²/30 + 90²/30) = 19.748, 50.5 degrees of freedom: t 2.0086.
    expect(welch.interval!.low).toBeCloseTo(60 - 2.0086 * 19.7484, 1)
    expect(change('handle-time', mean(3, 300, 60), mean(3, 360, 90)).real).toBe(false)
    const spread = (of: number) => tallies({}, { 'first-response': Object.fromEntries(Array.from({ length: 40 }, (_, i) => [binOf(of * (1 + i / 40)), 1])) })
    expect(change('first-response-median', spread(100), spread(110)).real).toBe(false)
    expect(change('first-response-median', spread(100), spread(400))).toMatchObject({ real: true })
    expect(change('backlog', tallies({ entered: 100, left: 10 }), tallies({ entered: 300, left: 10 }))).toMatchObject({ change: 200, interval: null, real: false })
  })

  test('from or to nothing is none', () => {
    expect(change('csat', tallies({}), tallies({ 'csat-satisfied': [10, 8] }))).toMatchObject({ change: null, real: false })
  })
})

describe('groups against the others', () => {
  test('a small shop may stray far by chance, a large one not; who has none of it is not judged', () => {
    const groups = groupsOf(metric('csat'), new Map([['big', tallies({ 'csat-satisfied': [2000, 1700] })], ['small', tallies({ 'csat-satisfied': [6, 3] })], ['bad', tallies({ 'csat-satisfied': [300, 210] })], ['~none', tallies({ 'csat-satisfied': [50, 0] })]]), new Map([['bad', 'Zły']]), 'pl')
    expect(groups.map((g) => [g.key, g.name, g.outside])).toEqual([['big', 'big', 'above'], ['bad', 'Zły', 'below'], ['small', 'small', null], [null, '', null]])
    expect(groups[3]!.limits).toBeNull()
    expect(groups[2]!.limits!.high - groups[2]!.limits!.low).toBeGreaterThan(0.5)
  })

  test('counts are not compared: a larger shop has more of everything', () => {
    expect(groupsOf(metric('contacts-in'), new Map([['a', tallies({ 'contact-in': 900 })], ['b', tallies({ 'contact-in': 9 })]]), new Map(), 'pl').map((g) => g.limits)).toEqual([null, null])
  })

  test('of a whole network without differences hardly any lies outside', () => {
    let [outside, all] = [0, 0]
    const random = (seed: number) => () => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648 }
    for (let round = 0; round < 40; round++) {
      const next = random(round + 1)
      const groups = new Map(Array.from({ length: 40 }, (_, i) => {
        const n = 20 + Math.floor(next() * 400)
        const yes = Array.from({ length: n }, () => next()).filter((v) => v < 0.8).length
        return [`s${i}`, tallies({ 'csat-satisfied': [n, yes] })] as const
      }))
      const found = groupsOf(metric('csat'), groups, new Map(), 'pl')
      all += found.length
      outside += found.filter((g) => g.outside !== null).length
    }
    expect(outside / all).toBeLessThan(0.006)
  })
})

describe('points', () => {
  const zone = 'Europe/Warsaw'
  const at = (day: string) => Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds
  const pointsBy = (name: string, counted: (day: Temporal.PlainDate) => Tallies | null, from: string, to: string, { step = 'day' as Step, now = '2031-01-01', since = '2029-01-01' } = {}) => {
    const steps = []
    for (let start = startOf(step, at(from), zone); start < at(to); start = nextStart(step, start, zone)) steps.push({ from: Math.max(start, at(from)), to: Math.min(nextStart(step, start, zone), at(to)) })
    return pointsOf({ metric: metric(name), zone, step, steps, since: at(since), off: offDays({ country: 'PL' }, zone), now: at(now), empty: tallies({}), at: (start) => counted(Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate()) })
  }
  const steady = (n: number) => (day: Temporal.PlainDate) => tallies({ 'contact-in': day.dayOfWeek > 5 ? 5 : n })

  test('lie in the band of the same weekday of eight weeks before', () => {
    const points = pointsBy('contacts-in', steady(100), '2030-02-11', '2030-02-18')
    expect(points.every((p) => p.band !== null && p.band.low <= p.figure.value! && p.figure.value! <= p.band.high)).toBe(true)
    expect(points.map((p) => p.off)).toEqual([false, false, false, false, false, true, true])
    expect(points[0]!.band!.low).toBeGreaterThan(60)
    expect(points[6]!.band!.high).toBeLessThan(20)
  })

  test('have no band on holidays, and holidays do not tell what is usual', () => {
    // 11 November is a holiday in Poland; nobody came then.
    const quiet = (day: Temporal.PlainDate) => tallies({ 'contact-in': day.month === 11 && day.day === 11 ? 0 : 100 })
    const [holiday] = pointsBy('contacts-in', quiet, '2030-11-11', '2030-11-12')
    expect(holiday).toMatchObject({ band: null, off: true })
    const [after] = pointsBy('contacts-in', quiet, '2030-11-18', '2030-11-19')
    expect(after!.band!.low).toBeGreaterThan(70)
  })

  test('have no band while the history is short, nor before they are over, nor where the period cuts them', () => {
    expect(pointsBy('contacts-in', steady(100), '2030-02-11', '2030-02-12', { since: '2030-01-20' })[0]!.band).toBeNull()
    expect(pointsBy('contacts-in', steady(100), '2030-02-11', '2030-02-12', { since: '2030-01-01' })[0]!.band).not.toBeNull()
    expect(pointsBy('contacts-in', steady(100), '2030-02-11', '2030-02-12', { now: '2030-02-11' })[0]!.band).toBeNull()
    expect(pointsBy('contacts-in', steady(700), '2030-02-13', '2030-02-25', { step: 'week' }).map((p) => p.band === null)).toEqual([true, false])
  })

  test('of shares, means, NPS and percentiles have bands as wide as their own n lets chance be', () => {
    const wide = (name: string, of: (n: number) => Tallies) => {
      const width = (n: number) => { const [p] = pointsBy(name, (day) => (day.toString() === '2030-02-11' ? of(n) : of(200)), '2030-02-11', '2030-02-12'); return p!.band === null ? null : p!.band.high - p!.band.low }
      expect(width(200), name).not.toBeNull()
      expect(width(20)!, name).toBeGreaterThan(width(200)!)
    }
    wide('csat', (n) => tallies({ 'csat-satisfied': [n, Math.round(0.8 * n)] }))
    wide('nps', (n) => tallies({ promoter: n * 0.6, passive: n * 0.2, detractor: n * 0.2 }))
    wide('handle-time', (n) => tallies({ handle: [n, n * 300, n * 100_000] }))
    wide('first-response-median', (n) => tallies({}, { 'first-response': Object.fromEntries(Array.from({ length: n }, (_, i) => [150 + i, 1])) }))
    wide('complaints-per-contact', (n) => tallies({ 'complaint': Math.round(n / 10), 'contact-in': n }))
  })

  test('history begins eight steps before: weeks of days and hours, months of months', () => {
    const dayOf = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDateTime().toString()
    expect(dayOf(historyStart('day', at('2030-05-10'), zone))).toBe('2030-03-15T00:00:00')
    expect(dayOf(historyStart('hour', at('2030-05-10') + 3_600_000, zone))).toBe('2030-03-15T01:00:00')
    expect(dayOf(historyStart('month', at('2030-05-10'), zone))).toBe('2029-09-01T00:00:00')
  })
})

describe('bars', () => {
  test('of durations have edges people know, at most forty, and lose nothing', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 1e8 })), { minLength: 1, maxLength: 80 }), (values) => {
      const bins = new Map<number, number>()
      for (const value of values) bins.set(binOf(value), (bins.get(binOf(value)) ?? 0) + 1)
      const bars = durationBars([...bins].sort(([a], [b]) => a - b))
      expect(bars.length).toBeLessThanOrEqual(40)
      expect(bars.reduce((n, bar) => n + bar.n, 0)).toBe(values.length)
      for (const [i, bar] of bars.entries()) {
        expect(values.filter((v) => v >= bar.from && (i === bars.length - 1 ? v <= bar.to : v < bar.to))).toHaveLength(bar.n)
        if (i > 0) expect(bar.from).toBe(bars[i - 1]!.to)
      }
    }))
  })

  test('of scores are one each, as long as there are few', () => {
    expect(scoreBars([[1, 2], [5, 7]])).toEqual([{ from: 1, to: 2, n: 2 }, { from: 2, to: 3, n: 0 }, { from: 3, to: 4, n: 0 }, { from: 4, to: 5, n: 0 }, { from: 5, to: 6, n: 7 }])
    expect(scoreBars([[1, 1], [400, 1]]).length).toBeLessThanOrEqual(40)
    expect(scoreBars([])).toEqual([])
  })
})
