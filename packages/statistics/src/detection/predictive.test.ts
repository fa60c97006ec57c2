/* Guards the limits of a short history, against scipy and against what they promise: the right share of false alarms. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countLimits } from './count-limits.ts'
import { poissonTails } from './count-tails.ts'
import { predictiveLimits, predictiveTails } from './predictive.ts'

test.each([
  [16, 8, 1, 0.001, null, 9, 0.0008388847772146138],
  [0, 8, 1, 0.001, null, 3, 0.0004478216560531915],
  [40, 8, 1, 0.001, null, 15, 0.0006708351888163911],
  [400, 8, 1, 0.001, 28, 76, 0.0008176378182943098],
  [2, 1, 1, 0.01, null, 11, 0.006286532378312169],
  [40, 800, 120, 0.001, null, 17, 0.0006296104616115275],
])('after %i events in %f the next %f warn at %f from %s downwards and %i upwards', (total, exposure, nextExposure, level, lower, upper, p) => {
  expect(predictiveLimits({ total, exposure, nextExposure, level })).toEqual({ lower, upper })
  expect(predictiveTails({ total, exposure, nextExposure, count: upper }).atLeast).toBeCloseTo(p, 14)
})

test('with k periods of one it is NB(S + ½, k/(k + 1)): after no event in 8 periods one more is silent with (8/9)^½', () => {
  expect(predictiveTails({ total: 0, exposure: 8, count: 0 }).atMost).toBeCloseTo(Math.sqrt(8 / 9), 14)
  expect(predictiveTails({ total: 3, exposure: 8, count: 0 }).atMost).toBeCloseTo((8 / 9) ** 3.5, 14)
})

test('averaged over all histories, chance passes the limit at most as often as promised, and the plain Poisson limit more often', () => {
  const level = 0.001
  for (const mean of [5, 20]) {
    let [predictive, plain] = [0, 0]
    const past = (total: number) => poissonTails({ count: total, mean: 8 * mean })
    for (let total = 0; total < 16 * mean + 60; total++) {
      const chance = past(total).atMost + past(total).atLeast - 1
      predictive += chance * poissonTails({ count: predictiveLimits({ total, exposure: 8, level }).upper, mean }).atLeast
      plain += chance * poissonTails({ count: countLimits({ mean: total / 8, level }).upper, mean }).atLeast
    }
    expect(predictive).toBeLessThanOrEqual(level)
    expect(plain).toBeGreaterThan(1.4 * level)
  }
})

test('the longer the history, the closer it comes to the limits of a known mean', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), (mean) => {
    const known = countLimits({ mean, level: 0.001 })
    const wide = predictiveLimits({ total: 8 * mean, exposure: 8, level: 0.001 })
    const long = predictiveLimits({ total: 1e9 * mean, exposure: 1e9, level: 0.001 })
    expect(wide.upper).toBeGreaterThanOrEqual(known.upper)
    expect(long).toEqual(known)
  }))
})

test('only the ratio of the exposures matters', () => {
  fc.assert(fc.property(fc.nat(100), fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 50 }), (total, exposure, nextExposure) => {
    expect(predictiveLimits({ total, exposure, nextExposure, level: 0.01 })).toEqual(predictiveLimits({ total, exposure: exposure * 4, nextExposure: nextExposure * 4, level: 0.01 }))
  }))
})

test('a history without exposure, and counts that cannot be, are refused', () => {
  expect(() => predictiveTails({ total: 0, exposure: 0, count: 1 })).toThrow('exposure is a number above 0; it was 0.')
  expect(() => predictiveTails({ total: 1.5, exposure: 1, count: 1 })).toThrow(RangeError)
  expect(() => predictiveTails({ total: 1, exposure: 1, nextExposure: -1, count: 1 })).toThrow(RangeError)
  expect(() => predictiveTails({ total: 1, exposure: 1, count: -1 })).toThrow(RangeError)
  expect(() => predictiveLimits({ total: 1, exposure: 1, level: 1 })).toThrow(RangeError)
})
