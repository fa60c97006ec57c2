// Guards the laws under all checks: exact fractions by hand, and the same answers from either side.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { splitOfCounts, splitOfScores, splitOfShares } from './conditional-law.ts'

test.each([
  // Of 3 events each falls into the present with 1/9: all three 1/729, two 3·8/729.
  ['three and none in eight weeks', { count: 3, past: 0, ratio: 1 / 8 }, 1 / 729, 0],
  ['two of three', { count: 2, past: 1, ratio: 1 / 8 }, 24 / 729, 1 / 729],
  // Pólya with 1 red of 9 and each drawn one doubled: 1/9 · 2/10.
  ['two where days differ', { count: 2, past: 0, ratio: 1 / 8, dispersion: 1 }, 1 / 9 * 2 / 10, 0],
  ['none of ten', { count: 0, past: 10, ratio: 1 }, 1 / 1024, 1023 / 1024],
])('of counts: %s', (_what, given, equal, above) => {
  const places = splitOfCounts(given)
  expect(places.equal).toBeCloseTo(equal, 12)
  expect(places.above).toBeCloseTo(above, 12)
})

test('of shares: Fisher’s tea (3 of 4 right, 8 cups): 16/70 and 1/70', () => {
  const { equal, above } = splitOfShares({ hits: 3, n: 4, pastHits: 1, pastN: 4 })
  expect([equal, above].map((chance) => chance * 70)).toEqual([expect.closeTo(16, 9), expect.closeTo(1, 9)])
})

test('of scores: two bad answers after two good ones come one time in six', () => {
  const { equal, below, above } = splitOfScores({ n: 2, good: 0, bad: 2 }, { n: 2, good: 2, bad: 0 })
  expect([below, equal, above]).toEqual([0, expect.closeTo(1 / 6, 12), expect.closeTo(5 / 6, 12)])
})

describe('whatever is given', () => {
  const small = fc.integer({ min: 0, max: 60 })
  test('the three parts are one whole', () => {
    fc.assert(fc.property(small, small, fc.double({ min: 0.01, max: 20, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true }), (count, past, ratio, dispersion) => {
      const { below, equal, above } = splitOfCounts({ count, past, ratio, dispersion })
      expect(below + equal + above).toBeCloseTo(1, 9)
      expect(Math.min(below, equal, above)).toBeGreaterThanOrEqual(0)
    }))
  })

  test('few scores of two kinds are shares', () => {
    fc.assert(fc.property(small, small, small, small, (hits, misses, pastHits, pastMisses) => {
      fc.pre(hits + misses > 0 && pastHits + pastMisses > 0)
      const scored = splitOfScores({ n: hits + misses, good: hits, bad: 0 }, { n: pastHits + pastMisses, good: pastHits, bad: 0 })
      const shares = splitOfShares({ hits, n: hits + misses, pastHits, pastN: pastHits + pastMisses })
      expect(scored.below).toBeCloseTo(shares.below, 9)
      // All at one end, or some bad at the other: three kinds of which one is empty.
      const turned = splitOfScores({ n: hits + misses, good: 0, bad: hits }, { n: pastHits + pastMisses, good: 0, bad: pastHits })
      expect(turned.above).toBeCloseTo(shares.below, 9)
    }))
  })

  test('nothing overflows at the size of a telecom, and a great share is normal', () => {
    const { below, equal, above } = splitOfCounts({ count: 1600, past: 12_000, ratio: 1 / 8, dispersion: 0.01 })
    expect(below + equal + above).toBeCloseTo(1, 9)
    expect(above).toBeGreaterThan(0.2)
    expect(above).toBeLessThan(0.35)
    expect(splitOfCounts({ count: 5000, past: 100, ratio: 1 / 8 }).above).toBeLessThan(1e-100)
  })
})
