/*
 * Guards what people expect of a deadline, case by case, reasoned on paper: the cases that help desks describe to
 * their users (due at closing time, created at night, lunch, weekends, holidays), in Warsaw unless said otherwise.
 * 2026-11-23 is a Monday.
 */
import { describe, expect, test } from 'vitest'
import { compileCalendar } from './compile-calendar.ts'
import type { CalendarDefinition } from './definition.ts'
import { at, everyDay, hourMs, local, office, shifts } from './testing.ts'

type Row = [from: string, hours: number, due: string, why: string]

function table(title: string, definition: CalendarDefinition, rows: Row[]): void {
  describe(title, () => {
    test.each(rows)('from %s, %d h are over at %s: %s', (from, hours, due) => {
      const calendar = compileCalendar(definition)
      const dueAt = calendar.add(at(from, definition.timeZone), hours * hourMs)
      expect(local(dueAt, definition.timeZone)).toBe(due)
      expect(calendar.between(at(from, definition.timeZone), dueAt)).toBe(hours * hourMs)
    })
  })
}

table('nine to five', office('09:00-17:00'), [
  ['2026-11-23T09:00', 8, '2026-11-23T17:00', 'exactly a day is due at closing time, not at the next opening'],
  ['2026-11-23T10:00', 8, '2026-11-24T10:00', 'the rest of the day and an hour of the next'],
  ['2026-11-23T16:30', 0.5, '2026-11-23T17:00', 'the last half hour'],
  ['2026-11-23T07:00', 1, '2026-11-23T10:00', 'before opening the clock waits'],
  ['2026-11-23T17:00', 1, '2026-11-24T10:00', 'the minute of closing is closed'],
  ['2026-11-23T23:59', 1, '2026-11-24T10:00', 'at night too'],
  ['2026-11-27T16:30', 1, '2026-11-30T09:30', 'over the weekend'],
  ['2026-11-28T12:00', 4, '2026-11-30T13:00', 'created on Saturday'],
  ['2026-11-28T12:00', 0, '2026-11-28T12:00', 'no time at all passes at once'],
  ['2026-11-27T13:00', 16, '2026-12-01T13:00', 'two working days'],
  ['2026-11-23T09:00', 40, '2026-11-27T17:00', 'a working week'],
  ['2026-11-10T13:00', 8, '2026-11-12T13:00', 'over 11 November, a Wednesday'],
  ['2026-04-03T16:00', 2, '2026-04-07T10:00', 'over Easter Monday; Good Friday is a working day'],
  ['2026-12-23T16:00', 2, '2026-12-28T10:00', 'Christmas Eve to St Stephen, and a Sunday'],
  ['2025-12-23T16:00', 2, '2025-12-29T10:00', 'the first free Christmas Eve'],
  ['2024-12-23T16:00', 2, '2024-12-24T10:00', 'Christmas Eve was a working day before'],
  ['2026-12-31T16:00', 10, '2027-01-05T10:00', 'New Year on a Friday'],
  ['2026-12-31T16:00', 18, '2027-01-07T10:00', 'New Year and Epiphany'],
  ['2018-11-09T16:00', 2, '2018-11-13T10:00', 'the centenary, once, on a Monday'],
])

table('with lunch', office('09:00-13:00 14:00-18:00'), [
  ['2026-11-23T12:00', 1, '2026-11-23T13:00', 'due when lunch begins'],
  ['2026-11-23T12:00', 4, '2026-11-23T17:00', 'over lunch'],
  ['2026-11-23T13:30', 1, '2026-11-23T15:00', 'created at lunch'],
  ['2026-11-23T09:00', 8, '2026-11-23T18:00', 'the whole day'],
])

table('with a short Saturday', office('09:00-17:00', { weekly: { ...office('09:00-17:00').weekly, 6: shifts('10:00-14:00') } }), [
  ['2026-11-27T16:00', 6, '2026-11-30T10:00', 'an hour on Friday, four on Saturday, one on Monday'],
  ['2026-11-27T16:00', 5, '2026-11-28T14:00', 'due when Saturday closes'],
])

table('round the clock', everyDay('00:00-24:00'), [
  ['2026-11-23T15:30', 24, '2026-11-24T15:30', 'a day'],
  ['2026-03-28T12:00', 24, '2026-03-29T13:00', 'the night of spring has an hour less'],
  ['2026-10-24T12:00', 24, '2026-10-25T11:00', 'the night of autumn has an hour more'],
  ['2026-12-31T12:00', 24, '2027-01-01T12:00', 'into the next year'],
])

