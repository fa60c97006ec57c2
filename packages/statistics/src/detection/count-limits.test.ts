/*
 * Guards from which count on there is a warning. The limits were found by trying every count (scipy's Poisson and negative
 * binomial laws); each test here also tries them again with sums of single terms.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countLimits, poissonLowerLimit, poissonUpperLimit } from './count-limits.ts'
import { negativeBinomialSize } from './count-law.ts'
import { countTails, negativeBinomialTails, poissonTails } from './count-tails.ts'

test.each([
  [2, 0.001, null, 9],
  [0.1, 0.001, null, 3],
  [5, 0.01, 0, 12],
  [10, 0.001, 1, 22],
  [50, 0.001, 29, 74],
  [200, 0.0001, 149, 256],
  [7, 0.001, 0, 17],
  [6.9, 0.001, null, 17],
  [0, 0.001, null, 1],
])('where %f are expected, at %f the limits are %s and %i', (mean, level, lower, upper) => {
  expect(poissonLowerLimit({ mean, level })).toBe(lower)
  expect(poissonUpperLimit({ mean, level })).toBe(upper)
  expect(countLimits({ mean, level })).toEqual({ lower, upper })
})

test.each([
  [10, 30, 0.001, null, 35],
  [10, 10, 0.001, 1, 22],
  [10, 5, 0.001, 1, 22],
  [4, 12, 0.01, null, 16],
  [100, 400, 0.001, 47, 173],
  [20, 25, 0.001, 6, 39],
])('where %f are expected with a variance of %f, at %f the limits are %s and %i', (mean, variance, level, lower, upper) => {
  expect(countLimits({ mean, variance, level })).toEqual({ lower, upper })
})

test('the limit is the first count whose own tail, summed term by term, is at most the level', () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 60, noNaN: true }), fc.constantFrom(0.05, 0.01, 0.001, 0.0001), (mean, level) => {
    const terms: number[] = [Math.exp(-mean)]
    for (let x = 1; x < 400; x++) terms.push(terms[x - 1]! * mean / x)
    const tail = (from: number) => terms.slice(from).reduceRight((sum, term) => sum + term, 0)
    const { lower, upper } = countLimits({ mean, level })
    expect(tail(upper)).toBeLessThanOrEqual(level * (1 + 1e-9))
    expect(tail(upper - 1)).toBeGreaterThan(level * (1 - 1e-9))
    const head = (to: number) => terms.slice(0, to + 1).reduce((sum, term) => sum + term, 0)
    if (lower !== null) expect(head(lower)).toBeLessThanOrEqual(level * (1 + 1e-9))
    expect(head((lower ?? -1) + 1)).toBeGreaterThan(level * (1 - 1e-9))
  }))
})

test('the size is mean² by what the variance has beyond the mean, and there is none where it has nothing', () => {
  expect(negativeBinomialSize({ mean: 10, variance: 30 })).toBe(5)
  expect(negativeBinomialSize({ mean: 10, variance: 10 })).toBeNull()
  expect(negativeBinomialSize({ mean: 10, variance: 2 })).toBeNull()
  expect(negativeBinomialSize({ mean: 10, variance: null })).toBeNull()
  expect(negativeBinomialSize({ mean: 10 })).toBeNull()
  expect(negativeBinomialSize({ mean: 0, variance: 0 })).toBeNull()
})

test('counts that vary more are judged by the wider law, others by the Poisson law', () => {
  expect(countTails({ count: 25, mean: 10, variance: 30 })).toEqual(negativeBinomialTails({ count: 25, mean: 10, size: 5 }))
  expect(countTails({ count: 25, mean: 10, variance: 30 }).atLeast).toBeCloseTo(0.016100465167446436, 13)
  expect(countTails({ count: 25, mean: 10, variance: 9 })).toEqual(poissonTails({ count: 25, mean: 10 }))
  expect(poissonTails({ count: 25, mean: 10 }).atLeast).toBeCloseTo(0.0000469493814267997, 16)
})

test.each([-1, 1.5, NaN, Infinity])('a count of %f is refused', (count) => {
  expect(() => poissonTails({ count, mean: 1 })).toThrow(RangeError)
  expect(() => countTails({ count, mean: 1, variance: 4 })).toThrow(RangeError)
  expect(() => negativeBinomialTails({ count, mean: 1, size: 1 })).toThrow(RangeError)
})

test('means, variances, sizes and levels out of range are refused', () => {
  expect(() => poissonTails({ count: 1, mean: -1 })).toThrow('mean is a number from 0; it was -1.')
  expect(() => countLimits({ mean: 1, variance: -1, level: 0.01 })).toThrow(RangeError)
  expect(() => negativeBinomialTails({ count: 1, mean: 1, size: 0 })).toThrow('size is a number above 0; it was 0.')
  for (const level of [0, 1, -0.1, NaN, 5]) expect(() => poissonUpperLimit({ mean: 1, level })).toThrow(RangeError)
})
