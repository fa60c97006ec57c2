/* Guards the mean and when it may claim an interval. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanOf } from './mean.ts'

const once = (...values: number[]) => values.map((value) => ({ value, count: 1 }))

test('the mean carries the interval of Student', () => {
  // s = √2, so s/√n is 1 and the margin t(1) itself.
  const two = meanOf(once(1, 3))!
  expect(two.mean).toBe(2)
  expect(two.low).toBeCloseTo(2 - 12.706204736174705, 10)
  expect(two.high).toBeCloseTo(2 + 12.706204736174705, 10)
})

test('one answer, and answers that are all alike, claim no interval', () => {
  expect(meanOf(once(5))).toEqual({ n: 1, mean: 5, low: null, high: null })
  expect(meanOf([{ value: 5, count: 40 }, { value: 1, count: 0 }])).toEqual({ n: 40, mean: 5, low: null, high: null })
})

test('counts stand for that many single values, in any order, and large values keep their digits', () => {
  fc.assert(fc.property(fc.array(fc.record({ value: fc.integer({ min: 1, max: 10 }), count: fc.nat(6) }), { minLength: 1 }), fc.constantFrom(0, 1e9), (values, offset) => {
    const grouped = meanOf(values.map(({ value, count }) => ({ value: value + offset, count })))
    const single = meanOf(values.flatMap(({ value, count }) => Array.from({ length: count }, () => ({ value, count: 1 }))).reverse())
    expect(grouped?.n).toBe(single?.n)
    if (!grouped || !single) return
    expect(grouped.mean - offset).toBeCloseTo(single.mean, 5)
    if (single.low === null) expect(grouped.low).toBeNull()
    else expect(grouped.low! - offset).toBeCloseTo(single.low, 5)
  }))
})

test('of none there is no mean', () => {
  expect(meanOf([])).toBeNull()
  expect(meanOf([{ value: 3, count: 0 }])).toBeNull()
})

test.each([[NaN, 1], [Infinity, 1], [3, -1], [3, 0.5]])('value %f with count %f is refused', (value, count) => {
  expect(() => meanOf([{ value, count }])).toThrow(RangeError)
})
