/* Guards percentiles against the sorted values themselves, and their interval against every possible sample. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomial } from '../distribution/law.ts'
import { binOf } from './duration-bins.ts'
import { mergeBins } from './merge-bins.ts'
import { durationPercentile, nearestRank, percentileRanks, scorePercentile } from './percentile.ts'

test.each([
  [5, 30, 2], [5, 40, 2], [5, 50, 3], [5, 100, 5], [10, 50, 5], [10, 90, 9], [100, 7, 7], [1000, 99.9, 999], [1, 1, 1], [3, 0.001, 1],
])('of %i values the percentile %f is number %i', (n, percent, rank) => {
  expect(nearestRank({ n, percent })).toBe(rank)
})

test('scores have their exact percentiles, the median of an even number being the lower middle one', () => {
  const bins = new Map([[3, 2], [9, 3], [10, 5]])
  expect(scorePercentile({ bins, percent: 50 })).toEqual({ n: 10, value: 9, low: 3, high: 10 })
  expect(scorePercentile({ bins, percent: 20 })!.value).toBe(3)
  expect(scorePercentile({ bins, percent: 21 })!.value).toBe(9)
  expect(scorePercentile({ bins, percent: 100 })).toEqual({ n: 10, value: 10, low: null, high: null })
})

const values = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 600 })), { minLength: 1, maxLength: 300 })
const percents = fc.oneof(fc.constantFrom(1, 10, 25, 50, 75, 90, 95, 99, 99.9, 100), fc.double({ min: 0.01, max: 100, noNaN: true }))

test('a percentile of durations is within 1 % of that of the sorted values, or under a second with it', () => {
  fc.assert(fc.property(values, percents, (durations, percent) => {
    const sorted = durations.toSorted((a, b) => a - b)
    const exact = sorted.find((value) => sorted.filter((other) => other <= value).length * 100 >= percent * sorted.length - 1e-6)!
    const { n, value } = durationPercentile({ bins: durations.map((seconds) => [binOf(seconds), 1]), percent })!
    expect(n).toBe(durations.length)
    if (exact < 1) expect(value).toBe(0)
    else expect(Math.abs(value / exact - 1)).toBeLessThan(0.01)
  }), { numRuns: 2000 })
})

test('percentiles rise, and their interval holds them', () => {
  fc.assert(fc.property(values, percents, percents, (durations, a, b) => {
    const bins = mergeBins(durations.map((seconds) => [binOf(seconds), 1] as const))
    const [lower, higher] = [Math.min(a, b), Math.max(a, b)].map((percent) => durationPercentile({ bins, percent })!)
    expect(lower!.value).toBeLessThanOrEqual(higher!.value)
    for (const { low, value, high } of [lower!, higher!]) {
      if (low !== null) expect(low).toBeLessThanOrEqual(value)
      if (high !== null) expect(high).toBeGreaterThanOrEqual(value)
    }
  }))
})

test.each([
  [10, 50, 2, 9],
  [6, 50, 1, 6],
  [5, 50, null, null],
  [20, 50, 6, 15],
  [100, 50, 40, 61],
  [5, 90, 3, null],
  [40, 90, 32, 40],
])('of %i values the percentile %f lies between numbers %s and %s', (n, percent, low, high) => {
  expect(percentileRanks({ n, percent })).toEqual({ low, high })
})

test('as often as promised the percentile of all lies between the two values, on each side and for any n', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 400 }), fc.double({ min: 1, max: 99, noNaN: true }), fc.constantFrom(0.8, 0.95, 0.99), (n, percent, confidence) => {
    const { low, high } = percentileRanks({ n, percent, confidence })
    const below = binomial(n, percent / 100)
    const each = (1 - confidence) / 2
    // Value number r lies above the percentile when fewer than r values do not.
    const tooHigh = (rank: number) => below.tails(rank - 1).atMost
    const tooLow = (rank: number) => below.tails(rank).atLeast
    if (low !== null) expect(tooHigh(low)).toBeLessThanOrEqual(each)
    if ((low ?? 0) < n) expect(tooHigh((low ?? 0) + 1)).toBeGreaterThan(each)
    if (high !== null) expect(tooLow(high)).toBeLessThanOrEqual(each)
    if ((high ?? n + 1) > 1) expect(tooLow((high ?? n + 1) - 1)).toBeGreaterThan(each)
  }))
})

test('for many values the ranks are those of the normal law, to one', () => {
  const n = 1_000_000
  const { low, high } = percentileRanks({ n, percent: 90 })
  const margin = 1.9599639845400543 * Math.sqrt(n * 0.9 * 0.1)
  expect(Math.abs(low! - (900_000 - margin))).toBeLessThan(1.5)
  expect(Math.abs(high! - (900_000 + margin))).toBeLessThan(1.5)
})

test('a histogram with corrections is read like one without them', () => {
  expect(scorePercentile({ bins: [[5, 2], [1, 1], [5, -1], [1, -1]], percent: 50 })).toMatchObject({ n: 1, value: 5 })
})

test('of no values there is no percentile', () => {
  expect(durationPercentile({ bins: [], percent: 50 })).toBeNull()
  expect(scorePercentile({ bins: [[3, 1], [3, -1]], percent: 50 })).toBeNull()
})

test.each([0, -1, 100.1, Number.NaN])('a percentile %f is refused, of nothing too', (percent) => {
  expect(() => durationPercentile({ bins: [], percent })).toThrow('A percentile lies above 0 and up to 100')
  expect(() => percentileRanks({ n: 5, percent })).toThrow(RangeError)
  expect(() => nearestRank({ n: 5, percent })).toThrow(RangeError)
})

test('a confidence out of range and counts below nothing are refused', () => {
  expect(() => scorePercentile({ bins: [], percent: 50, confidence: 95 })).toThrow(RangeError)
  expect(() => scorePercentile({ bins: [[1, -1]], percent: 50 })).toThrow(RangeError)
})
