/* Guards how far a location may stray before anybody says a word: limits from scipy's quantiles, and what they promise. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomial, poisson } from '../distribution/law.ts'
import { wilson } from '../wilson.ts'
import { meanFunnel, positionInFunnel, rateFunnel, shareFunnel, type FunnelLimits, type ShareFunnelMethod } from './funnel.ts'

const expectLimits = (funnel: FunnelLimits | null, expected: number, limits: readonly number[], digits = 12) => {
  expect(funnel!.expected).toBe(expected)
  const found = [funnel!.low95, funnel!.high95, funnel!.low998, funnel!.high998]
  for (const [i, limit] of limits.entries()) expect(found[i]).toBeCloseTo(limit, digits)
}

test.each([
  [0.2, 50, [0.1, 0.32, 0.04, 0.38], [0.08440482201226915, 0.30709388335205806, 0.03477614320750775, 0.3791440976750372]],
  [0.8, 25, [0.64, 0.96, 0.52, 1], [0.6104178159185408, 0.9240483526372851, 0.5015525227227235, 0.9894120881593212]],
  [0.9, 7, [4 / 7, 1, 3 / 7, 1], [0.5671267135111934, 0.9925330300668297, 0.3318216175359033, 0.9997013212026732]],
  [0.05, 400, [0.03, 0.0725, 0.02, 0.0875], [0.028404315774872183, 0.07122200055469514, 0.01836605547453647, 0.0854853297109485]],
  [0.5, 1, [0, 1, 0, 1], [0, 0.95, 0, 0.998]],
  [0.37, 2000, [0.349, 0.391, 0.337, 0.4035], [0.348650059801676, 0.3909695891170589, 0.33658132638464433, 0.40329297673180153]],
])('about a share of %f a location of %i answers', (share, n, exact, interpolated) => {
  expectLimits(shareFunnel({ share, n }), share, exact)
  expectLimits(shareFunnel({ share, n, method: 'interpolated' }), share, interpolated, 10)
})

test('the limits by the normal law are p ± z·√(p(1-p)/n)', () => {
  expectLimits(shareFunnel({ share: 0.2, n: 50, method: 'score' }), 0.2, [0.2 - 1.9599639845400543 * Math.sqrt(0.0032), 0.2 + 1.9599639845400543 * Math.sqrt(0.0032), 0.2 - 3.0902323061678136 * Math.sqrt(0.0032), 0.2 + 3.0902323061678136 * Math.sqrt(0.0032)])
  expect(shareFunnel({ share: 0.2, n: 10, method: 'score' })!.low998).toBe(0)
})

test('Wilson\'s limits are the interval of the network\'s share at this n', () => {
  const { low, high } = wilson(8, 40)!
  expectLimits(shareFunnel({ share: 0.2, n: 40, method: 'wilson' }), 0.2, [low, high])
})

test('who lies outside the score limits does not have the network\'s share in its own Wilson interval', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 500 }).chain((n) => fc.tuple(fc.nat(n), fc.constant(n))), fc.double({ min: 0.01, max: 0.99, noNaN: true }), ([successes, n], share) => {
    const limits = shareFunnel({ share, n, method: 'score' })!
    const own = wilson(successes, n)!
    const { side } = positionInFunnel({ value: successes / n, limits })
    const [toLow, toHigh] = [Math.abs(own.low - share), Math.abs(own.high - share)]
    if (Math.min(toLow, toHigh) > 1e-9) expect(side).toBe(share < own.low ? 'above' : share > own.high ? 'below' : null)
  }))
})

test('outside the exact limits chance comes at most 2.5 and 0.1 % of the time on a side, and one count further in more often', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 300 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (n, share) => {
    const law = binomial(n, share)
    const funnel = shareFunnel({ share, n })!
    for (const [low, high, tail] of [[funnel.low95, funnel.high95, 0.025], [funnel.low998, funnel.high998, 0.001]] as const) {
      const [lowest, highest] = [Math.round(low * n), Math.round(high * n)]
      if (lowest > 0) expect(law.tails(lowest - 1).atMost).toBeLessThan(tail)
      expect(law.tails(lowest).atMost).toBeGreaterThanOrEqual(tail)
      if (highest < n) expect(law.tails(highest + 1).atLeast).toBeLessThanOrEqual(tail * (1 + 1e-9))
      expect(law.tails(highest).atLeast).toBeGreaterThan(tail)
    }
  }))
})

test('larger locations have narrower limits, on every road', () => {
  for (const method of ['exact', 'interpolated', 'score', 'wilson'] as ShareFunnelMethod[]) {
    const widths = [20, 80, 320, 1280].map((n) => shareFunnel({ share: 0.3, n, method })!).map(({ low95, high95 }) => high95 - low95)
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
  }
})

test.each([
  [0.1, 200, [0.06, 0.145, 0.04, 0.175]],
  [3, 1, [0, 7, 0, 10]],
  [0.02, 10, [0, 0.1, 0, 0.3]],
  [5, 40, [4.325, 5.7, 3.95, 6.125]],
])('about a rate of %f a location of exposure %f', (rate, exposure, limits) => {
  expectLimits(rateFunnel({ rate, exposure }), rate, limits)
})

test('interpolated limits of a rate lie in the count below the exact one', () => {
  fc.assert(fc.property(fc.double({ min: 0.1, max: 80, noNaN: true }), (rate) => {
    const [exact, smooth] = [rateFunnel({ rate, exposure: 1 })!, rateFunnel({ rate, exposure: 1, method: 'interpolated' })!]
    expect(smooth.low95).toBeGreaterThanOrEqual(0)
    expect(smooth.high95).toBeLessThanOrEqual(exact.high95)
    expect(smooth.high95).toBeGreaterThan(exact.high95 - 1)
    expect(poisson(rate).tails(exact.high95).atLeast).toBeGreaterThan(0.025 * (1 - 1e-9))
  }))
})

test('means stray by their standard error', () => {
  expectLimits(meanFunnel({ mean: 4.2, standardDeviation: 1.1, n: 25 }), 4.2, [4.2 - 0.22 * 1.9599639845400543, 4.2 + 0.22 * 1.9599639845400543, 4.2 - 0.22 * 3.0902323061678136, 4.2 + 0.22 * 3.0902323061678136])
})

test.each([
  [0.5, null, null], [0.4, null, null], [0.6, null, null], [0.39, 'below', 95], [0.61, 'above', 95], [0.3, 'below', 95], [0.29, 'below', 99.8], [0.7, 'above', 95], [0.75, 'above', 99.8],
])('a value of %f lies %s, beyond %s', (value, side, beyond) => {
  expect(positionInFunnel({ value, limits: { expected: 0.5, low95: 0.4, high95: 0.6, low998: 0.3, high998: 0.7 } })).toEqual({ side, beyond })
})

test('where everybody or nobody says yes, nobody who does strays', () => {
  for (const share of [0, 1]) {
    for (const method of ['exact', 'score'] as const) expect(positionInFunnel({ value: share, limits: shareFunnel({ share, n: 12, method })! }).side).toBeNull()
  }
})

test('a location without answers or exposure has no limits', () => {
  expect(shareFunnel({ share: 0.5, n: 0 })).toBeNull()
  expect(rateFunnel({ rate: 1, exposure: 0 })).toBeNull()
  expect(meanFunnel({ mean: 1, standardDeviation: 1, n: 0 })).toBeNull()
})

test('what cannot be is refused', () => {
  expect(() => shareFunnel({ share: 1.1, n: 5 })).toThrow('share is a share from 0 to 1; it was 1.1.')
  expect(() => shareFunnel({ share: 0.5, n: 1.5 })).toThrow(RangeError)
  expect(() => shareFunnel({ share: 0.5, n: 0, method: 'wald' as 'exact' })).toThrow('The method is one of exact, interpolated, score, wilson; it was wald.')
  expect(() => rateFunnel({ rate: -1, exposure: 1 })).toThrow(RangeError)
  expect(() => meanFunnel({ mean: 1, standardDeviation: -1, n: 5 })).toThrow(RangeError)
  expect(() => positionInFunnel({ value: Number.NaN, limits: shareFunnel({ share: 0.5, n: 5 })! })).toThrow(RangeError)
})
