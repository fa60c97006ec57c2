// Guards the words of a touchpoint: a delay and a share are said as a person would say them.
import { expect, test } from 'vitest'
import { delayMinutes, roadsKey, roadsOf, shareShape, splitDelay } from './asking-shape.ts'

test.each([[0, 0, 'minutes'], [45, 45, 'minutes'], [60, 1, 'hours'], [90, 90, 'minutes'], [120, 2, 'hours'], [1440, 1, 'days'], [2160, 36, 'hours'], [10_080, 7, 'days']] as const)('%d minutes are %d %s, and back again', (minutes, amount, unit) => {
  expect(splitDelay(minutes)).toEqual({ amount, unit })
  expect(delayMinutes(amount, unit)).toBe(minutes)
})

test.each([
  [1, { kind: 'all' }], [0.5, { kind: 'one-in', n: 2 }], [0.33, { kind: 'one-in', n: 3 }], [0.1, { kind: 'one-in', n: 10 }], [0.7, { kind: 'percent', percent: 70 }], [0.125, { kind: 'percent', percent: 12.5 }], [0, { kind: 'percent', percent: 0 }],
])('a share of %d', (share, said) => expect(shareShape(share)).toEqual(said))

test.each(['email', 'sms', 'email-sms', 'sms-email'] as const)('the roads %s keep their order', (key) => expect(roadsKey(roadsOf(key))).toBe(key))
