/*
 * Guards the interval of every share: published values (R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I,
 * four digits), the same to double precision from an independent program (scipy, binomtest … 'wilson'), and the laws.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoSidedQuantile } from './normal.ts'
import { responseRate } from './response-rate.ts'
import { wilson } from './wilson.ts'

test.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('Newcombe: %i of %i lies within %f and %f', (successes, n, low, high) => {
  const interval = wilson(successes, n)!
  expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)])
})

test.each([
  [8, 10, 0.95, 0.4901624715366418, 0.9433178485456248],
  [0, 10, 0.95, 0, 0.27753279986288926],
  [10, 10, 0.95, 0.7224672001371109, 1],
  [1, 1, 0.95, 0.20654931437723745, 1],
  [0, 1, 0.95, 0, 0.7934506856227626],
  [3, 10, 0.9, 0.1268765839031979, 0.5583002041301649],
  [50, 100, 0.99, 0.37527962504483986, 0.6247203749551602],
  [500_000, 1_000_000, 0.95, 0.4990200198900048, 0.5009799801099952],
])('%i of %i with confidence %f lies within %f and %f', (successes, n, confidence, low, high) => {
  const interval = wilson(successes, n, confidence)!
  expect(interval.share).toBe(successes / n)
  expect(interval.low).toBeCloseTo(low, 14)
  expect(interval.high).toBeCloseTo(high, 14)
})

const sample = fc.integer({ min: 1, max: 1_000_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
const confidences = fc.double({ min: 0.01, max: 0.9999, noNaN: true })

test('the interval lies within 0 and 1 and holds the share', () => {
  fc.assert(fc.property(sample, confidences, ([successes, n], confidence) => {
    const { share, low, high } = wilson(successes, n, confidence)!
    expect(low).toBeGreaterThanOrEqual(0)
    expect(high).toBeLessThanOrEqual(1)
    expect(low).toBeLessThanOrEqual(share)
    expect(high).toBeGreaterThanOrEqual(share)
  }))
})

test('the ends are the shares of which this sample is just z standard errors away', () => {
  fc.assert(fc.property(sample, ([successes, n]) => {
    const { share, low, high } = wilson(successes, n)!
    for (const end of [low, high]) {
      if (end === 0 || end === 1) continue
      expect(Math.abs(share - end) / Math.sqrt(end * (1 - end) / n)).toBeCloseTo(twoSidedQuantile(0.95), 6)
    }
  }))
})

test('the failures have the mirrored interval', () => {
  fc.assert(fc.property(sample, confidences, ([successes, n], confidence) => {
    const some = wilson(successes, n, confidence)!
    const others = wilson(n - successes, n, confidence)!
    expect(others.low).toBeCloseTo(1 - some.high, 12)
    expect(others.high).toBeCloseTo(1 - some.low, 12)
  }))
})

test('the same share of more answers has a narrower interval inside the wider one', () => {
  fc.assert(fc.property(sample, fc.integer({ min: 2, max: 50 }), ([successes, n], times) => {
    const few = wilson(successes, n)!
    const many = wilson(successes * times, n * times)!
    expect(many.low).toBeGreaterThanOrEqual(few.low)
    expect(many.high).toBeLessThanOrEqual(few.high)
    expect(many.high - many.low).toBeLessThan(few.high - few.low)
  }))
})

test('more successes, or more confidence, move the ends outwards as they should', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n - 1 }), fc.constant(n))), confidences, ([successes, n], confidence) => {
    const here = wilson(successes, n, confidence)!
    const more = wilson(successes + 1, n, confidence)!
    expect(more.low).toBeGreaterThan(here.low)
    expect(more.high).toBeGreaterThan(here.high)
    const surer = wilson(successes, n, confidence + (1 - confidence) / 2)!
    expect(surer.high - surer.low).toBeGreaterThan(here.high - here.low)
  }))
})

test('of none there is no share', () => {
  expect(wilson(0, 0)).toBeNull()
  expect(responseRate(0, 0)).toBeNull()
})

test.each([[11, 10], [-1, 10], [1, 0], [0.5, 1], [1, 1.5], [NaN, 1], [1, Infinity]])('%f of %f is refused', (successes, n) => {
  expect(() => wilson(successes, n)).toThrow(RangeError)
  expect(() => responseRate(successes, n)).toThrow(RangeError)
})

test.each([0, 1, 95, NaN])('a confidence of %f is refused, of an empty sample too', (confidence) => {
  expect(() => wilson(8, 10, confidence)).toThrow('A confidence lies between 0 and 1, like 0.95')
  expect(() => wilson(0, 0, confidence)).toThrow(RangeError)
})

test('the response rate is answers of delivered invitations', () => {
  expect(responseRate(8, 10)).toEqual(wilson(8, 10))
})
