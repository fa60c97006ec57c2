/* Guards how fast something rises: scipy's theilslopes (method "separate"), and the laws of a median of slopes. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mannKendall } from './mann-kendall.ts'
import { senSlope } from './sen-slope.ts'

test.each<[number[], number[] | undefined, number, number, number, number]>([
  [[1, 3, 2, 5, 4, 8, 7, 9, 12, 10, 11], undefined, 1, 2, 0.8, 1.4],
  [[3.1, 2.7, 2.9, 2.2, 2.4, 1.9, 2, 1.4, 1.6, 1.1, 1.3, 0.9], undefined, -0.2, 3.05, -0.23333333333333336, -0.15],
  [[5, 5, 6, 6, 7, 7, 7, 8, 9, 9, 9, 10, 12], undefined, 0.5, 4, 0.4, 0.5833333333333334],
  [[1, 4, 2, 8, 5, 7, 9, 6], [0, 1, 2, 4, 5, 7, 8, 11], 0.6071428571428572, 2.7678571428571423, -0.25, 1.3333333333333333],
  [[2, 3, 5, 4, 6, 8, 7, 9, 11, 10, 12, 14], [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5], 2, 2.5, 1.6666666666666667, 2.5],
])('%j at %j', (values, times, slope, intercept, low, high) => {
  const sen = senSlope({ values, ...times && { times } })!
  expect(sen.n).toBe(values.length)
  expect(sen.slope).toBeCloseTo(slope, 12)
  expect(sen.intercept).toBeCloseTo(intercept, 12)
  expect(sen.low).toBeCloseTo(low, 12)
  expect(sen.high).toBeCloseTo(high, 12)
})

const series = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 2, maxLength: 30 })

test('a straight line has its own slope, and one outlier does not move it', () => {
  fc.assert(fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 8, max: 20 }), (slope, start, n) => {
    const values = Array.from({ length: n }, (_, t) => start + slope * t)
    expect(senSlope({ values })).toMatchObject({ slope, low: slope, high: slope })
    expect(senSlope({ values: values.with(3, 1e6) })!.slope).toBe(slope)
  }))
})

test('the interval holds the slope, and the series upside down has the opposite one', () => {
  fc.assert(fc.property(series, (values) => {
    const here = senSlope({ values })!
    const there = senSlope({ values: values.map((value) => -value) })!
    expect(there.slope).toBeCloseTo(-here.slope, 12)
    if (here.low !== null) expect(here.low).toBeLessThanOrEqual(here.slope)
    if (here.high !== null) expect(here.high).toBeGreaterThanOrEqual(here.slope)
  }))
})

test('days instead of weeks divide the slope by seven', () => {
  fc.assert(fc.property(series, (values) => {
    const days = senSlope({ values, times: values.map((_, index) => index * 7) })!
    expect(days.slope).toBeCloseTo(senSlope({ values })!.slope / 7, 12)
  }))
})

test('where the trend is clear the interval excludes 0', () => {
  const values = [1, 3, 2, 5, 4, 8, 7, 9, 12, 10, 11]
  expect(mannKendall({ values })!.p).toBeLessThan(0.05)
  expect(senSlope({ values })!.low).toBeGreaterThan(0)
})

test('three values have a slope without bounds, values at one time have none', () => {
  expect(senSlope({ values: [1, 2, 4] })).toEqual({ n: 3, slope: 1.5, low: null, high: null, intercept: 0.5 })
  expect(senSlope({ values: [1, 2], times: [5, 5] })).toBeNull()
  expect(senSlope({ values: [1] })).toBeNull()
  expect(senSlope({ values: [] })).toBeNull()
})

test('times that do not fit and values that are no numbers are refused', () => {
  expect(() => senSlope({ values: [1, 2], times: [1] })).toThrow('Each value has one time; there were 2 values and 1 times.')
  expect(() => senSlope({ values: [1, Number.NaN] })).toThrow(RangeError)
  expect(() => senSlope({ values: [1, 2], confidence: 95 })).toThrow(RangeError)
})
