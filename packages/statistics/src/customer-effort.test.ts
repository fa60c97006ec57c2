/* Guards the reading of effort: who found it easy, the mean, and the old scale that counts the other way. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { customerEffort, type EffortPoints, type EffortPolarity } from './customer-effort.ts'
import { wilson } from './wilson.ts'

test('on seven points five and more is easy', () => {
  const result = customerEffort({ 1: 1, 4: 2, 5: 1, 6: 2, 7: 4 }, 7, 'easy-is-high')!
  expect(result).toMatchObject({ n: 10, easy: 7, ...wilson(7, 10) })
  // Values 1, 4, 4, 5, 6, 6, 7, 7, 7, 7: mean 5.4, s² = 34.4/9, t(9) = 2.262157.
  expect(result.mean.mean).toBeCloseTo(5.4, 12)
  const margin = 2.2621571627982053 * Math.sqrt(34.4 / 9 / 10)
  expect(result.mean.low).toBeCloseTo(5.4 - margin, 10)
  expect(result.mean.high).toBeCloseTo(5.4 + margin, 10)
})

test('on five points four and five are easy', () => {
  expect(customerEffort({ 3: 1, 4: 1, 5: 2 }, 5, 'easy-is-high')).toMatchObject({ n: 4, easy: 3 })
})

test('on the old scale one to three of seven are easy, and the mean is turned to the same side', () => {
  const result = customerEffort({ 1: 4, 2: 2, 3: 1, 4: 2, 7: 1 }, 7, 'easy-is-low')!
  expect(result).toEqual(customerEffort({ 7: 4, 6: 2, 5: 1, 4: 2, 1: 1 }, 7, 'easy-is-high'))
  expect(result.easy).toBe(7)
})

test('a histogram and its mirror read alike under the other polarity, and the interval of the mean stays on the scale', () => {
  fc.assert(fc.property(fc.constantFrom<EffortPoints>(5, 7), fc.array(fc.nat(50), { minLength: 7, maxLength: 7 }), (points, counts) => {
    const values = counts.slice(0, points)
    const upwards = Object.fromEntries(values.map((count, index) => [index + 1, count]))
    const downwards = Object.fromEntries(values.map((count, index) => [points - index, count]))
    const here = customerEffort(upwards, points, 'easy-is-high')
    const there = customerEffort(downwards, points, 'easy-is-low')
    expect(there?.share).toBe(here?.share)
    if (!here || !there) return
    expect(there.mean.mean).toBeCloseTo(here.mean.mean, 12)
    if (here.mean.low === null || here.mean.high === null) return
    expect(here.mean.low).toBeGreaterThanOrEqual(1)
    expect(here.mean.low).toBeLessThanOrEqual(here.mean.mean)
    expect(here.mean.high).toBeGreaterThanOrEqual(here.mean.mean)
    expect(here.mean.high).toBeLessThanOrEqual(points)
  }))
})

test('where nobody answered there is nothing', () => {
  expect(customerEffort({}, 7, 'easy-is-high')).toBeNull()
})

test('other scales, values outside and unknown polarities are refused', () => {
  expect(() => customerEffort({ 6: 1 }, 6 as EffortPoints, 'easy-is-high')).toThrow('Effort is asked on 5 or 7 points; it was 6.')
  expect(() => customerEffort({ 8: 1 }, 7, 'easy-is-high')).toThrow(RangeError)
  expect(() => customerEffort({ 0: 1 }, 7, 'easy-is-low')).toThrow(RangeError)
  expect(() => customerEffort({ 1: 1 }, 7, 'upwards' as EffortPolarity)).toThrow(RangeError)
})
