/* Guards the band of the charts and the warnings outside it: they are one rule, and chance leaves it as often as promised. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { baselineOf, overdispersionOf } from './baseline.ts'
import { baselineTails, normalBand, type Sides } from './normal-band.ts'
import { predictiveLimits, predictiveTails } from './predictive.ts'
import { countsOf, uniforms } from './random-counts.fixture.ts'

const of = (...counts: number[]) => baselineOf({ rows: counts.map((count) => ({ count })) })

test('where counts vary no more than chance it is the predictive law of the history', () => {
  const baseline = of(2, 3, 1, 2, 2, 1, 3, 2)
  expect(normalBand({ baseline, level: 0.001, sides: 'upper' })).toEqual({ lower: null, upper: 9, low: 0, high: 8, detectable: false, falseAlarm: expect.closeTo(0.0008388847772146138, 14) })
  expect(baselineTails({ baseline, count: 9 })!.atLeast).toBeCloseTo(predictiveTails({ total: 16, exposure: 8, count: 9 }).atLeast, 14)
})

test('on both sides each has half the level', () => {
  const baseline = of(50, 52, 48, 50, 51, 49, 50, 50)
  const limits = predictiveLimits({ total: 400, exposure: 8, level: 0.001 })
  expect(normalBand({ baseline, level: 0.002 })).toMatchObject({ lower: limits.lower, upper: limits.upper, low: limits.lower! + 1, high: limits.upper - 1, detectable: true })
  expect(normalBand({ baseline, level: 0.001, sides: 'lower' })).toMatchObject({ lower: limits.lower, upper: null, high: null })
})

test('exposure of the judged period moves the band', () => {
  const rows = [{ count: 10, exposure: 100 }, { count: 30, exposure: 300 }]
  const band = normalBand({ baseline: baselineOf({ rows, exposure: 50 }), level: 0.01, sides: 'upper', overdispersion: 0 })!
  expect(band.upper).toBe(predictiveLimits({ total: 40, exposure: 400, nextExposure: 50, level: 0.01 }).upper)
})

test('counts that vary more have a wider band, whether they say so themselves or a whole week does', () => {
  const [calm, wild] = [of(10, 11, 9, 10, 10, 9, 11, 10), of(2, 30, 5, 9, 21, 1, 8, 4)]
  const upper = (baseline: typeof calm, overdispersion?: number | null) => normalBand({ baseline, level: 0.01, sides: 'upper', ...overdispersion !== undefined && { overdispersion } })!.upper!
  expect(wild.mean).toBe(calm.mean)
  expect(upper(wild)).toBeGreaterThan(upper(calm))
  expect(upper(calm, 0.5)).toBeGreaterThan(upper(calm))
  expect(upper(wild, 0)).toBe(upper(calm))
  // Less than chance, as few periods may seem to have, is taken for chance.
  expect(upper(calm, -0.3)).toBe(upper(calm))
})

test('a long history is the law of a known mean', () => {
  const baseline = { periods: 1e6, total: 1e7, totalExposure: 1e6, exposure: 1, mean: 10, variance: 30 }
  expect(normalBand({ baseline, level: 0.001, sides: 'upper' })!.upper).toBe(35)
  expect(normalBand({ baseline: { ...baseline, variance: 10 }, level: 0.001, sides: 'upper' })!.upper).toBe(22)
})

test.each([[2, 0], [20, 0], [5, 0.2], [20, 0.1], [50, 0.1]])('at a mean of %f and overdispersion %f chance leaves the band of eight weeks as often as it says, ±30 %', (mean, beyond) => {
  const count = countsOf(uniforms(7))
  const past = () => Array.from({ length: 8 }, () => ({ count: count(mean, beyond) }))
  const overdispersion = overdispersionOf({ groups: Array.from({ length: 168 }, past) })
  let [promised, left] = [0, 0]
  for (let i = 0; i < 15_000; i++) {
    const band = normalBand({ baseline: baselineOf({ rows: past() }), level: 0.02, sides: 'upper', overdispersion })!
    promised += band.falseAlarm
    if (count(mean, beyond) >= band.upper!) left++
  }
  expect(left / promised).toBeGreaterThan(0.7)
  expect(left / promised).toBeLessThan(1.3)
})

test('a count is outside the band exactly where its tail is at most its part of the level', () => {
  fc.assert(fc.property(fc.array(fc.nat(40), { minLength: 1, maxLength: 8 }), fc.nat(120), fc.constantFrom<Sides>('both', 'upper', 'lower'), fc.constantFrom(0.05, 0.01, 0.001), (counts, count, sides, level) => {
    const baseline = of(...counts)
    const band = normalBand({ baseline, level, sides })!
    const { atLeast, atMost } = baselineTails({ baseline, count })!
    const each = sides === 'both' ? level / 2 : level
    const warns = (sides !== 'lower' && atLeast <= each) || (sides !== 'upper' && atMost <= each)
    expect(count < band.low || (band.high !== null && count > band.high)).toBe(warns)
    expect(band.falseAlarm).toBeLessThanOrEqual(level)
  }))
})

test('a past without any event has a band too', () => {
  expect(normalBand({ baseline: of(0, 0, 0, 0, 0, 0, 0, 0), level: 0.001, sides: 'upper' })).toMatchObject({ low: 0, high: 2, upper: 3, detectable: false })
})

test('without a past there is no band', () => {
  expect(normalBand({ baseline: of(), level: 0.01 })).toBeNull()
  expect(baselineTails({ baseline: of(), count: 3 })).toBeNull()
})

test('levels, sides and counts that cannot be are refused', () => {
  expect(() => normalBand({ baseline: of(1), level: 0 })).toThrow(RangeError)
  expect(() => normalBand({ baseline: of(1), level: 0.1, sides: 'left' as Sides })).toThrow('The sides are both, upper or lower; they were left.')
  expect(() => baselineTails({ baseline: of(1), count: -1 })).toThrow(RangeError)
})
