/* Guards the midnight at which a legal day is over, in zones whose midnight is odd. */
import { expect, test } from 'vitest'
import { endOfDay } from './end-of-day.ts'

test.each([
  ['2026-11-23', 'Europe/Warsaw', '2026-11-23T23:00Z', 'winter'],
  ['2026-06-23', 'Europe/Warsaw', '2026-06-23T22:00Z', 'summer'],
  ['2026-03-29', 'Europe/Warsaw', '2026-03-29T22:00Z', 'the day of 23 hours'],
  ['2026-10-25', 'Europe/Warsaw', '2026-10-25T23:00Z', 'the day of 25 hours'],
  ['2018-11-03', 'America/Sao_Paulo', '2018-11-04T03:00Z', 'the next day begins at 01:00'],
  ['2011-12-29', 'Pacific/Apia', '2011-12-30T10:00Z', 'the next date does not exist'],
  ['2099-12-31', 'UTC', '2100-01-01T00:00Z', 'the last day'],
])('%s in %s is over at %s (%s)', (on, timeZone, instant) => {
  expect(endOfDay(on, timeZone)).toBe(Date.parse(instant))
  expect(endOfDay(Temporal.PlainDate.from(on), timeZone)).toBe(Date.parse(instant))
})

test('an unknown zone or date is refused', () => {
  expect(() => endOfDay('2026-11-23', 'Nowhere')).toThrow('"Nowhere" is not a time zone: name one like Europe/Warsaw.')
  expect(() => endOfDay('2026-13-01', 'UTC')).toThrow('A date is written YYYY-MM-DD')
})
