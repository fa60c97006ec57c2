// Guards periods: days begin where the organization's do, nights of the changing clock have real hours, and whole buckets are found at any edge.
import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { Refusal } from '../../../platform/http/refusal.ts'
import { periodBefore, readPeriod, yearBefore } from './read-period.ts'
import type { Layout } from './sources/ask.ts'
import { segmentsOf, type Grain } from './sources/segments.ts'
import { nextStart, startOf, stepsOf, type Period, type Step } from './time.ts'

const warsaw = 'Europe/Warsaw'
const instant = (text: string) => Temporal.Instant.from(text).epochMilliseconds
const days = (from: string, to: string, zone = warsaw): Period => readPeriod({ from, to }, zone)
const shown = ({ from, to }: Period, zone = warsaw) => [from, to].map((at) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString().replace('T00:00:00', ''))

test('a day begins at its midnight in the zone, an instant where it says', () => {
  expect(days('2030-07-01', '2030-07-02')).toEqual({ from: instant('2030-06-30T22:00:00Z'), to: instant('2030-07-01T22:00:00Z') })
  expect(days('2030-07-01T10:00:00+02:00', '2030-07-02')).toEqual({ from: instant('2030-07-01T08:00:00Z'), to: instant('2030-07-01T22:00:00Z') })
  // Where midnight is skipped the day begins when it can.
  expect(days('2030-03-31', '2030-04-01', 'Africa/Cairo').from).toBeLessThan(days('2030-04-01', '2030-04-02', 'Africa/Cairo').from)
})

test.each(['', 'today', '2030-13-01', '2030-02-29', '2030-1-1', '2030-01-01T10:00', '9999-12-31', '1969-12-31', '2030-01-01T25:00:00Z', '+002030-01-01'])('%j is no moment', (given) => {
  expect(() => readPeriod({ from: given, to: '2030-06-01' }, warsaw)).toThrow(Refusal)
})

describe('the period before', () => {
  test.each([
    ['2030-05-08', '2030-05-15', ['2030-05-01', '2030-05-08']], ['2030-03-01', '2030-04-01', ['2030-02-01', '2030-03-01']], ['2030-01-01', '2030-04-01', ['2029-10-01', '2030-01-01']], ['2030-03-31', '2030-04-01', ['2030-03-30', '2030-03-31']],
    ['2030-01-01', '2031-01-01', ['2029-01-01', '2030-01-01']],
  ])('of %s to %s is as many days or months', (from, to, before) => expect(shown(periodBefore(days(from, to), warsaw))).toEqual(before))

  test('of instants is as much time', () => {
    const period = days('2030-05-08T10:00:00Z', '2030-05-08T13:00:00Z')
    expect(periodBefore(period, warsaw)).toEqual({ from: period.from - 10_800_000, to: period.from })
  })

  test('a year before has the same dates', () => {
    expect(shown(yearBefore(days('2030-05-08', '2030-05-15'), warsaw))).toEqual(['2029-05-08', '2029-05-15'])
    expect(shown(yearBefore(days('2028-02-29', '2028-03-01'), warsaw))).toEqual(['2027-02-28', '2027-03-01'])
  })
})

