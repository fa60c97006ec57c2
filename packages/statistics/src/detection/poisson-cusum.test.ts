/*
 * Guards the sum that finds slow shifts, and how long it runs: the figures that are promised (188 and 5.2), the full Markov chain
 * over all its states, solved as D. Brook and D. A. Evans do (Biometrika 59 (1972) 539-549), and a simulation.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { solve } from '../distribution/solve.ts'
import { arlOfPoissonCusum, thresholdFor } from './cusum-run-length.ts'
import { poissonCusum, poissonCusumK, poissonCusumStep, type CusumDirection } from './poisson-cusum.ts'

test.each([
  [2, 4, 2.8853900817779268],
  [1, 2, Math.LOG2E],
  [4, 2, 2.8853900817779268],
  [10, 12, 10.969629895494156],
])('from %f to %f k is %f', (mu0, mu1, k) => {
  expect(poissonCusumK({ mu0, mu1 })).toBeCloseTo(k, 12)
})

test('the sum takes what lies beyond k, never falls under 0 and warns at h', () => {
  const states = poissonCusum({ counts: [2, 4, 5, 1, 6, 3, 0, 9], k: 3, h: 5 })
  expect(states.map(({ sum }) => sum)).toEqual([0, 1, 3, 1, 4, 4, 1, 7])
  expect(states.map(({ warns }) => warns)).toEqual([false, false, false, false, false, false, false, true])
  expect(poissonCusumStep({ sum: 4, count: 4, k: 3, h: 5 })).toEqual({ sum: 5, warns: true })
})

test('a fall is summed the other way round', () => {
  expect(poissonCusum({ counts: [3, 1, 0, 0, 5], k: 3, h: 5, direction: 'down' }).map(({ sum }) => sum)).toEqual([0, 2, 5, 8, 6])
  expect(poissonCusumStep({ sum: 2, count: 0, k: 3, h: 5, direction: 'down' }).warns).toBe(true)
})

test('tenths add up to the threshold in spite of rounding', () => {
  expect(poissonCusum({ counts: [1, 1, 1], k: 0.9, h: 0.3 }).map(({ warns }) => warns)).toEqual([false, false, true])
})

test('with k 3 and h 5 false alarms are 188 periods apart, and a doubling is found after 5.2', () => {
  expect(arlOfPoissonCusum({ mu: 2, k: 3, h: 5 })).toBeCloseTo(188.4914, 4)
  expect(arlOfPoissonCusum({ mu: 4, k: 3, h: 5 })).toBeCloseTo(5.2021, 4)
})

/** The chain of Brook and Evans over the multiples of 1/parts below h. */
function byMatrix(mu: number, k: number, h: number, parts: number, direction: CusumDirection = 'up'): number {
  const size = Math.round(h * parts)
  const terms = [Math.exp(-mu)]
  for (let x = 1; x < 200; x++) terms.push(terms[x - 1]! * mu / x)
  const matrix = Array.from({ length: size }, (_, from) => {
    const row = Array.from({ length: size }, (_, to) => Number(from === to))
    for (const [x, term] of terms.entries()) {
      const next = Math.max(0, from + (direction === 'up' ? 1 : -1) * Math.round((x - k) * parts))
      if (next < size) row[next]! -= term
    }
    return row
  })
  return solve(matrix, matrix.map(() => 1))[0]!
}

test.each<[number, number, number, number, CusumDirection]>([
  [2, 3, 5, 1, 'up'],
  [2, 3, 9, 1, 'up'],
  [0.3, 1, 3, 1, 'up'],
  [1, 1.5, 4, 2, 'up'],
  [1.5, 1.5, 4, 2, 'up'],
  [5, 6.2, 7.4, 5, 'up'],
  [20, 22.5, 12, 2, 'up'],
  [8, 6.5, 5, 2, 'down'],
  [8, 7, 12, 1, 'down'],
  [5, 7, 6, 1, 'down'],
])('with a mean of %f, k %f and h %f (in parts of 1/%i, %s) it is what the full matrix gives', (mu, k, h, parts, direction) => {
  expect(arlOfPoissonCusum({ mu, k, h, direction }) / byMatrix(mu, k, h, parts, direction)).toBeCloseTo(1, 9)
})

test('a k that is no fraction is what its close neighbours in fractions give', () => {
  const k = poissonCusumK({ mu0: 2, mu1: 4 })
  expect(arlOfPoissonCusum({ mu: 2, k, h: 4.95 }) / byMatrix(2, 2.885, 4.95, 200)).toBeCloseTo(1, 2)
})