table('nights, Monday to Friday', office('22:00-06:00'), [
  ['2026-11-10T23:00', 7, '2026-11-11T06:00', 'the shift of the eve runs on into the holiday'],
  ['2026-11-10T23:00', 8, '2026-11-12T23:00', 'no shift starts on the holiday'],
  ['2026-11-11T03:00', 4, '2026-11-12T23:00', 'created in the holiday\'s first hours'],
  ['2026-11-27T22:00', 8, '2026-11-28T06:00', 'Friday\'s shift ends on Saturday'],
  ['2026-11-27T22:00', 9, '2026-11-30T23:00', 'and the next one starts on Monday'],
  ['2026-12-31T22:00', 8, '2027-01-01T06:00', 'into New Year'],
  ['2026-12-31T22:00', 9, '2027-01-04T23:00', 'after New Year and the weekend'],
])

table('exceptions', office('09:00-17:00', {
  exceptions: [
    { on: '2026-11-11', shifts: shifts('10:00-14:00'), name: 'open on the holiday' },
    { on: '2026-11-27', shifts: [], name: 'inventory' },
    { on: '2026-11-28', shifts: shifts('09:00-12:00'), name: 'black Saturday' },
    { every: '12-31', shifts: shifts('09:00-12:00') },
    { on: '2027-12-31', shifts: shifts('09:00-10:00') },
    { every: '02-29', shifts: [] },
    { on: '2026-11-17', shifts: shifts('20:00-02:00'), name: 'late' },
  ],
}), [
  ['2026-11-10T16:00', 3, '2026-11-11T12:00', 'an opening on a holiday'],
  ['2026-11-10T16:00', 6, '2026-11-12T10:00', 'which is shorter than a day'],
  ['2026-11-26T16:00', 2, '2026-11-28T10:00', 'closed on Friday, open on Saturday'],
  ['2026-12-31T09:00', 4, '2027-01-04T10:00', 'a half day each year'],
  ['2027-12-31T09:00', 2, '2028-01-03T10:00', 'a date wins over the day of each year'],
  ['2028-02-28T16:00', 2, '2028-03-01T10:00', '29 February in a leap year'],
  ['2027-02-26T16:00', 2, '2027-03-01T10:00', 'and no 29 February otherwise'],
  ['2026-11-17T10:00', 6, '2026-11-18T02:00', 'an exception past midnight'],
  ['2026-11-17T10:00', 7, '2026-11-18T10:00', 'and the usual day after it'],
])

table('Good Friday off: free days on both sides of a weekend', office('09:00-17:00', { exceptions: [{ on: '2026-04-03', shifts: [] }] }), [
  ['2026-04-02T16:00', 2, '2026-04-07T10:00', 'Friday to Monday'],
])

test('between is the working time of a ticket, both ways', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  expect(calendar.between(at('2026-11-27T16:00'), at('2026-11-30T10:00'))).toBe(2 * hourMs)
  expect(calendar.between(at('2026-11-30T10:00'), at('2026-11-27T16:00'))).toBe(-2 * hourMs)
  expect(calendar.between(at('2026-11-28T00:00'), at('2026-11-29T23:00'))).toBe(0)
  // 21 working days: Monday to Friday, less 11 November (1 November is a Sunday), less nothing else.
  expect(calendar.between(at('2026-11-01T00:00'), at('2026-12-01T00:00'))).toBe(20 * 8 * hourMs)
})

test('subtract finds when work has to begin', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  expect(local(calendar.subtract(at('2026-11-30T10:00'), 2 * hourMs))).toBe('2026-11-27T16:00')
  expect(local(calendar.subtract(at('2026-11-30T09:00'), 8 * hourMs))).toBe('2026-11-27T09:00')
  expect(local(calendar.subtract(at('2026-11-30T17:00'), 8 * hourMs))).toBe('2026-11-30T09:00')
  expect(local(calendar.subtract(at('2026-11-30T10:00'), hourMs))).toBe('2026-11-30T09:00')
})

test('opening and closing belong to the open and the closed side', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  const cases: [string, boolean, string][] = [
    ['2026-11-27T08:59', false, '2026-11-27T09:00'], ['2026-11-27T09:00', true, '2026-11-27T09:00'],
    ['2026-11-27T16:59', true, '2026-11-27T16:59'], ['2026-11-27T17:00', false, '2026-11-30T09:00'],
  ]
  expect(cases.map(([moment]) => [moment, calendar.isOpen(at(moment)), local(calendar.nextOpening(at(moment)))])).toEqual(cases)
})
