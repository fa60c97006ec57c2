/* Guards the exact intervals of counts, rates and shares: quantiles of χ² and beta (scipy), R's own example, and what exact means. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomial, poisson } from '../distribution/law.ts'
import { differenceOfShares } from '../difference-of-shares.ts'
import { wilson } from '../wilson.ts'
import { exactShare } from './exact-share.ts'
import { poissonInterval, rateInterval } from './poisson-interval.ts'
import { ratioOfRates } from './ratio-of-rates.ts'
import { shareChange } from './share-change.ts'

test.each([
  [0, 0.95, 0, 3.6888794541139354],
  [1, 0.95, 0.025317807984289876, 5.571643390938898],
  [5, 0.95, 1.6234863901184207, 11.66833207932267],
  [10, 0.95, 4.7953886961324335, 18.39035604201778],
  [100, 0.95, 81.36399125092314, 121.62679379242638],
  [3, 0.9, 0.8176914471639534, 7.753656527932725],
  [7, 0.99, 2.0373374786996714, 17.133593268913344],
  [1000, 0.95, 938.9730184076952, 1063.952136016302],
])('Garwood: %i events with confidence %f come from a mean of %f to %f', (count, confidence, low, high) => {
  const interval = poissonInterval({ count, confidence })
  expect(interval.low).toBeCloseTo(low, 9)
  expect(interval.high).toBeCloseTo(high, 9)
})

test('the ends are the means of which the count is just too rare', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0.5, max: 0.999, noNaN: true }), (count, confidence) => {
    const { low, high } = poissonInterval({ count, confidence })
    expect(low).toBeLessThan(count)
    expect(high).toBeGreaterThan(count)
    expect(poisson(low).tails(count).atLeast).toBeCloseTo((1 - confidence) / 2, 10)
    expect(poisson(high).tails(count).atMost).toBeCloseTo((1 - confidence) / 2, 10)
  }))
})

test('a rate is the count by its exposure, and so are the ends', () => {
  expect(rateInterval({ count: 5, exposure: 200 })).toEqual({ rate: 0.025, low: expect.closeTo(1.6234863901184207 / 200, 12), high: expect.closeTo(11.66833207932267 / 200, 12) })
  expect(rateInterval({ count: 0, exposure: 0 })).toBeNull()
})

test.each([
  [8, 10, 0.95, 0.4439045376923585, 0.9747892736731666],
  [0, 20, 0.95, 0, 0.1684334709830853],
  [20, 20, 0.95, 0.8315665290169146, 1],
  [81, 263, 0.95, 0.25273674558527126, 0.36762192260135135],
  [15, 148, 0.95, 0.05784401008344857, 0.161650490349479],
  [1, 29, 0.9, 0.0017671710005495356, 0.1533920245261827],
  [500, 1000, 0.99, 0.45885255330704494, 0.5411474466929551],
])('Clopper and Pearson: %i of %i with confidence %f lies within %f and %f', (successes, n, confidence, low, high) => {
  expect(exactShare({ successes, n, confidence })).toEqual({ share: successes / n, low: expect.closeTo(low, 11), high: expect.closeTo(high, 11) })
})

test('whatever the true share, the exact interval misses it at most as often as promised', () => {
  for (const n of [1, 5, 12, 30]) {
    const intervals = Array.from({ length: n + 1 }, (_, successes) => exactShare({ successes, n })!)
    for (let share = 0.005; share < 1; share += 0.005) {
      const law = binomial(n, share)
      const missed = intervals.reduce((sum, { low, high }, count) => low <= share && share <= high ? sum : sum + law.tails(count).atLeast + law.tails(count).atMost - 1, 0)
      expect(missed).toBeLessThanOrEqual(0.05 + 1e-9)
    }
  }
})

test('the exact interval of the middle holds Wilson\'s of the same data', () => {
  for (const n of [10, 40, 200]) {
    const [exact, score] = [exactShare({ successes: n / 2, n })!, wilson(n / 2, n)!]
    expect(exact.low).toBeLessThan(score.low)
    expect(exact.high).toBeGreaterThan(score.high)
  }
})

test('R\'s example (poisson.test): 11 of 800 against 21 of 3011', () => {
  const ratio = ratioOfRates({ before: { count: 21, exposure: 3011 }, after: { count: 11, exposure: 800 } })!
  expect(ratio.ratio).toBeCloseTo(1.971488, 6)
  expect(ratio.low).toBeCloseTo(0.8584264, 6)
  expect(ratio.high).toBeCloseTo(4.2772659, 6)
  // R adds up all outcomes that are no likelier, 0.07967; twice the tail fits the interval.
  expect(ratio.p).toBeCloseTo(0.11201731957539936, 10)
  expect(ratio.real).toBe(false)
})

test.each([
  [10, 1, 20, 1, 2, 0.8935088903846908, 4.784552440338102, 0.09873714670538905, false],
  [5, 100, 0, 100, 0, 0, 1.091279105182546, 0.0625, false],
  [40, 1000, 20, 1100, 0.45454545454545453, 0.2517511801204227, 0.7961132063657181, 0.004532553804325316, true],
])('from %i in %f to %i in %f: %f times', (before, exposureBefore, after, exposureAfter, ratio, low, high, p, real) => {
  const found = ratioOfRates({ before: { count: before, exposure: exposureBefore }, after: { count: after, exposure: exposureAfter } })!
  expect(found.ratio).toBeCloseTo(ratio, 12)
  expect(found.low).toBeCloseTo(low, 9)
  expect(found.high).toBeCloseTo(high, 9)
  expect(found.p).toBeCloseTo(p, 10)
  expect(found.real).toBe(real)
})

test('from nothing there is no ratio, yet a lower end', () => {
  expect(ratioOfRates({ before: { count: 0, exposure: 100 }, after: { count: 5, exposure: 100 } })).toEqual({ ratio: null, low: expect.closeTo(0.9163558573154595, 9), high: null, p: expect.closeTo(0.0625, 12), real: false })
  expect(ratioOfRates({ before: { count: 0, exposure: 100 }, after: { count: 12, exposure: 100 } })!.real).toBe(true)
})

const counted = fc.record({ count: fc.nat(300), exposure: fc.double({ min: 0.5, max: 1000, noNaN: true }) })

test('the way back is the inverted ratio, and it is real exactly where p is at most what the confidence leaves', () => {
  fc.assert(fc.property(counted, counted, fc.constantFrom(0.8, 0.95, 0.99), (before, after, confidence) => {
    if (before.count + after.count === 0) return
    const here = ratioOfRates({ before, after, confidence })!
    const back = ratioOfRates({ before: after, after: before, confidence })!
    expect(back.p).toBeCloseTo(here.p, 10)
    expect(back.real).toBe(here.real)
    if (here.high !== null && back.low > 0) expect(here.high * back.low).toBeCloseTo(1, 8)
    if (Math.abs(here.p - (1 - confidence)) > 1e-9) expect(here.real).toBe(here.p < 1 - confidence)
  }))
})

test('without exposure or any event there is nothing to compare', () => {
  expect(ratioOfRates({ before: { count: 0, exposure: 10 }, after: { count: 0, exposure: 10 } })).toBeNull()
  expect(ratioOfRates({ before: { count: 1, exposure: 0 }, after: { count: 1, exposure: 10 } })).toBeNull()
  expect(exactShare({ successes: 0, n: 0 })).toBeNull()
})

test('the change of a share is Newcombe\'s', () => {
  const [before, after] = [{ successes: 48, n: 80 }, { successes: 56, n: 70 }]
  expect(shareChange({ before, after })).toEqual(differenceOfShares(before, after))
  expect(shareChange({ before, after, confidence: 0.9 })).toEqual(differenceOfShares(before, after, 0.9))
})

test('counts, exposures and confidences that cannot be are refused', () => {
  expect(() => poissonInterval({ count: 1.5 })).toThrow(RangeError)
  expect(() => poissonInterval({ count: 1, confidence: 1 })).toThrow(RangeError)
  expect(() => rateInterval({ count: 1, exposure: -1 })).toThrow('exposure is a number from 0; it was -1.')
  expect(() => exactShare({ successes: 3, n: 2 })).toThrow('Of 2 there are at most 2 successes; it was 3.')
  expect(() => ratioOfRates({ before: { count: -1, exposure: 1 }, after: { count: 1, exposure: 1 } })).toThrow(RangeError)
  expect(() => ratioOfRates({ before: { count: 0, exposure: 0 }, after: { count: 0, exposure: 0 }, confidence: 95 })).toThrow(RangeError)
})
