/* Guards Student's law for degrees of freedom that are not whole, against 40 digits (mpmath) and our own one for whole degrees. */
import { expect, test } from 'vitest'
import { studentQuantile } from '../student.ts'
import { studentHalfWidth, studentTwoSidedTail } from './student-tail.ts'

test.each([
  [1, 0.27159949756018376, 12.706204736174705],
  [2.5, 0.13291398541966906, 3.574654842003683],
  [4, 0.09265267017963463, 2.7764451051977943],
  [7.3, 0.06216916540002364, 2.345066736547704],
  [17.02, 0.04190736313614779, 2.1096267361088126],
  [120.5, 0.029714383370592463, 1.9798467346393647],
  [5000.25, 0.027852480186584774, 1.9604385279736896],
])('with %f degrees of freedom', (freedom, tail, halfWidth) => {
  expect(studentTwoSidedTail(2.2, freedom)).toBeCloseTo(tail, 13)
  expect(studentTwoSidedTail(-2.2, freedom)).toBeCloseTo(tail, 13)
  expect(studentHalfWidth(0.95, freedom)).toBeCloseTo(halfWidth, 9)
})

test('for whole degrees of freedom it is the same as the finite sums', () => {
  for (const freedom of [1, 2, 3, 8, 50, 999]) {
    for (const confidence of [0.5, 0.9, 0.99, 0.999]) expect(studentHalfWidth(confidence, freedom) / studentQuantile(confidence, freedom)).toBeCloseTo(1, 9)
  }
})

test('a value of 0 is never far, and one without end is never near', () => {
  expect(studentTwoSidedTail(0, 5)).toBe(1)
  expect(studentTwoSidedTail(1e9, 5)).toBeLessThan(1e-40)
})
