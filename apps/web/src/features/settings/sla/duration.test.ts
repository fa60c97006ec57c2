// Guards that a length of time is shown in the unit it was meant in, and comes back the same.
import { expect, test } from 'vitest'
import { inUnit, seconds, unitsOf } from './duration.ts'

test.each([
  [3600, 'business', 1, 'hours'], [5400, 'business', 90, 'minutes'], [144_000, 'business', 40, 'hours'], [86_400, 'business', 24, 'hours'],
  [86_400, 'elapsed', 1, 'days'], [90_000, 'elapsed', 25, 'hours'], [0, 'elapsed', 0, 'minutes'], [60, 'elapsed', 1, 'minutes'],
] as const)('%d s of %s time is %d %s', (given, clock, amount, unit) => {
  expect(inUnit(given, unitsOf(clock))).toEqual({ amount, unit })
  expect(seconds(amount, unit)).toBe(given)
})
