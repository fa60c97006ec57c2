/* Guards what a change is said to have done: estimate, error and interval (scipy), and above all when nothing is known yet. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOfShares } from '../difference-of-shares.ts'
import { npsChange } from '../nps-change.ts'
import { differenceInDifferencesOfMeans, differenceInDifferencesOfNps, differenceInDifferencesOfPeriods, differenceInDifferencesOfRates, differenceInDifferencesOfShares, type PairedPeriod } from './difference-in-differences.ts'
import type { Effect } from './effect.ts'

const expectEffect = (found: Effect | null, effect: number, standardError: number, low: number, high: number, known: boolean) => {
  expect(found!.effect).toBeCloseTo(effect, 12)
  expect(found!.standardError).toBeCloseTo(standardError, 12)
  expect(found!.low).toBeCloseTo(low, 9)
  expect(found!.high).toBeCloseTo(high, 9)
  expect(found!.known).toBe(known)
  expect(found!.why).toBe(known ? null : 'interval holds 0')
}

const share = (successes: number, n: number) => ({ successes, n })

test('shares: 60 % to 80 % where it was changed, 42 % to 49 % where not: 13 points, not yet known', () => {
  const effect = differenceInDifferencesOfShares({ changed: { before: share(60, 100), after: share(80, 100) }, unchanged: { before: share(50, 120), after: share(54, 110) } })
  expectEffect(effect, 0.12575757575757585, 0.09109027895933426, -0.052776090344425985, 0.3042912418595777, false)
  expect(effect!.p).toBeCloseTo(0.16740760118554143, 12)
})

test('ten times the answers make it known', () => {
  const effect = differenceInDifferencesOfShares({ changed: { before: share(600, 1000), after: share(700, 1000) }, unchanged: { before: share(500, 1000), after: share(510, 1000) } })
  expectEffect(effect, 0.09, 0.03082044775794148, 0.02959303240703641, 0.15040696759296351, true)
})

test('a group in which all said yes proves nothing by having no spread: the interval is that of Price and Bonett', () => {
  const effect = differenceInDifferencesOfShares({ changed: { before: share(6, 10), after: share(10, 10) }, unchanged: { before: share(5, 12), after: share(7, 12) } })
  expectEffect(effect, 0.4 - 2 / 12, 0.2519356402364776, -0.2839945714953263, 0.7035749910757461, false)
})

test('means carry Welch\'s interval', () => {
  const group = (n: number, mean: number, standardDeviation: number) => ({ n, mean, standardDeviation })
  const effect = differenceInDifferencesOfMeans({ changed: { before: group(20, 3.1, 1), after: group(25, 4, 0.8) }, unchanged: { before: group(30, 3.3, 1.1), after: group(28, 3.4, 1.2) } })
  expectEffect(effect, 0.8, 0.40909889362097374, -0.012807494318891055, 1.6128074943188908, false)
  expect(effect!.p).toBeCloseTo(0.05364129383913462, 11)
})

test('means of single values, or of values all alike, have an effect without an interval', () => {
  const group = (n: number, mean: number, standardDeviation: number) => ({ n, mean, standardDeviation })
  const single = { changed: { before: group(1, 3, 0), after: group(9, 4, 1) }, unchanged: { before: group(9, 3, 1), after: group(9, 3, 1) } }
  expect(differenceInDifferencesOfMeans(single)).toEqual({ effect: 1, standardError: null, low: null, high: null, p: null, known: false, why: 'too few' })
  const alike = { before: group(9, 3, 0), after: group(9, 3, 0) }
  expect(differenceInDifferencesOfMeans({ changed: alike, unchanged: alike })).toMatchObject({ effect: 0, low: null, known: false, why: 'no spread' })
})

test('two values in each group are enough for an interval, a wide one', () => {
  const group = (mean: number) => ({ n: 2, mean, standardDeviation: 1 })
  const effect = differenceInDifferencesOfMeans({ changed: { before: group(0), after: group(9) }, unchanged: { before: group(0), after: group(0) }, smallest: 1 })!
  // s²/n is ½ four times: SE √2, four degrees of freedom, t 2.776….
  expectEffect(effect, 9, Math.SQRT2, 9 - 2.776445105197794 * Math.SQRT2, 9 + 2.776445105197794 * Math.SQRT2, true)
  const period = (changed: number, after: boolean) => ({ changed, unchanged: 0, after })
  const weeks = differenceInDifferencesOfPeriods({ periods: [period(1, false), period(2, false), period(11, true), period(12, true)], smallest: 2 })!
  expectEffect(weeks, 10, Math.SQRT1_2, 10 - 4.302652729749464 * Math.SQRT1_2, 10 + 4.302652729749464 * Math.SQRT1_2, true)
})

test('rates: from 4 to 1.8 complaints in a hundred, less what came anyway', () => {
  const rate = (count: number, exposure: number) => ({ count, exposure })
  const effect = differenceInDifferencesOfRates({ changed: { before: rate(40, 1000), after: rate(20, 1100) }, unchanged: { before: rate(35, 900), after: rate(38, 950) } })
  expectEffect(effect, -0.02292929292929293, 0.011909830616803051, -0.04627213200019937, 0.0004135461416135064, false)
})

test('a fall from many events to none can be known, one from two cannot', () => {
  const rate = (count: number) => ({ count, exposure: 1000 })
  const fall = (count: number) => differenceInDifferencesOfRates({ changed: { before: rate(count), after: rate(0) }, unchanged: { before: rate(30), after: rate(31) } })!
  expect(fall(60)).toMatchObject({ effect: expect.closeTo(-0.061, 12), known: true, why: null })
  expect(fall(60).standardError).toBeCloseTo(Math.sqrt(60.5 + 0.5 + 30.5 + 31.5) / 1000, 12)
  expect(fall(2)).toMatchObject({ known: false, why: 'too few' })
})

test('the NPS, in points', () => {
  const of = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })
  const effect = differenceInDifferencesOfNps({ changed: { before: of(40, 30, 30), after: of(60, 25, 15) }, unchanged: { before: of(45, 35, 20), after: of(44, 35, 21) } })!
  const variance = (p: number, d: number) => (p + d - (p - d) ** 2) / 100
  expect(effect.effect).toBeCloseTo(37, 10)
  expect(effect.standardError).toBeCloseTo(100 * Math.sqrt(variance(0.4, 0.3) + variance(0.6, 0.15) + variance(0.45, 0.2) + variance(0.44, 0.21)), 10)
  expect(effect.known).toBe(true)
})

test('weeks: the gap between the two after the change against that before it', () => {
  const periods: PairedPeriod[] = [
    ...[[10, 9], [12, 11], [11, 11], [13, 12], [9, 9]].map(([changed, unchanged]) => ({ changed: changed!, unchanged: unchanged!, after: false })),
    ...[[15, 9], [14, 9], [18, 12], [16, 10], [15, 11], [17, 10]].map(([changed, unchanged]) => ({ changed: changed!, unchanged: unchanged!, after: true })),
  ]
  const effect = differenceInDifferencesOfPeriods({ periods })!
  expect(effect).toMatchObject({ effect: expect.closeTo(5.066666666666667, 12), low: expect.closeTo(3.9379311838384754, 9), high: expect.closeTo(6.195402149494859, 9), p: expect.closeTo(7.467206052601956e-6, 14), known: true })
  // What moves both in one week falls out.
  expect(differenceInDifferencesOfPeriods({ periods: periods.map((period, week) => ({ ...period, changed: period.changed + 8 * (week % 3), unchanged: period.unchanged + 8 * (week % 3) })) })!.standardError).toBeCloseTo(effect.standardError!, 12)
  expect(differenceInDifferencesOfPeriods({ periods: periods.slice(2) })).toMatchObject({ known: false, why: 'too few' })
  expect(differenceInDifferencesOfPeriods({ periods: periods.slice(2), smallest: 3 })!.known).toBe(true)
})

const groups = fc.integer({ min: 1, max: 400 }).chain((n) => fc.record({ successes: fc.nat(n), n: fc.constant(n) }))

test('the way back is the mirrored effect, and so is that of the two places exchanged', () => {
  fc.assert(fc.property(groups, groups, groups, groups, (a, b, c, d) => {
    const here = differenceInDifferencesOfShares({ changed: { before: a, after: b }, unchanged: { before: c, after: d } })!
    for (const other of [
      differenceInDifferencesOfShares({ changed: { before: b, after: a }, unchanged: { before: d, after: c } })!,
      differenceInDifferencesOfShares({ changed: { before: c, after: d }, unchanged: { before: a, after: b } })!,
    ]) {
      expect(other.effect).toBeCloseTo(-here.effect, 12)
      expect(other.low).toBeCloseTo(-here.high!, 10)
      expect(other.known).toBe(here.known)
    }
    if (here.known) expect(here.low! > 0 || here.high! < 0).toBe(true)
    expect(here.standardError).toBeGreaterThan(0)
  }))
})

test('where nothing moved without a change, much of it, the effect is the plain change', () => {
  const many = share(500_000_000, 1_000_000_000)
  const changed = { before: share(60, 100), after: share(80, 100) }
  expect(differenceInDifferencesOfShares({ changed, unchanged: { before: many, after: many } })!.effect).toBeCloseTo(differenceOfShares(changed.before, changed.after)!.difference, 9)
  const crowd = { promoters: 3e8, passives: 3e8, detractors: 3e8 }
  const nps = { before: { promoters: 6, passives: 2, detractors: 2 }, after: { promoters: 4, passives: 2, detractors: 4 } }
  const effect = differenceInDifferencesOfNps({ changed: nps, unchanged: { before: crowd, after: crowd } })!
  expect(effect.standardError).toBeCloseTo(npsChange(nps.before, nps.after)!.standardError, 4)
  expect(effect.p).toBeCloseTo(0.2918, 4)
})

test('known is never said of fewer than five', () => {
  const clear = { before: share(0, 4), after: share(4, 4) }
  const rest = { before: share(500, 1000), after: share(500, 1000) }
  expect(differenceInDifferencesOfShares({ changed: clear, unchanged: rest })).toMatchObject({ known: false, why: 'too few' })
  expect(differenceInDifferencesOfShares({ changed: clear, unchanged: rest, smallest: 4 })).toMatchObject({ known: true, why: null })
})

test('against an empty group there is no effect', () => {
  const some = { before: share(1, 2), after: share(1, 2) }
  expect(differenceInDifferencesOfShares({ changed: some, unchanged: { before: share(0, 0), after: share(1, 2) } })).toBeNull()
  const nobody = { promoters: 0, passives: 0, detractors: 0 }
  expect(differenceInDifferencesOfNps({ changed: { before: nobody, after: nobody }, unchanged: { before: nobody, after: nobody } })).toBeNull()
  const rate = { before: { count: 1, exposure: 5 }, after: { count: 0, exposure: 0 } }
  expect(differenceInDifferencesOfRates({ changed: rate, unchanged: rate })).toBeNull()
  const mean = { before: { n: 0, mean: 0, standardDeviation: 0 }, after: { n: 5, mean: 1, standardDeviation: 1 } }
  expect(differenceInDifferencesOfMeans({ changed: mean, unchanged: mean })).toBeNull()
  expect(differenceInDifferencesOfPeriods({ periods: [{ changed: 1, unchanged: 1, after: true }] })).toBeNull()
})

test('what cannot be is refused, beside empty groups too', () => {
  const none = { before: share(0, 0), after: share(0, 0) }
  expect(() => differenceInDifferencesOfShares({ changed: { before: share(3, 2), after: share(1, 2) }, unchanged: none })).toThrow('Of 2 there are at most 2 successes; it was 3.')
  expect(() => differenceInDifferencesOfShares({ changed: none, unchanged: none, confidence: 95 })).toThrow(RangeError)
  expect(() => differenceInDifferencesOfShares({ changed: none, unchanged: none, smallest: 0 })).toThrow('The smallest group is a whole number from 1; it was 0.')
  const rate = { before: { count: 1, exposure: -5 }, after: { count: 0, exposure: 1 } }
  expect(() => differenceInDifferencesOfRates({ changed: rate, unchanged: rate })).toThrow(RangeError)
  const mean = { before: { n: 5, mean: Number.NaN, standardDeviation: 0 }, after: { n: 5, mean: 1, standardDeviation: 1 } }
  expect(() => differenceInDifferencesOfMeans({ changed: mean, unchanged: mean })).toThrow(RangeError)
  expect(() => differenceInDifferencesOfPeriods({ periods: [{ changed: Infinity, unchanged: 1, after: true }] })).toThrow(RangeError)
})
