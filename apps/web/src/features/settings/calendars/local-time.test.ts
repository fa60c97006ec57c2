// Guards that what people type as a time becomes the time they mean, or is refused.
import { expect, test } from 'vitest'
import { pastMidnight, readTime } from './local-time.ts'

test.each([
  ['9', '09:00'], ['09', '09:00'], ['930', '09:30'], ['0930', '09:30'], ['9:30', '09:30'], ['9.30', '09:30'], ['9:3', '09:30'], [' 17 : 05', null], ['1705', '17:05'], ['0', '00:00'],
  ['24', null], ['24:00', null], ['25', null], ['9:60', null], ['', null], ['rano', null], ['12345', null], ['-9', null],
])('%s is %s', (typed, time) => expect(readTime(typed)).toBe(time))

test('a shift may end at 24:00, and at no later time', () => {
  expect(readTime('24', true)).toBe('24:00')
  expect(readTime('24:01', true)).toBeNull()
})

test.each([['22:00', '06:00', true], ['08:00', '08:00', true], ['09:00', '17:00', false], ['00:00', '24:00', false]])('%s–%s past midnight: %s', (from, to, past) => expect(pastMidnight({ from, to })).toBe(past))
