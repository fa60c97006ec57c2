// Guards how figures are written in three languages: rounding, the minus, units, what is said instead of a number nobody should see.
import { expect, test } from 'vitest'
import type { Metric, Unit } from '../result.ts'
import { durationText } from './duration-text.ts'
import { axisText, differenceText, figureText, marginText, rangeText, relativeText, valueText } from './figure-text.ts'

const of = (unit: Unit, name = 'some'): Metric => ({ name, label: 'Some', unit, direction: 'up', shownFrom: 5, form: { form: 'share', of: [] } })
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' ')

test.each([
  ['count', 412, 'pl', '412'], ['count', 12_345, 'pl', '12 345'], ['count', 12_345, 'en', '12,345'], ['count', 2.44, 'ru', '2,4'],
  ['share', 0.8449, 'en', '84%'], ['share', 0.5, 'ru', '50 %'], ['share', 0.043, 'pl', '4,3%'], ['share', 0.996, 'en', '99.6%'], ['share', 0, 'pl', '0%'], ['share', 1, 'pl', '100%'],
  ['share', 0.0001, 'en', '<0.1%'], ['share', 0.99999, 'en', '>99.9%'],
  ['points', 31.6, 'pl', '32'], ['points', -12.4, 'en', '−12'], ['points', -0.3, 'pl', '0'], ['score', 4.256, 'pl', '4,26'], ['score', 14.26, 'en', '14.3'],
  ['seconds', 250, 'pl', '4 min 10 s'],
] as const)('a value in %s: %d in %s reads %s', (unit, value, locale, wanted) => expect(plain(valueText(of(unit), value, locale))).toBe(wanted))

test.each([
  [0, 'en', '0 s'], [2.44, 'pl', '2,4 s'], [42, 'ru', '42 с'], [59.7, 'en', '1 min'], [60, 'en', '1 min'], [250, 'en', '4 min 10 s'], [3599, 'en', '1 h'], [3580, 'pl', '1 godz.'], [7500, 'pl', '2 godz. 5 min'], [7500, 'ru', '2 ч 5 мин'],
  [40 * 3600, 'pl', '40 godz.'], [9 * 3600 + 1800, 'en', '9 h 30 min'], [720, 'en', '12 min'], [-250, 'en', '−4 min 10 s'],
] as const)('%d s in %s reads %s', (seconds, locale, wanted) => expect(plain(durationText(seconds, locale))).toBe(wanted))

test('days are said of the clock alone: a day of business time is no day', () => {
  expect(plain(valueText(of('seconds', 'resolution-clock-median'), 76 * 3600, 'pl'))).toBe('3 dni 4 godz.')
  expect(plain(valueText(of('seconds', 'waiting-for-customer'), 49 * 3600, 'en'))).toBe('2 days 1 h')
  expect(plain(valueText(of('seconds', 'resolution-median'), 76 * 3600, 'pl'))).toBe('76 godz.')
  expect(plain(durationText(47.9 * 3600, 'en', { days: true }))).toBe('48 h')
})

test.each([
  ['share', 0.063, 'pl', '+6,3 pkt proc.'], ['share', -0.5, 'ru', '−50 п. п.'], ['share', 0.12, 'en', '+12 pp'], ['points', 6.2, 'pl', '+6,2 pkt'], ['points', 0.04, 'en', '0 pts'], ['points', -12.4, 'ru', '−12 п.'], ['count', -12, 'en', '−12'], ['seconds', 90, 'en', '+1 min 30 s'], ['score', -0.125, 'pl', '−0,13'],
] as const)('a difference in %s of %d in %s reads %s', (unit, value, locale, wanted) => expect(plain(differenceText(of(unit), value, locale))).toBe(wanted))

test('a change is also told in percent where that says more, never as a percent of a percent', () => {
  expect(plain(relativeText(of('count'), 12, 150, 'en')!)).toBe('+8%')
  expect(plain(relativeText(of('seconds'), -30, 120, 'pl')!)).toBe('−25%')
  expect(relativeText(of('share'), 0.1, 0.5, 'en')).toBeNull()
  expect(relativeText(of('count'), 12, 0, 'en')).toBeNull()
})

test('an interval has both its ends, and its half behind ±', () => {
  expect(plain(rangeText(of('share'), { low: 0.78, high: 0.9 }, 'pl'))).toBe('78% – 90%')
  expect(plain(marginText(of('share'), { low: 0.78, high: 0.9 }, 'pl'))).toBe('±6 pkt proc.')
  expect(plain(marginText(of('points'), { low: 20, high: 38 }, 'en'))).toBe('±9 pts')
})

test('of too few, and of nothing, no value is said', () => {
  const few = { value: 1, interval: null, n: 4, shown: false, parts: {} }
  expect(figureText(of('share'), few, 'pl')).toBe('za mało: 4, pokazujemy od 5')
  expect(figureText(of('share'), { ...few, n: 0, value: null }, 'ru')).toBe('нет данных')
})

test.each([['seconds', 7200, 3600, '2 h'], ['seconds', 0, 60, '0'], ['share', 0.25, 0.05, '25%'], ['count', 25_000, 5000, '25k'], ['score', 4.5, 0.5, '4.5'], ['score', 4, 1, '4']] as const)('on an axis %s %d (step %d) is %s', (unit, value, step, wanted) => {
  expect(plain(axisText(of(unit), value, step, 'en'))).toBe(wanted)
})
