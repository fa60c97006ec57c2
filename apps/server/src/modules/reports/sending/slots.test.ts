// Guards when a report is due: on its day, at the hour of whoever gets it, in every zone and on the nights the clocks change.
import { describe, expect, test } from 'vitest'
import type { ReportSchedule } from '@kontuar/contracts'
import { spread } from './plan-run.ts'
import { hourOn, lastDayDue, nextDayDue, nextHour } from './slots.ts'
import type { Receiver } from '../receivers/resolve-receivers.ts'

const week: ReportSchedule = { every: 'week', day: 1, at: '08:00' }
const month: ReportSchedule = { every: 'month', day: 28, at: '08:00' }

describe('the day', () => {
  test.each<[ReportSchedule, string, string, string]>([
    [week, '2026-11-30', '2026-11-30', '2026-11-30'], [week, '2026-11-29', '2026-11-23', '2026-11-30'], [{ ...week, day: 7 }, '2027-01-01', '2026-12-27', '2027-01-03'],
    [month, '2026-02-28', '2026-02-28', '2026-02-28'], [month, '2026-03-01', '2026-02-28', '2026-03-28'], [{ ...month, day: 1 }, '2026-02-28', '2026-02-01', '2026-03-01'],
    [{ every: 'day', days: [1, 2, 3, 4, 5], at: '07:30' }, '2026-11-29', '2026-11-27', '2026-11-30'], [{ every: 'day', days: [3], at: '07:30' }, '2026-12-02', '2026-12-02', '2026-12-02'],
  ])('%o as of %s', (schedule, day, last, next) => {
    expect(lastDayDue(schedule, day)).toBe(last)
    expect(nextDayDue(schedule, day)).toBe(next)
  })
})

describe('the hour', () => {
  test.each([
    ['Europe/Warsaw', '2026-11-30', '2026-11-30T07:00:00.000Z'], ['Europe/Warsaw', '2026-07-06', '2026-07-06T06:00:00.000Z'], ['Asia/Vladivostok', '2026-11-30', '2026-11-29T22:00:00.000Z'],
    ['America/New_York', '2026-11-30', '2026-11-30T13:00:00.000Z'], ['Asia/Kolkata', '2026-11-30', '2026-11-30T02:30:00.000Z'], ['Pacific/Kiritimati', '2026-11-30', '2026-11-29T18:00:00.000Z'],
  ])('eight o’clock in %s on %s', (zone, day, at) => expect(hourOn(week, day, zone).toISOString()).toBe(at))

  test('that is skipped in spring strikes as much later, and one that comes twice in autumn strikes the first time', () => {
    const night: ReportSchedule = { every: 'day', days: [1, 2, 3, 4, 5, 6, 7], at: '02:30' }
    expect(hourOn(night, '2026-03-29', 'Europe/Warsaw').toISOString()).toBe('2026-03-29T01:30:00.000Z')
    expect(hourOn(night, '2026-10-25', 'Europe/Warsaw').toISOString()).toBe('2026-10-25T00:30:00.000Z')
    expect(nextHour(night, new Date('2026-10-25T00:30:00Z'), 'Europe/Warsaw').toISOString()).toBe('2026-10-26T01:30:00.000Z')
  })

  test('comes next after now', () => {
    expect(nextHour(week, new Date('2026-11-30T06:59:59Z'), 'Europe/Warsaw').toISOString()).toBe('2026-11-30T07:00:00.000Z')
    expect(nextHour(week, new Date('2026-11-30T07:00:00Z'), 'Europe/Warsaw').toISOString()).toBe('2026-12-07T07:00:00.000Z')
    expect(nextHour(month, new Date('2027-02-28T12:00:00Z'), 'Europe/Warsaw').toISOString()).toBe('2027-03-28T06:00:00.000Z')
  })
})

test('what is due at once leaves one after the other, each zone by itself, and what is late begins now', () => {
  const receiver = {} as Receiver
  const [first, second] = [new Date('2026-11-30T07:00:00Z'), new Date('2026-11-30T13:00:00Z')]
  const at = (now: string) => spread([{ receiver, sendAfter: first }, { receiver, sendAfter: second }, { receiver, sendAfter: first }, { receiver, sendAfter: first }, { receiver, sendAfter: second }], 2, new Date(now)).map((p) => p.sendAfter.toISOString())
  expect(at('2026-11-30T07:00:00Z')).toEqual(['2026-11-30T07:00:00.000Z', '2026-11-30T13:00:00.000Z', '2026-11-30T07:00:00.500Z', '2026-11-30T07:00:01.000Z', '2026-11-30T13:00:00.500Z'])
  expect(at('2026-11-30T14:00:00Z')).toEqual(['2026-11-30T14:00:00.000Z', '2026-11-30T14:00:00.500Z', '2026-11-30T14:00:01.000Z', '2026-11-30T14:00:01.500Z', '2026-11-30T14:00:02.000Z'])
})
