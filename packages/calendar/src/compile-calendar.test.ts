/* Guards what the functions of a calendar refuse: nonsense gets a sentence, and nothing runs for ever. */
import { describe, expect, test } from 'vitest'
import { compileCalendar } from './compile-calendar.ts'
import { at, everyDay, hourMs, office } from './testing.ts'

const calendar = compileCalendar(office('09:00-17:00'))
const monday = at('2026-11-23T10:00')
const refuse = (call: () => unknown, code: string) => expect(call).toThrow(expect.objectContaining({ name: 'CalendarError', code, message: expect.stringMatching(/^\S.{20,}\.$/) }))

describe('a moment that is none', () => {
  test.each([Number.NaN, Infinity, -Infinity, 0.5, -1, 8.64e15, Date.UTC(2100, 0), 9e15, '2026-11-23', null, undefined, {}, new Date(), 1n])('%s', (moment) => {
    const given = moment as number
    for (const call of [
      () => calendar.isOpen(given), () => calendar.nextOpening(given), () => calendar.add(given, 1), () => calendar.add(given, 0), () => calendar.subtract(given, 1),
      () => calendar.between(given, monday), () => calendar.between(monday, given), () => calendar.openIntervals(given, monday), () => calendar.openIntervals(monday, given),
      () => calendar.explain(given, 1), () => calendar.steps(given, monday),
    ]) refuse(call, 'bad-instant')
  })
})

describe('a duration that is none', () => {
  test.each([Number.NaN, Infinity, -1, 0.5, 2 ** 53, '8h', null, undefined, {}, 1n])('%s', (duration) => {
    const given = duration as number
    for (const call of [() => calendar.add(monday, given), () => calendar.subtract(monday, given), () => calendar.explain(monday, given)]) refuse(call, 'bad-duration')
  })
})

test('more time than there is until 2100 is refused, forward and back', () => {
  refuse(() => calendar.add(monday, Number.MAX_SAFE_INTEGER), 'out-of-range')
  refuse(() => calendar.subtract(monday, Number.MAX_SAFE_INTEGER), 'out-of-range')
  refuse(() => calendar.nextOpening(Date.UTC(2099, 11, 31, 20)), 'out-of-range')
})

test('the first and the last moment can be asked for', () => {
  const always = compileCalendar(everyDay('00:00-24:00'))
  const last = Date.UTC(2100, 0) - 1
  expect(always.between(0, last)).toBe(last)
  expect(always.add(0, last)).toBe(last)
  expect(always.subtract(last, last)).toBe(0)
  expect(always.openIntervals(0, last)).toEqual([{ fromAt: 0, toAt: last }])
  expect(always.isOpen(0)).toBe(true)
  expect(always.isOpen(last)).toBe(true)
})

test('the end before the beginning is refused where a stretch of time is asked for', () => {
  refuse(() => calendar.openIntervals(monday, monday - 1), 'bad-instant')
  refuse(() => calendar.steps(monday, monday - 1), 'bad-instant')
})

test('open intervals are joined where shifts touch, over midnight and New Year, and cut at both ends', () => {
  const touching = compileCalendar(everyDay('06:00-14:00 14:00-22:00 22:00-02:00'))
  const from = at('2026-12-30T12:00')
  expect(touching.openIntervals(from, at('2027-01-01T12:00'))).toEqual([
    { fromAt: from, toAt: at('2026-12-31T02:00') },
    { fromAt: at('2026-12-31T06:00'), toAt: at('2027-01-01T02:00') },
    { fromAt: at('2027-01-01T06:00'), toAt: at('2027-01-01T12:00') },
  ])
  expect(touching.openIntervals(from, from)).toEqual([])
  expect(touching.openIntervals(at('2026-12-31T03:00'), at('2026-12-31T05:00'))).toEqual([])
})

test('a calendar open one hour in four years finds it', () => {
  const rare = compileCalendar({ timeZone: 'Europe/Warsaw', weekly: {}, holidays: null, exceptions: [{ every: '02-29', shifts: [{ from: '10:00', to: '11:00' }] }] })
  expect(rare.nextOpening(monday)).toBe(at('2028-02-29T10:00'))
  expect(rare.add(monday, 2 * hourMs)).toBe(at('2032-02-29T11:00'))
  expect(rare.subtract(monday, 2 * hourMs)).toBe(at('2020-02-29T10:00'))
  expect(rare.add(monday, hourMs + 1)).toBe(at('2032-02-29T10:00') + 1)
})
