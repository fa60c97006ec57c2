/* Guards the arrow beside the NPS: it stands only where the change is more than chance. Figures from mpmath. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { netPromoterScore, type PromoterCounts } from './net-promoter-score.ts'
import { npsChange } from './nps-change.ts'

const of = (promoters: number, passives: number, detractors: number): PromoterCounts => ({ promoters, passives, detractors })

test('forty points less at ten answers against ten is chance, at a thousand against a thousand it is not', () => {
  const few = npsChange(of(6, 2, 2), of(4, 2, 4))!
  expect(few.difference).toBeCloseTo(-40, 12)
  expect(few.standardError).toBeCloseTo(37.94733192202055, 12)
  expect(few.low).toBeCloseTo(-114.3754038765474, 10)
  expect(few.high).toBeCloseTo(34.3754038765474, 10)
  expect(few.p).toBeCloseTo(0.2918405451437885, 12)
  expect(few.real).toBe(false)

  const many = npsChange(of(600, 200, 200), of(400, 200, 400))!
  expect(many.difference).toBeCloseTo(-40, 12)
  expect(many.high).toBeCloseTo(-32.56245961234526, 10)
  expect(many.p / 5.594557236191525e-26).toBeCloseTo(1, 10)
  expect(many.real).toBe(true)
})

test('sixty points less at ten against ten still has p 0.086', () => {
  const change = npsChange(of(5, 3, 2), of(2, 3, 5))!
  expect(change.p).toBeCloseTo(0.08583401331843707, 12)
  expect(change.real).toBe(false)
})

test('answers that are all alike prove nothing of themselves: one against one is chance, ten against ten is not', () => {
  const one = npsChange(of(1, 0, 0), of(0, 0, 1))!
  expect(one.difference).toBe(-200)
  // Adjusted: from +¼ to -¼, the variance of each (5/8 - 1/16)/4.
  expect(one.standardError).toBeCloseTo(100 * Math.sqrt(2 * 0.5625 / 4), 12)
  expect(one.p).toBeCloseTo(0.3458, 4)
  expect(one.real).toBe(false)
  expect(npsChange(of(2, 0, 0), of(0, 0, 2))!.real).toBe(false)
  expect(npsChange(of(10, 0, 0), of(0, 0, 10))!.real).toBe(true)
  const same = npsChange(of(3, 0, 0), of(3, 0, 0))!
  expect([same.difference, same.p, same.real]).toEqual([0, 1, false])
  expect(same.low).toBeLessThan(0)
})

const counts = fc.record({ promoters: fc.nat(1000), passives: fc.nat(1000), detractors: fc.nat(1000) }).filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0)
const small = fc.record({ promoters: fc.nat(3), passives: fc.nat(3), detractors: fc.nat(3) }).filter(({ promoters, passives, detractors }) => promoters + passives + detractors > 0)
const groups = fc.oneof(counts, small)

test('the way back is the mirrored change, and the change of the mirrored groups too', () => {
  fc.assert(fc.property(groups, groups, (before, after) => {
    const there = npsChange(before, after)!
    const back = npsChange(after, before)!
    const mirrored = npsChange(of(before.detractors, before.passives, before.promoters), of(after.detractors, after.passives, after.promoters))!
    for (const other of [back, mirrored]) {
      expect(other.difference).toBeCloseTo(-there.difference, 9)
      expect(other.low).toBeCloseTo(-there.high, 9)
      expect(other.high).toBeCloseTo(-there.low, 9)
      expect(other.p).toBeCloseTo(there.p, 9)
    }
  }))
})

test('a change is real exactly where p is below one minus the confidence, and an error always remains', () => {
  fc.assert(fc.property(groups, groups, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (before, after, confidence) => {
    const change = npsChange(before, after, confidence)!
    expect(change.standardError).toBeGreaterThan(0)
    expect(change.low).toBeLessThan(change.high)
    if (Math.abs(change.p - (1 - confidence)) > 1e-9) expect(change.real).toBe(change.p < 1 - confidence)
    expect(change.difference).toBeCloseTo(netPromoterScore(after)!.score - netPromoterScore(before)!.score, 9)
  }))
})

test('against nothing there is no change', () => {
  expect(npsChange(of(0, 0, 0), of(1, 2, 3))).toBeNull()
  expect(npsChange(of(1, 2, 3), of(0, 0, 0))).toBeNull()
})

test('counts that cannot be are refused, also beside an empty group', () => {
  expect(() => npsChange(of(0, 0, 0), of(-1, 0, 3))).toThrow(RangeError)
  expect(() => npsChange(of(1, 2, 3), of(1, 2, 3), 95)).toThrow(RangeError)
})