test('a run lengthens with the threshold and with k, and shortens with the mean', () => {
  fc.assert(fc.property(fc.double({ min: 0.5, max: 6, noNaN: true }), fc.double({ min: 0.5, max: 6, noNaN: true }), fc.integer({ min: 1, max: 6 }), (mu, k, h) => {
    const length = arlOfPoissonCusum({ mu, k, h })
    expect(length).toBeGreaterThanOrEqual(1)
    expect(arlOfPoissonCusum({ mu, k, h: h + 1 })).toBeGreaterThanOrEqual(length * (1 - 1e-12))
    expect(arlOfPoissonCusum({ mu, k: k + 0.5, h })).toBeGreaterThanOrEqual(length * (1 - 1e-12))
    expect(arlOfPoissonCusum({ mu: mu + 0.5, k, h })).toBeLessThanOrEqual(length * (1 + 1e-12))
  }), { numRuns: 40 })
})

test('a simulated chart runs as long as computed', () => {
  // Counts by inversion from fixed low-discrepancy numbers: no chance in the test.
  let [u, sum, periods, warnings] = [0.5, 0, 0, 0]
  const count = () => {
    u = (u * 16_807 + 0.123_456_789) % 1
    let [x, term, rest] = [0, Math.exp(-3), u]
    while ((rest -= term) > 0 && x < 60) term *= 3 / ++x
    return x
  }
  while (periods < 400_000) {
    const state = poissonCusumStep({ sum, count: count(), k: 3, h: 6 })
    periods++
    sum = state.warns ? 0 : state.sum
    if (state.warns) warnings++
  }
  expect(periods / warnings / arlOfPoissonCusum({ mu: 3, k: 3, h: 6 })).toBeCloseTo(1, 1)
})

test('the threshold is the smallest that keeps false alarms so far apart', () => {
  expect(thresholdFor({ mu0: 2, mu1: 4, arl: 188, k: 3 })).toEqual({ k: 3, h: 5, direction: 'up', arl: expect.closeTo(188.4914, 4), delay: expect.closeTo(5.2021, 4) })
  expect(thresholdFor({ mu0: 2, mu1: 4, arl: 189, k: 3 }).h).toBe(6)
  const design = thresholdFor({ mu0: 10, mu1: 14, arl: 1000 })
  expect(design.k).toBe(poissonCusumK({ mu0: 10, mu1: 14 }))
  expect(design.arl).toBeGreaterThanOrEqual(1000)
  expect(arlOfPoissonCusum({ mu: 10, k: design.k, h: design.h - 0.1 })).toBeLessThan(1000)
  expect(design.delay).toBe(arlOfPoissonCusum({ mu: 14, ...design }))
})

test('a fall is designed for where the second mean is lower', () => {
  const design = thresholdFor({ mu0: 12, mu1: 8, arl: 500 })
  expect(design.direction).toBe('down')
  expect(design.arl).toBeGreaterThanOrEqual(500)
  expect(design.delay).toBeLessThan(10)
})

test('without any event a rise is never found, and a fall at once', () => {
  expect(arlOfPoissonCusum({ mu: 0, k: 1, h: 1 })).toBe(Infinity)
  expect(arlOfPoissonCusum({ mu: 0, k: 1, h: 3, direction: 'down' })).toBe(3)
})

test('means that do not differ, senseless thresholds and directions are refused', () => {
  expect(() => poissonCusumK({ mu0: 2, mu1: 2 })).toThrow('A shift leads from one mean to another; both were 2.')
  expect(() => poissonCusumK({ mu0: 0, mu1: 2 })).toThrow(RangeError)
  expect(() => poissonCusumStep({ sum: -1, count: 1, k: 1, h: 1 })).toThrow(RangeError)
  expect(() => poissonCusumStep({ sum: 0, count: 0.5, k: 1, h: 1 })).toThrow(RangeError)
  expect(() => poissonCusum({ counts: [], k: 0, h: 1 })).toThrow(RangeError)
  expect(() => arlOfPoissonCusum({ mu: 1, k: 1, h: 0 })).toThrow(RangeError)
  expect(() => arlOfPoissonCusum({ mu: 1, k: 1, h: 1, direction: 'both' as CusumDirection })).toThrow('The direction is up or down; it was both.')
  expect(() => thresholdFor({ mu0: 2, mu1: 4, arl: 1 })).toThrow(RangeError)
  for (const k of [2, 4]) expect(() => thresholdFor({ mu0: 2, mu1: 4, arl: 100, k })).toThrow(RangeError)
  for (const k of [2, 4]) expect(() => thresholdFor({ mu0: 4, mu1: 2, arl: 100, k })).toThrow(RangeError)
  expect(() => thresholdFor({ mu0: 2, mu1: 4, arl: 100, k: 5 })).toThrow('k lies between the two means 2 and 4; it was 5.')
})
