// Guards the day separators: days are those of the organization, not of the browser or of UTC.
import { expect, it } from 'vitest'
import { byDay, dayOf, daysAgo } from './days.ts'

it.each([
  ['2026-11-22T22:59:59Z', 'Europe/Warsaw', '2026-11-22'],
  ['2026-11-22T23:00:00Z', 'Europe/Warsaw', '2026-11-23'],
  ['2026-06-01T22:00:00Z', 'Europe/Warsaw', '2026-06-02'],
  ['2026-11-22T23:00:00Z', 'America/New_York', '2026-11-22'],
])('%s in %s is on %s', (at, zone, day) => expect(dayOf(at, zone)).toBe(day))

it('gathers neighbours of one day', () => {
  const entries = ['2026-11-20T10:00:00Z', '2026-11-21T22:30:00Z', '2026-11-21T23:30:00Z', '2026-11-22T08:00:00Z'].map((at) => ({ at }))
  expect(byDay(entries, 'Europe/Warsaw').map(({ day, entries }) => [day, entries.length])).toEqual([['2026-11-20', 1], ['2026-11-21', 1], ['2026-11-22', 2]])
})

it('counts days over the change to summer time', () => {
  expect(daysAgo('2026-03-28', new Date('2026-03-29T10:00:00Z'), 'Europe/Warsaw')).toBe(1)
  expect(daysAgo('2026-03-29', new Date('2026-03-29T21:59:00Z'), 'Europe/Warsaw')).toBe(0)
})
