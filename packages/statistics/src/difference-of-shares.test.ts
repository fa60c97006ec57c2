/* Guards the arrow beside a share: the published examples (Newcombe 1998, table II, method 10, four digits) and the laws. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOfShares } from './difference-of-shares.ts'

test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.8090],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
])('%i of %i less %i of %i lies within %f and %f', (successes, n, successesBefore, nBefore, low, high) => {
  const change = differenceOfShares({ successes: successesBefore, n: nBefore }, { successes, n })!
  expect([change.low.toFixed(4), change.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)])
  expect(change.difference).toBe(successes / n - successesBefore / nBefore)
  expect(change.real).toBe(low > 0 || high < 0)
})

const group = fc.integer({ min: 1, max: 5000 }).chain((n) => fc.record({ successes: fc.integer({ min: 0, max: n }), n: fc.constant(n) }))

test('the interval holds the difference, and the way back is the mirrored change', () => {
  fc.assert(fc.property(group, group, (before, after) => {
    const there = differenceOfShares(before, after)!
    const back = differenceOfShares(after, before)!
    expect(there.low).toBeLessThanOrEqual(there.difference)
    expect(there.high).toBeGreaterThanOrEqual(there.difference)
    expect(there.low).toBeGreaterThanOrEqual(-1)
    expect(there.high).toBeLessThanOrEqual(1)
    expect(back.difference).toBeCloseTo(-there.difference, 12)
    expect(back.low).toBeCloseTo(-there.high, 12)
    expect(back.real).toBe(there.real)
  }))
})

test('the same shares of many more answers are told apart sooner', () => {
  expect(differenceOfShares({ successes: 6, n: 10 }, { successes: 8, n: 10 })!.real).toBe(false)
  expect(differenceOfShares({ successes: 600, n: 1000 }, { successes: 800, n: 1000 })!.real).toBe(true)
})

test('against nothing there is no change, and counts that cannot be are refused', () => {
  expect(differenceOfShares({ successes: 0, n: 0 }, { successes: 1, n: 2 })).toBeNull()
  expect(differenceOfShares({ successes: 1, n: 2 }, { successes: 0, n: 0 })).toBeNull()
  expect(() => differenceOfShares({ successes: 3, n: 2 }, { successes: 0, n: 1 })).toThrow(RangeError)
  expect(() => differenceOfShares({ successes: 1, n: 2 }, { successes: 0, n: 1 }, 95)).toThrow(RangeError)
})
