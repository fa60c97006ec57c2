/* Guards who counts as satisfied on each scale. */
import { expect, test } from 'vitest'
import { customerSatisfaction, type SatisfactionPoints } from './customer-satisfaction.ts'
import { wilson } from './wilson.ts'

test.each([
  [{ 1: 1, 2: 1, 3: 1 }, 3, 1, 3],
  [{ 1: 1, 2: 1, 3: 0, 4: 3, 5: 5 }, 5, 8, 10],
  [{ 3: 7 }, 5, 0, 7],
  [{ 1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1 }, 10, 3, 10],
] as const)('of %o on %i points %i of %i are satisfied', (histogram, points, satisfied, n) => {
  expect(customerSatisfaction(histogram, points)).toEqual({ n, satisfied, ...wilson(satisfied, n) })
})

test('eight of ten is 80 % within 49 and 94 %', () => {
  const result = customerSatisfaction({ 2: 2, 4: 3, 5: 5 }, 5)!
  expect(result.share).toBe(0.8)
  expect(result.low).toBeCloseTo(0.490162, 6)
  expect(result.high).toBeCloseTo(0.943318, 6)
})

test('where nobody answered there is no share', () => {
  expect(customerSatisfaction({}, 5)).toBeNull()
  expect(customerSatisfaction({ 5: 0 }, 5)).toBeNull()
})

test('a scale of seven has no agreed reading and is refused', () => {
  expect(() => customerSatisfaction({ 7: 1 }, 7 as SatisfactionPoints)).toThrow('Satisfaction is asked on 3, 5 or 10 points; it was 7.')
})

test.each([[{ 6: 1 }, 5], [{ 0: 1 }, 10], [{ 4: 1 }, 3], [{ 5: -1 }, 5], [{ '4.5': 1 }, 5]] as const)('%o on %i points is refused', (histogram, points) => {
  expect(() => customerSatisfaction(histogram, points)).toThrow(RangeError)
})
