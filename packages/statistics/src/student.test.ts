/* Guards the interval of a mean, against values computed with 40 digits from the incomplete beta function (mpmath). */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { twoSidedQuantile } from './normal.ts'
import { studentQuantile } from './student.ts'

test.each([
  [0.95, 1, 12.706204736174705],
  [0.95, 2, 4.302652729749464],
  [0.95, 3, 3.1824463052837095],
  [0.95, 9, 2.2621571627982053],
  [0.95, 10, 2.228138851986275],
  [0.99, 5, 4.032142983555228],
  [0.999, 4, 8.610301581379275],
  [0.95, 30, 2.042272456301238],
  [0.5, 7, 0.7111417780817864],
  [0.95, 120, 1.979930405082441],
  [0.95, 1000, 1.9623390808264085],
  [0.95, 1001, 1.96233670528088],
  [0.999, 1001, 3.300272876066009],
  [0.9999, 1500, 3.9010805380865325],
  [0.95, 1_000_000, 1.959966356814107],
])('with confidence %f and %i degrees of freedom t is %f', (confidence, freedom, t) => {
  expect(studentQuantile(confidence, freedom) / t).toBeCloseTo(1, 11)
})

test('t falls towards the normal quantile as the degrees of freedom grow', () => {
  fc.assert(fc.property(fc.double({ min: 0.5, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 1200 }), (confidence, freedom) => {
    const t = studentQuantile(confidence, freedom)
    expect(t).toBeGreaterThan(studentQuantile(confidence, freedom + 1))
    expect(t).toBeGreaterThan(twoSidedQuantile(confidence))
  }))
})

test.each([[0.95, 0], [0.95, 1.5], [0.95, NaN], [1, 5], [0, 5]])('confidence %f with %f degrees of freedom is refused', (confidence, freedom) => {
  expect(() => studentQuantile(confidence, freedom)).toThrow(RangeError)
})
