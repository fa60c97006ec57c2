/* Guards the nights on which the clock is changed, in zones that do it in different ways, and the zones themselves. */
import { describe, expect, test } from 'vitest'
import { compileCalendar } from './compile-calendar.ts'
import { at, everyDay, hourMs, local } from './testing.ts'
import { dateOf, dayMs } from './time/dates.ts'
import { isTimeZone, zoneTime } from './time/zone-time.ts'

describe('a shift counts the hours that really pass', () => {
  test.each([
    ['Europe/Warsaw', '22:00-06:00', '2026-03-28', 7, 'spring'],
    ['Europe/Warsaw', '22:00-06:00', '2026-10-24', 9, 'autumn'],
    ['Europe/Warsaw', '22:00-06:00', '2026-10-23', 8, 'the night before'],
    ['Europe/Warsaw', '00:00-24:00', '2026-03-29', 23, 'a full day in spring'],
    ['Europe/Warsaw', '00:00-24:00', '2026-10-25', 25, 'a full day in autumn'],
    ['Europe/Warsaw', '02:00-03:00', '2026-03-29', 0, 'an hour that does not exist'],
    ['Europe/Warsaw', '02:30-04:00', '2026-03-29', 0.5, 'a beginning that does not exist: read as 03:30'],
    ['Europe/Warsaw', '01:00-02:30', '2026-03-29', 1.5, 'an end that does not exist: read as 03:30'],
    ['Europe/Warsaw', '02:00-03:00', '2026-10-25', 2, 'an hour that comes twice'],
    ['Europe/Warsaw', '02:00-02:30', '2026-10-25', 0.5, 'only the first time'],
    ['Europe/Warsaw', '02:30-03:00', '2026-10-25', 1.5, 'from the first 02:30 to 03:00'],
    ['America/New_York', '00:00-08:00', '2026-03-08', 7, 'New York in spring'],
    ['America/New_York', '00:00-08:00', '2026-11-01', 9, 'New York in autumn'],
    ['Australia/Lord_Howe', '00:00-06:00', '2026-04-05', 6.5, 'half an hour more'],
    ['Australia/Lord_Howe', '00:00-06:00', '2026-10-04', 5.5, 'half an hour less'],
    ['America/Sao_Paulo', '00:00-24:00', '2018-11-04', 23, 'a day that begins at 01:00'],
    ['America/St_Johns', '00:00-24:00', '2006-10-29', 25, 'a day whose first minute comes twice'],
    ['Pacific/Apia', '09:00-17:00', '2011-12-30', 0, 'a date that does not exist'],
    ['Pacific/Apia', '22:00-06:00', '2011-12-29', 8, 'a night into a date that does not exist'],
    ['Asia/Kathmandu', '09:00-17:00', '2026-05-04', 8, 'no change, a quarter of an hour off'],
  ])('%s %s on %s: %d h (%s)', (timeZone, hours, on, expected) => {
    // Open on this one date alone; another date keeps the calendar from being closed for ever.
    const { weekly } = everyDay(hours)
    const calendar = compileCalendar({ timeZone, weekly: {}, holidays: null, exceptions: [{ on, shifts: weekly[1]! }, { every: '07-15', shifts: weekly[1]! }] })
    const around = at(`${on}T12:00`, timeZone)
    expect(calendar.between(around - 3 * dayMs, around + 3 * dayMs) / hourMs).toBe(expected)
  })
})

test('a deadline may lie in the hour that comes twice', () => {
  const calendar = compileCalendar(everyDay('22:00-06:00'))
  const start = at('2026-10-24T22:00')
  expect(calendar.add(start, 4.5 * hourMs)).toBe(at('2026-10-25T02:30:00+02:00'))
  expect(calendar.add(start, 5.5 * hourMs)).toBe(at('2026-10-25T02:30:00+01:00'))
  expect(local(calendar.add(start, 9 * hourMs))).toBe('2026-10-25T06:00')
  expect(local(calendar.add(start, 10 * hourMs))).toBe('2026-10-25T23:00')
})

test('a deadline passes over a date that the zone skipped', () => {
  const calendar = compileCalendar(everyDay('09:00-17:00', { timeZone: 'Pacific/Apia' }))
  expect(local(calendar.add(at('2011-12-29T16:00', 'Pacific/Apia'), 2 * hourMs), 'Pacific/Apia')).toBe('2011-12-31T10:00')
})

test('two shifts that the change of the clock pushes together count each moment once', () => {
  const calendar = compileCalendar(everyDay('02:15-02:45 03:00-04:00'))
  expect(calendar.between(at('2026-03-29T00:00'), at('2026-03-29T12:00'))).toBe(hourMs)
  expect(calendar.explain(at('2026-03-29T00:00'), hourMs).steps.map((step) => step.countedMs)).toEqual([0, hourMs])
})

test('local time near every change of the clock is what Temporal says', () => {
  const zones = ['Europe/Warsaw', 'Europe/Moscow', 'America/Sao_Paulo', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'Africa/Casablanca', 'Africa/Algiers', 'Antarctica/Troll', 'Asia/Gaza']
  const wrong: string[] = []
  let changes = 0
  for (const name of zones) {
    const zone = zoneTime(name)
    for (let next = Temporal.Instant.from('1970-01-01T00:00Z').toZonedDateTimeISO(name).getTimeZoneTransition('next'); next && next.year < 2040; next = next.getTimeZoneTransition('next')) {
      changes++
      const middle = Math.floor(next.epochMilliseconds / dayMs)
      for (let date = middle - 3; date <= middle + 3; date++) {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days: date })
        for (const minutes of [0, 1, 150, 1380, 1440, 2879]) {
          if (zone.instantOf(date, minutes) !== day.toPlainDateTime().add({ minutes }).toZonedDateTime(name).epochMilliseconds) wrong.push(`${name} ${day.toString()} ${minutes}`)
        }
        if (zone.startOf(date) !== day.toZonedDateTime(name).epochMilliseconds) wrong.push(`${name} start of ${day.toString()}`)
        const instant = date * dayMs + 12_345_678
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(name)
        if (zone.dateAt(instant) !== dateOf(there.year, there.month, there.day)) wrong.push(`${name} date at ${instant}`)
      }
    }
  }
  expect(wrong).toEqual([])
  expect(changes).toBeGreaterThan(500)
})

test.each(['Europe/Warsaw', 'Europe/Kiev', 'UTC', 'Etc/GMT+5', 'America/Argentina/Buenos_Aires'])('%s is a zone', (name) => expect(isTimeZone(name)).toBe(true))

test.each(['', 'Warsaw', '+02:00', 'Z', '2026-01-01T00:00[Europe/Warsaw]', 'Europe/Warsaw ', '__proto__', null, 5, {}, 'a'.repeat(1e6)])('%s is no zone', (name) => {
  expect(isTimeZone(name)).toBe(false)
})
