// Guards how figures are written: rounding, the minus, the unit of a difference.
import { expect, test } from 'vitest'
import { marginOf, meanText, placeOf, pointsText, valueText } from './figure-words.ts'

test.each([
  ['nps', 31.6, 'pl', '32'], ['nps', -12.4, 'en', '−12'], ['nps', -0.3, 'pl', '0'], ['csat', 0.8449, 'en', '84%'], ['csat', 1, 'pl', '100%'], ['ces', 0.005, 'pl', '1%'], ['csat', 0.5, 'ru', '50\u00a0%'],
] as const)('%s %d in %s reads %s', (metric, value, locale, words) => expect(valueText(metric, value, locale)).toBe(words))

test.each([['nps', 6.2, '+6'], ['nps', -3.7, '−4'], ['nps', 0.2, '0'], ['csat', 0.063, '+6'], ['csat', -0.5, '−50']] as const)('a difference of %s by %d reads %s', (metric, value, words) => {
  expect(pointsText(metric, value, 'pl', true)).toBe(words)
})

test('the margin is half of the interval, and a mean keeps two places', () => {
  expect(marginOf({ low: 20, high: 38 })).toBe(9)
  expect(meanText(4.256, 'pl')).toBe('4,26')
})

test.each([[0, 0.5], [-100, 0], [100, 1], [140, 1]])('an NPS of %d stands at %d', (value, place) => expect(placeOf(value, { low: -100, high: 100 })).toBe(place))
