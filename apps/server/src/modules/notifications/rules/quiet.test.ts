// Guards quiet hours: over midnight, on their days only, in the nights in which the clocks change.
import { describe, expect, test } from 'vitest'
import { coversTheWeek, quietUntil } from './quiet.ts'
import type { Quiet } from './roads.ts'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const until = (quiet: Quiet | null, now: string, zone = 'Europe/Warsaw') => quietUntil(quiet, Temporal.Instant.from(now), zone)?.toString() ?? null
const night: Quiet = { from: '22:00', to: '07:00', days: everyDay }

describe('a night of quiet', () => {
  // 12 January 2026 is a Monday; Warsaw is an hour before UTC.
  test.each([
    ['before it begins', '2026-01-12T20:59:59Z', null],
    ['as it begins', '2026-01-12T21:00:00Z', '2026-01-13T06:00:00Z'],
    ['before midnight', '2026-01-12T22:59:00Z', '2026-01-13T06:00:00Z'],
    ['after midnight', '2026-01-13T01:00:00Z', '2026-01-13T06:00:00Z'],
    ['as it ends', '2026-01-13T06:00:00Z', null],
  ])('%s', (_, now, end) => { expect(until(night, now)).toBe(end) })

  test('that begins on Fridays ends on Saturday and says nothing of Saturday night', () => {
    const friday = { ...night, days: [5] }
    expect(until(friday, '2026-01-17T02:00:00Z')).toBe('2026-01-17T06:00:00Z')
    expect(until(friday, '2026-01-17T22:00:00Z')).toBeNull()
    expect(until(friday, '2026-01-16T02:00:00Z')).toBeNull()
  })
})

describe('the night in which the clocks', () => {
  test('go forward is an hour shorter', () => {
    expect(until(night, '2026-03-28T21:00:00Z')).toBe('2026-03-29T05:00:00Z')
    expect(until({ from: '23:00', to: '02:30', days: everyDay }, '2026-03-29T00:30:00Z'), '02:30 is skipped: it is 03:30').toBe('2026-03-29T01:30:00Z')
  })

  test('go back is an hour longer', () => {
    expect(until(night, '2026-10-24T20:00:00Z')).toBe('2026-10-25T06:00:00Z')
    expect(until({ from: '01:00', to: '02:30', days: everyDay }, '2026-10-25T00:00:00Z'), 'the first 02:30').toBe('2026-10-25T00:30:00Z')
  })
})

describe('other shapes', () => {
  test('within a day', () => {
    expect(until({ from: '12:00', to: '13:00', days: [1] }, '2026-01-12T11:30:00Z')).toBe('2026-01-12T12:00:00Z')
    expect(until({ from: '12:00', to: '13:00', days: [2] }, '2026-01-12T11:30:00Z')).toBeNull()
  })

  test('whole days that touch are one: a weekend ends on Monday', () => {
    expect(until({ from: '00:00', to: '00:00', days: [6, 7] }, '2026-01-16T23:30:00Z')).toBe('2026-01-18T23:00:00Z')
  })

  test('no quiet, or none on any day, holds nothing', () => {
    expect(until(null, '2026-01-12T22:00:00Z')).toBeNull()
    expect(until({ ...night, days: [] }, '2026-01-12T22:00:00Z')).toBeNull()
  })

  test('the whole week is no quiet: nothing would ever leave', () => {
    expect(coversTheWeek({ from: '08:00', to: '08:00', days: everyDay })).toBe(true)
    expect(coversTheWeek({ from: '08:00', to: '08:00', days: [1, 2, 3] })).toBe(false)
    expect(coversTheWeek({ from: '08:00', to: '07:59', days: everyDay })).toBe(false)
  })

  test('where the zone has half hours', () => {
    expect(until(night, '2026-01-12T16:30:00Z', 'Asia/Kolkata')).toBe('2026-01-13T01:30:00Z')
  })
})
