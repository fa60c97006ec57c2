/* Guards the honest word about silence: whether it can be told from chance at all. */
import { expect, test } from 'vitest'
import { countLimits } from './count-limits.ts'
import { detectable } from './detectable.ts'

test.each([
  [2, 0.001, false, 4],
  [6.9, 0.001, false, 2],
  [6.91, 0.001, true, 1],
  [0.5, 0.01, false, 10],
  [5, 0.01, true, 1],
  [100, 0.001, true, 1],
])('where %f are expected, at %f a silent period is a warning: %s, after %i', (mean, level, is, periods) => {
  expect(detectable({ mean, level })).toEqual({ detectable: is, p: expect.closeTo(Math.exp(-mean), 14), periods })
})

test('counts that vary much are silent more often: 10 with a variance of 60 once in 28 periods', () => {
  // size = 100/50 = 2, P(0) = (2/12)².
  expect(detectable({ mean: 10, variance: 60, level: 0.001 })).toEqual({ detectable: false, p: expect.closeTo(1 / 36, 14), periods: 2 })
})

test('where nothing is ever expected, no silence is a warning', () => {
  expect(detectable({ mean: 0, level: 0.001 })).toEqual({ detectable: false, p: 1, periods: null })
})

test('silence is detectable exactly where there is a lower limit', () => {
  for (let mean = 0.05; mean < 15; mean += 0.05) expect(detectable({ mean, level: 0.001 }).detectable).toBe(countLimits({ mean, level: 0.001 }).lower !== null)
})

test('a level or mean out of range is refused', () => {
  expect(() => detectable({ mean: 1, level: 0 })).toThrow(RangeError)
  expect(() => detectable({ mean: -1, level: 0.1 })).toThrow(RangeError)
})
