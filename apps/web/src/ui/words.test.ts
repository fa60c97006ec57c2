// Guards small pure pieces that people read: times, the palette's matching, initials, devices.
import { expect, test } from 'vitest'
import { initials } from './initials.ts'
import { deviceName } from '../features/settings/profile/user-agent.ts'
import { paletteMatches } from './palette-registry.ts'
import { exactTime, relativeTime } from './relative-time.ts'

const now = new Date('2026-11-22T13:05:00Z')
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000)
/** Intl writes no-break spaces; for reading, ordinary ones. */
const plain = (text: string | null) => text?.replace(/[\u00a0\u202f]/g, ' ') ?? null

test.each([
  [0, 'pl', null], [0.9, 'en', null], [4, 'pl', '4 min'], [4, 'ru', '4 мин'], [4, 'en', '4 min'], [59.9, 'pl', '59 min'], [60, 'en', '1 hr'], [11 * 60, 'pl', '11 godz.'],
  [13 * 60, 'pl', '22 lis'], [60 * 24 * 20, 'ru', '2 нояб.'], [60 * 24 * 400, 'en', 'Oct 18, 2025'], [-5, 'pl', '14:10'], [-13 * 60, 'pl', '23 lis'],
] as const)('%d minutes ago in %s is “%s”', (minutes, locale, text) => {
  expect(plain(relativeTime(before(minutes), now, locale, 'Europe/Warsaw'))).toBe(text)
})

test('the exact time is in the organization’s zone, not the browser’s', () => {
  expect(plain(exactTime(new Date('2026-03-29T00:59:00Z'), 'pl', 'Europe/Warsaw'))).toContain('01:59')
  expect(plain(exactTime(new Date('2026-03-29T01:01:00Z'), 'pl', 'Europe/Warsaw'))).toContain('03:01')
})

test.each([
  ['zgl', true], ['zgłosz', true], ['ZGLOSZENIA', true], ['moje zgl', true], ['łoszenia', false], ['', true], ['klient', false],
])('the palette finds “Moje zgłoszenia” by “%s”: %s', (typed, found) => {
  expect(paletteMatches({ id: '1', label: 'Moje zgłoszenia', run: () => {} }, typed)).toBe(found)
})

test.each([['Anna Maria Nowak', 'AN'], ['Олег', 'О'], ['  ', '?'], ['żaneta łoś', 'ŻŁ'], ['𝒜 B', '𝒜B']])('the initials of “%s” are %s', (name, letters) => {
  expect(initials(name)).toBe(letters)
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36', 'Chrome, Linux'],
  ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0', 'Edge, Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1', 'Safari, iPhone'],
  ['curl/8.0', null],
])('the device of %s', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
