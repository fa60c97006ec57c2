// Guards stretches of time in words: the organization's zone decides, also in the night when clocks change.
import { expect, test } from 'vitest'
import { axisDate, periodText, stretchText, weekdayName } from './dates.ts'

const warsaw = (locale: 'pl' | 'ru' | 'en') => ({ locale, timeZone: 'Europe/Warsaw' })
const plain = (text: string) => text.replace(/[\u00a0\u2009\u202f]/g, ' ')

test('a day begins at the midnight of the zone', () => {
  expect(plain(stretchText('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 'day', warsaw('en')))).toBe('Sun, 29 Mar 2026')
  expect(plain(stretchText('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', 'day', warsaw('pl')))).toBe('niedz., 25 paź 2026')
})

test('the hour that clocks skip is not there, the doubled one is said twice', () => {
  expect(plain(stretchText('2026-03-29T00:00:00Z', '2026-03-29T01:00:00Z', 'hour', warsaw('en')))).toBe('Sun 29 Mar, 01:00–03:00')
  expect(plain(stretchText('2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z', 'hour', warsaw('en')))).toBe('Sun 25 Oct, 02:00–02:00')
})

test('a week and a period end with their last day, not with the day after', () => {
  expect(plain(stretchText('2026-11-08T23:00:00Z', '2026-11-15T23:00:00Z', 'week', warsaw('en')))).toBe('9 – 15 Nov 2026')
  expect(plain(periodText('2026-10-31T23:00:00Z', '2026-11-30T23:00:00Z', warsaw('en')))).toBe('1 – 30 Nov 2026')
  expect(plain(periodText('2026-11-08T23:00:00Z', '2026-11-09T23:00:00Z', warsaw('pl')))).toBe('9 lis 2026')
  expect(plain(stretchText('2026-10-31T23:00:00Z', '2026-11-30T23:00:00Z', 'month', warsaw('ru')))).toBe('ноябрь 2026 г.')
})

test('an axis says only as much as its step needs', () => {
  expect(plain(axisDate('2026-11-08T23:00:00Z', 'day', warsaw('pl')))).toBe('9 lis')
  expect(plain(axisDate('2026-11-09T13:00:00Z', 'hour', warsaw('pl')))).toBe('14:00')
  expect(plain(axisDate('2026-12-31T23:00:00Z', 'month', warsaw('en'), { year: true }))).toBe('Jan 2027')
})

test('the week begins with Monday', () => {
  expect([1, 7].map((day) => weekdayName(day, 'en', 'long'))).toEqual(['Monday', 'Sunday'])
  expect(weekdayName(1, 'pl', 'long')).toBe('poniedziałek')
})