describe('steps', () => {
  test('of a day when the clock jumps are its real hours', () => {
    expect(stepsOf(days('2030-03-31', '2030-04-01'), 'hour', warsaw)).toHaveLength(23)
    expect(stepsOf(days('2030-10-27', '2030-10-28'), 'hour', warsaw)).toHaveLength(25)
    expect(stepsOf(days('2030-03-31', '2030-04-01'), 'day', warsaw)).toHaveLength(1)
  })

  test('of weeks begin on Mondays, the first and last cut by the period', () => {
    expect(stepsOf(days('2030-05-01', '2030-05-15'), 'week', warsaw).map((s) => shown(s))).toEqual([['2030-05-01', '2030-05-06'], ['2030-05-06', '2030-05-13'], ['2030-05-13', '2030-05-15']])
  })

  test('lie end to end and fill the period', () => {
    fc.assert(fc.property(fc.constantFrom<Step>('hour', 'day', 'week', 'month'), fc.constantFrom(warsaw, 'UTC', 'Asia/Kathmandu', 'America/St_Johns', 'Pacific/Apia'), fc.integer({ min: instant('2030-01-01T00:00:00Z'), max: instant('2030-12-01T00:00:00Z') }), fc.integer({ min: 1, max: 30 * 86_400_000 }), (step, zone, from, length) => {
      const period = { from, to: from + length }
      const steps = stepsOf(period, step, zone)
      expect(steps[0]!.from).toBe(period.from)
      expect(steps.at(-1)!.to).toBe(period.to)
      for (const [i, one] of steps.entries()) {
        expect(one.to).toBeGreaterThan(one.from)
        if (i > 0) expect(one.from).toBe(steps[i - 1]!.to)
        expect(startOf(step, one.from, zone)).toBe(startOf(step, one.to - 1, zone))
      }
    }), { numRuns: 80 })
  })

  test('more than can be drawn are refused before they are made', () => {
    expect(() => stepsOf(days('1970-01-01', '2199-01-01'), 'hour', warsaw)).toThrow(/more than 2000 points/)
    expect(() => stepsOf(days('2020-01-01', '2026-01-01'), 'day', warsaw)).toThrow(/longer step or a shorter period/)
    expect(stepsOf(days('2020-01-01', '2025-06-01'), 'day', warsaw)).toHaveLength(1978)
  })
})

describe('a period as buckets', () => {
  test('is its whole months, the days beside them, the hours beside those, and what is left', () => {
    const { buckets, edges } = segmentsOf(days('2030-01-30T10:30:00+01:00', '2030-03-02T01:15:00+01:00'), 'none', ['m', 'd', 'h'], warsaw)
    expect(buckets.map(({ grain, ...span }) => [grain, ...shown(span)])).toEqual([
      ['m', '2030-02-01', '2030-03-01'], ['d', '2030-01-31', '2030-02-01'], ['d', '2030-03-01', '2030-03-02'], ['h', '2030-01-30T11:00:00', '2030-01-31'], ['h', '2030-03-02', '2030-03-02T01:00:00'],
    ])
    expect(edges.map((e) => shown(e))).toEqual([['2030-01-30T10:30:00', '2030-01-30T11:00:00'], ['2030-03-02T01:00:00', '2030-03-02T01:15:00']])
  })

  test('covers each moment once, whatever the layout and the zone', () => {
    const moment = fc.integer({ min: instant('2029-11-01T00:00:00Z'), max: instant('2030-12-01T00:00:00Z') })
    fc.assert(fc.property(moment, moment, fc.constantFrom<Layout>('none', 'day', 'month', 'hour', 'heat'), fc.constantFrom<Grain[]>(['m', 'd', 'h'], ['m', 'd'], ['m']), fc.constantFrom(warsaw, 'America/New_York', 'Asia/Kathmandu', 'Pacific/Apia'), fc.boolean(), (a, b, layout, kept, zone, ever) => {
      if (a === b) return
      const period = { from: ever ? -Infinity : Math.min(a, b), to: Math.max(a, b) }
      const { buckets, edges } = segmentsOf(period, layout, kept, zone)
      const all = [...buckets, ...edges].map(({ from, to }) => ({ from, to })).sort((x, y) => x.from - y.from)
      expect(all[0]!.from).toBe(period.from)
      expect(all.at(-1)!.to).toBe(period.to)
      for (const [i, one] of all.entries()) {
        expect(one.from).toBeLessThan(one.to)
        if (i > 0) expect(one.from).toBe(all[i - 1]!.to)
      }
      const steps = { m: 'month', d: 'day', h: 'hour' } as const
      for (const { grain, from, to } of buckets) for (const at of [from, to]) if (at !== -Infinity) expect(startOf(steps[grain], at, zone)).toBe(at)
      // A step laid out by days has no month in it, for a month says nothing of its days.
      if (layout === 'day') expect(buckets.map((s) => s.grain)).not.toContain('m')
    }), { numRuns: 500 })
  })

  test('the step after a beginning is the next beginning', () => {
    for (const step of ['hour', 'day', 'week', 'month'] as const) {
      for (let at = startOf(step, instant('2030-03-25T00:00:00Z'), warsaw), i = 0; i < 20; i++) {
        const next = nextStart(step, at, warsaw)
        expect(startOf(step, next, warsaw)).toBe(next)
        expect(startOf(step, next - 1, warsaw)).toBe(at)
        at = next
      }
    }
  })
})
