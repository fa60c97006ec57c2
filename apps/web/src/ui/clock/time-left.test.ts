// Guards when a clock turns amber and red, and how the time left is cut to two units.
import { describe, expect, it, test } from 'vitest'
import { clockTone, span, usedShare } from './time-left.ts'

const at = (time: string) => new Date(`2026-11-23T${time}Z`)

test.each([
  ['calm at the start', '08:00', 'calm'],
  ['calm a moment before the last quarter', '10:59', 'calm'],
  ['amber in the last quarter', '11:00', 'soon'],
  ['amber at the very deadline', '12:00', 'soon'],
  ['red a minute after', '12:01', 'late'],
])('a clock from 8 to 12 is %s', (_, now, tone) => {
  expect(clockTone(at('08:00'), at('12:00'), at(now))).toBe(tone)
})

it('is full when its start is unknown or not before its end', () => {
  expect(usedShare(null, at('12:00'), at('08:00'))).toBe(1)
  expect(usedShare(at('12:00'), at('12:00'), at('08:00'))).toBe(1)
})

describe('the time left', () => {
  test.each([
    [20_000, { days: 0, hours: 0, minutes: 1 }],
    [80 * 60_000, { days: 0, hours: 1, minutes: 20 }],
    [-40 * 60_000, { days: 0, hours: 0, minutes: 40 }],
    [26.5 * 3_600_000, { days: 1, hours: 2, minutes: 0 }],
    [9.9 * 86_400_000, { days: 9, hours: 0, minutes: 0 }],
  ])('%d ms reads as %o', (milliseconds, said) => {
    expect(span(milliseconds)).toEqual(said)
  })
})
