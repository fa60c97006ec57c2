/* Guards the figures of money, by hand-computed examples. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../wilson.ts'
import { collectionEffectivenessIndex, recoveryRate } from './collection.ts'
import { arpu, churn, lifetimeValue } from './customers.ts'
import { dsoCountBack, dsoSimple } from './days-sales-outstanding.ts'

test('churn is lost of the opening base', () => {
  expect(churn({ opening: 400, lost: 10 })).toEqual(wilson(10, 400))
  expect(churn({ opening: 0, lost: 0 })).toBeNull()
  expect(() => churn({ opening: 4, lost: 5 })).toThrow('Of 4 customers at most as many are lost; it was 5.')
})

test('ARPU is revenue by mean customers', () => {
  expect(arpu({ revenue: 12_500, meanCustomers: 250 })).toBe(50)
  expect(arpu({ revenue: -100, meanCustomers: 50 })).toBe(-2)
  expect(arpu({ revenue: 100, meanCustomers: 0 })).toBeNull()
  expect(() => arpu({ revenue: 100, meanCustomers: -1 })).toThrow(RangeError)
  expect(() => arpu({ revenue: Number.NaN, meanCustomers: 1 })).toThrow(RangeError)
})

test('lifetime value is ARPU · margin / churn, and unknown where nobody has left', () => {
  expect(lifetimeValue({ arpu: 50, margin: 0.6, churn: 0.025 })).toBeCloseTo(1200, 10)
  expect(lifetimeValue({ arpu: 50, margin: 0.6, churn: 0 })).toBeNull()
  expect(() => lifetimeValue({ arpu: 50, margin: 60, churn: 0.1 })).toThrow('margin is a share from 0 to 1; it was 60.')
  expect(() => lifetimeValue({ arpu: 50, margin: 0.6, churn: 2.5 })).toThrow(RangeError)
})

test('simple DSO is receivables by sales times days', () => {
  expect(dsoSimple({ receivables: 300_000, creditSales: 900_000, days: 90 })).toBeCloseTo(30, 12)
  expect(dsoSimple({ receivables: 5, creditSales: 0, days: 90 })).toBeNull()
  expect(() => dsoSimple({ receivables: 5, creditSales: 5, days: 0 })).toThrow(RangeError)
})

const months = [{ sales: 100, days: 31 }, { sales: 200, days: 30 }, { sales: 150, days: 31 }]

test.each([
  [0, 0],
  [50, 15.5],
  [100, 31],
  [200, 46],
  [300, 61],
  [360, 61 + 60 / 150 * 31],
  [450, 92],
  [451, null],
])('counting back, receivables of %f are %s days', (receivables, days) => {
  expect(dsoCountBack({ receivables, months })).toBe(days)
})

test('the days of a month without sales have passed all the same', () => {
  expect(dsoCountBack({ receivables: 50, months: [{ sales: 0, days: 28 }, { sales: 100, days: 31 }] })).toBe(28 + 15.5)
})

test('with equal months counting back is the simple DSO, and more receivables are never fewer days', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 1000 }), fc.nat(6000), fc.nat(6000), (sales, a, b) => {
    const equal = Array.from({ length: 6 }, () => ({ sales, days: 30 }))
    const [less, more] = [Math.min(a, b), Math.max(a, b)]
    if (more > 6 * sales) return
    expect(dsoCountBack({ receivables: more, months: equal })).toBeCloseTo(dsoSimple({ receivables: more, creditSales: 6 * sales, days: 180 })!, 8)
    expect(dsoCountBack({ receivables: less, months })! <= (dsoCountBack({ receivables: more, months }) ?? Infinity)).toBe(true)
  }))
})

test('amounts below nothing and months without days are refused', () => {
  expect(() => dsoCountBack({ receivables: -1, months })).toThrow(RangeError)
  expect(() => dsoCountBack({ receivables: 1, months: [{ sales: -1, days: 30 }] })).toThrow(RangeError)
  expect(() => dsoCountBack({ receivables: 1, months: [{ sales: 5, days: 0 }] })).toThrow(RangeError)
})

test('of 500 collectable 400 collected is an index of 0.8', () => {
  // 300 at the beginning, 400 sold; 300 at the end, of which 200 not yet due.
  expect(collectionEffectivenessIndex({ begin: 300, sales: 400, endTotal: 300, endCurrent: 200 })).toBe(0.8)
  expect(collectionEffectivenessIndex({ begin: 300, sales: 400, endTotal: 200, endCurrent: 200 })).toBe(1)
  expect(collectionEffectivenessIndex({ begin: 0, sales: 100, endTotal: 100, endCurrent: 100 })).toBeNull()
})

test('more outstanding than there was, or more not yet due than outstanding, is refused', () => {
  expect(() => collectionEffectivenessIndex({ begin: 1, sales: 1, endTotal: 3, endCurrent: 0 })).toThrow(RangeError)
  expect(() => collectionEffectivenessIndex({ begin: 5, sales: 1, endTotal: 3, endCurrent: 4 })).toThrow('Of 3 outstanding at most as much is not yet due; it was 4.')
})

test('what was recovered is told by amount and by count, with its days', () => {
  expect(recoveryRate({ overdue: { amount: 10_000, count: 40 }, collected: { amount: 6500, count: 30 }, withinDays: 90 })).toEqual({ withinDays: 90, amount: 0.65, count: wilson(30, 40) })
  expect(recoveryRate({ overdue: { amount: 0, count: 0 }, collected: { amount: 0, count: 0 }, withinDays: 30 })).toEqual({ withinDays: 30, amount: null, count: null })
  expect(() => recoveryRate({ overdue: { amount: 10, count: 1 }, collected: { amount: 11, count: 1 }, withinDays: 30 })).toThrow('Of 10 overdue at most as much is collected; it was 11.')
  expect(() => recoveryRate({ overdue: { amount: 10, count: 1 }, collected: { amount: 5, count: 2 }, withinDays: 30 })).toThrow(RangeError)
  expect(() => recoveryRate({ overdue: { amount: 10, count: 1 }, collected: { amount: 5, count: 1 }, withinDays: 0 })).toThrow(RangeError)
})
