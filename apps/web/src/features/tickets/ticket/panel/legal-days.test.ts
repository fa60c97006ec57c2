// Guards counting in whole days, also over a change of the clocks and near midnight.
import { expect, test } from 'vitest'
import { daysBetween, todayIn, writtenDay } from './legal-days.ts'

test.each([
  ['2026-10-24', '2026-10-26', 2],
  ['2026-12-31', '2027-01-01', 1],
  ['2026-11-23', '2026-11-20', -3],
])('from %s to %s are %d days', (from, to, days) => expect(daysBetween(from, to)).toBe(days))

test('today is the organization’s, not the browser’s', () => {
  const lateEvening = new Date('2026-11-22T23:30:00Z')
  expect(todayIn('Europe/Warsaw', lateEvening)).toBe('2026-11-23')
  expect(todayIn('UTC', lateEvening)).toBe('2026-11-22')
})
test('a day is written out', () => expect(writtenDay('2026-12-04', 'pl')).toBe('4 grudnia 2026'))
