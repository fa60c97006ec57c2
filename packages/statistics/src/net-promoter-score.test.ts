/* Guards the NPS and its adjusted Wald interval; the figures were computed with 40 digits (mpmath) from the formula of Rocks (2016). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Histogram } from './histogram.ts'
import { netPromoterScore, promoterCounts, type PromoterCounts } from './net-promoter-score.ts'

const of = (promoters: number, passives: number, detractors: number): PromoterCounts => ({ promoters, passives, detractors })

test.each([
  [of(7, 2, 1), 60, 7.039408655596962, 85.26828365209535],
  [of(5, 0, 5), 0, -51.12739422381415, 51.12739422381415],
  [of(18, 10, 8), 27.77777777777778, 0.5455179823110796, 50.7365332997402],
  [of(60, 25, 15), 45, 29.34311120173409, 58.03552957496494],
  [of(450_000, 300_000, 250_000), 20, 19.84071205562647, 20.15916794473353],
  [of(0, 10, 0), 0, -18.46504490905889, 18.46504490905889],
  // The interval would reach 106: it is cut at the end of the scale.
  [of(10, 0, 0), 100, 47.50355154479021, 100],
  [of(0, 0, 10), -100, -100, -47.50355154479021],
  // One answer alone lies outside its own interval, and that is the method.
  [of(1, 0, 0), 100, -48.49864942025203, 98.49864942025204],
])('%o scores %f within %f and %f', (counts, score, low, high) => {
  const result = netPromoterScore(counts)!
  expect(result.score).toBeCloseTo(score, 12)
  expect(result.low).toBeCloseTo(low, 11)
  expect(result.high).toBeCloseTo(high, 11)
})

const counts = fc.record({ promoters: fc.nat(100_000), passives: fc.nat(100_000), detractors: fc.nat(100_000) }).filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0)
const confidences = fc.double({ min: 0.01, max: 0.9999, noNaN: true })

test('swapping promoters and detractors mirrors score and interval', () => {
  fc.assert(fc.property(counts, confidences, ({ promoters, passives, detractors }, confidence) => {
    const here = netPromoterScore(of(promoters, passives, detractors), confidence)!
    const there = netPromoterScore(of(detractors, passives, promoters), confidence)!
    expect(there.score).toBeCloseTo(-here.score, 10)
    expect(there.low).toBeCloseTo(-here.high, 10)
    expect(there.high).toBeCloseTo(-here.low, 10)
  }))
})

test('the interval lies within ±100, and from two answers on it holds the score', () => {
  fc.assert(fc.property(counts, (groups) => {
    const { n, score, low, high } = netPromoterScore(groups)!
    expect(low).toBeGreaterThanOrEqual(-100)
    expect(high).toBeLessThanOrEqual(100)
    expect(low).toBeLessThan(high)
    if (n < 2) return
    expect(low).toBeLessThanOrEqual(score)
    expect(high).toBeGreaterThanOrEqual(score)
  }))
})

test('ten times the answers narrow the interval', () => {
  fc.assert(fc.property(counts, ({ promoters, passives, detractors }) => {
    const few = netPromoterScore(of(promoters, passives, detractors))!
    const many = netPromoterScore(of(promoters * 10, passives * 10, detractors * 10))!
    expect(many.high - many.low).toBeLessThan(few.high - few.low)
    expect(many.score).toBeCloseTo(few.score, 10)
  }))
})

test('nine and ten promote, seven and eight are passive, nought to six detract', () => {
  expect(promoterCounts({ 0: 1, 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 10, 7: 20, 8: 200, 9: 3, 10: 30 })).toEqual(of(33, 220, 16))
  expect(promoterCounts({})).toEqual(of(0, 0, 0))
  // An array of eleven counts is such a histogram too.
  expect(promoterCounts([0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2])).toEqual(of(2, 0, 1))
})

test('where nobody answered there is no score', () => {
  expect(netPromoterScore(of(0, 0, 0))).toBeNull()
})

test.each([of(-1, 0, 5), of(0.5, 0, 0), of(0, NaN, 0), of(0, 0, Infinity)])('%o is refused', (groups) => {
  expect(() => netPromoterScore(groups)).toThrow(RangeError)
})

test.each([{ 11: 1 }, { '-1': 1 }, { '9.5': 1 }, { nine: 1 }, { '': 1 }, { '09': 1 }, { 11: 0 }, { 9: -1 }, { 9: 1.5 }] as object[])('the histogram %o is refused, not clamped', (histogram) => {
  expect(() => promoterCounts(histogram as Histogram)).toThrow(RangeError)
})
