// Guards the days a period means, at the ends of months and years, and on nights when clocks change.
import { describe, expect, test } from 'vitest'
import { addDays, dayIn, daysOfPeriod } from './dashboard-period.ts'

describe('a period', () => {
  test.each([
    ['today', '2026-11-29', '2026-11-29', '2026-11-30'],
    ['yesterday', '2026-03-01', '2026-02-28', '2026-03-01'],
    ['last-7-days', '2026-01-03', '2025-12-28', '2026-01-04'],
    ['last-28-days', '2024-03-01', '2024-02-03', '2024-03-02'],
    ['last-30-days', '2026-03-30', '2026-03-01', '2026-03-31'],
    ['last-90-days', '2026-11-29', '2026-09-01', '2026-11-30'],
    ['this-month', '2026-11-01', '2026-11-01', '2026-11-02'],
    ['last-month', '2026-01-31', '2025-12-01', '2026-01-01'],
    ['this-year', '2026-12-31', '2026-01-01', '2027-01-01'],
    ['last-12-months', '2026-02-28', '2025-03-01', '2026-03-01'],
  ] as const)('%s on %s is from %s until %s', (period, today, from, to) => {
    expect(daysOfPeriod(period, today)).toEqual({ from, to })
  })
})

test('a day is the day of the zone, not of the machine', () => {
  expect(dayIn(new Date('2026-03-28T23:30:00Z'), 'Europe/Warsaw')).toBe('2026-03-29')
  expect(dayIn(new Date('2026-10-25T00:30:00Z'), 'Europe/Warsaw')).toBe('2026-10-25')
  expect(dayIn(new Date('2026-10-25T02:30:00Z'), 'America/New_York')).toBe('2026-10-24')
  expect(() => dayIn(new Date(), 'Nowhere/At-all')).toThrow(RangeError)
})

test('days are added over months, leap days and nights when clocks change', () => {
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
})
