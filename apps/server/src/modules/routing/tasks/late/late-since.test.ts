// Guards that a task counts as late after open hours alone, whatever lies between: nights, weekends, holidays, changes of the clock.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { businessTime } from '../../clocks/calendars/business-time.ts'
import { lateSince } from './late-since.ts'

const day = [{ from: '09:00', to: '17:00' }]
const weekly = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] }
const office = businessTime({ timeZone: 'Europe/Warsaw', holidays: { country: 'PL' }, exceptions: [], weekly })
const hour = 3_600_000

test.each([
  ['on the same day', '2026-03-04T14:00:00Z', 2, '2026-03-04T12:00:00Z'],
  ['over a night', '2026-03-05T09:00:00Z', 2, '2026-03-04T15:00:00Z'],
  ['over a weekend', '2026-03-09T09:00:00Z', 2, '2026-03-06T15:00:00Z'],
  ['over a night with fewer hours', '2026-03-30T08:00:00Z', 2, '2026-03-27T15:00:00Z'],
  ['over Easter', '2026-04-07T08:00:00Z', 2, '2026-04-03T14:00:00Z'],
])('%s', (_what, now, hours, since) => {
  const found = lateSince(office, hours * hour, Date.parse(now))!
  expect(Math.abs(found - Date.parse(since))).toBeLessThanOrEqual(1000)
})

test('whatever is due then has so much open time behind it, and a second later not yet', () => {
  fc.assert(fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), fc.integer({ min: 5, max: 14_400 }), (now, minutes) => {
    const since = lateSince(office, minutes * 60_000, now)!
    expect(office.between(since, now)).toBeGreaterThanOrEqual(minutes * 60_000)
    expect(office.between(since + 1001, now)).toBeLessThan(minutes * 60_000)
  }), { numRuns: 60 })
})

test('a calendar that is never open makes nothing late', () => {
  expect(lateSince({ between: () => 0 }, hour, Date.UTC(2026, 0, 1))).toBeNull()
})
