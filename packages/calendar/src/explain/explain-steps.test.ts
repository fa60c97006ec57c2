/* Guards the answer to "why is it due then?": the steps people read, in their order, with names in their language. */
import { expect, test } from 'vitest'
import type { Calendar, Step } from '../calendar.ts'
import { compileCalendar } from '../compile-calendar.ts'
import { at, everyDay, hourMs, local, minuteMs, office, shifts } from '../testing.ts'

const line = ({ kind, fromAt, toAt, countedMs, on, name, shifts, holidays, exceptions }: Step) =>
  [kind, local(fromAt), local(toAt), countedMs / minuteMs, ...(on ? [on] : []), ...(name ? [name] : []), ...(shifts === undefined ? [] : [`${shifts}/${holidays}/${exceptions}`])].join(' ')
const explain = (calendar: Calendar, from: string, hours: number, language?: 'pl' | 'ru') => calendar.explain(at(from), hours * hourMs, language).steps.map(line)

test('Monday evening, a holiday, and the morning after', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  expect(explain(calendar, '2026-11-10T16:00', 2, 'pl')).toEqual([
    'open 2026-11-10T16:00 2026-11-10T17:00 60',
    'closed 2026-11-10T17:00 2026-11-11T00:00 0',
    'holiday 2026-11-11T00:00 2026-11-12T00:00 0 2026-11-11 Narodowe Święto Niepodległości',
    'closed 2026-11-12T00:00 2026-11-12T09:00 0',
    'open 2026-11-12T09:00 2026-11-12T10:00 60',
  ])
})

test('a weekend is one step; a holiday on it took nothing away and is not told', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  expect(explain(calendar, '2026-10-30T16:30', 1)).toEqual([
    'open 2026-10-30T16:30 2026-10-30T17:00 30',
    'closed 2026-10-30T17:00 2026-11-02T09:00 0',
    'open 2026-11-02T09:00 2026-11-02T09:30 30',
  ])
})

test('an exception that closes a day that is closed anyway is not told either', () => {
  const calendar = compileCalendar(office('09:00-17:00', { exceptions: [{ on: '2026-11-28', shifts: [], name: 'moving' }] }))
  expect(calendar.steps(at('2026-11-27T17:00'), at('2026-11-30T09:00')).map((step) => step.kind)).toEqual(['closed'])
})

test('a beginning in an hour that comes twice over midnight stays the beginning', () => {
  // St John's put the clock back at 00:01 local time: 02:45Z is 23:15 for the second time, of the day before.
  const calendar = compileCalendar(office('09:00-17:00', { timeZone: 'America/St_Johns', exceptions: [{ on: '2006-10-29', shifts: [] }] }))
  const [from, to] = [Date.parse('2006-10-29T02:45Z'), Date.parse('2006-10-29T12:00Z')]
  expect(calendar.steps(from, to)).toEqual([{ kind: 'closed', fromAt: from, toAt: to, countedMs: 0 }])
})

test('the name of a holiday is in the language that was asked for', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  const names = (language?: 'pl' | 'ru') => calendar.explain(at('2026-12-23T16:00'), 2 * hourMs, language).steps.flatMap((step) => step.name ?? [])
  expect(names()).toEqual(['Christmas Eve', 'Christmas Day'])
  expect(names('pl')).toEqual(['Wigilia Bożego Narodzenia', 'Pierwszy dzień Bożego Narodzenia'])
  expect(names('ru')).toEqual(['Сочельник', 'Рождество Христово'])
})

test('a day with hours of its own is one step, with what it counted', () => {
  const calendar = compileCalendar(office('09:00-17:00', { exceptions: [{ on: '2026-11-24', shifts: shifts('10:00-12:00 13:00-14:00'), name: 'Training' }, { on: '2026-11-25', shifts: [] }] }))
  expect(explain(calendar, '2026-11-23T16:00', 5)).toEqual([
    'open 2026-11-23T16:00 2026-11-23T17:00 60',
    'closed 2026-11-23T17:00 2026-11-24T00:00 0',
    'exception 2026-11-24T00:00 2026-11-25T00:00 180 2026-11-24 Training',
    'exception 2026-11-25T00:00 2026-11-26T00:00 0 2026-11-25',
    'closed 2026-11-26T00:00 2026-11-26T09:00 0',
    'open 2026-11-26T09:00 2026-11-26T10:00 60',
  ])
})

test('a night that runs on into a holiday says so', () => {
  const calendar = compileCalendar(office('22:00-06:00'))
  expect(explain(calendar, '2026-11-10T23:00', 8)).toEqual([
    'open 2026-11-10T23:00 2026-11-11T06:00 420',
    'holiday 2026-11-11T06:00 2026-11-12T00:00 0 2026-11-11 Independence Day',
    'closed 2026-11-12T00:00 2026-11-12T22:00 0',
    'open 2026-11-12T22:00 2026-11-12T23:00 60',
  ])
})

test('the night of the changed clock counts its real hours', () => {
  const calendar = compileCalendar(everyDay('22:00-06:00'))
  expect(explain(calendar, '2026-10-24T22:00', 10)).toEqual([
    'open 2026-10-24T22:00 2026-10-25T06:00 540',
    'closed 2026-10-25T06:00 2026-10-25T22:00 0',
    'open 2026-10-25T22:00 2026-10-25T23:00 60',
  ])
})

test('no time needs no step; round the clock is one', () => {
  expect(compileCalendar(office('09:00-17:00')).explain(at('2026-11-22T10:00'), 0)).toEqual({ dueAt: at('2026-11-22T10:00'), steps: [] })
  expect(explain(compileCalendar(everyDay('00:00-24:00')), '2026-12-01T12:00', 24 * 60)).toEqual(['open 2026-12-01T12:00 2027-01-30T12:00 86400'])
})

test('two months stay readable: the ends in full, the days that were not as usual by name', () => {
  const calendar = compileCalendar(office('09:00-13:00 14:00-18:00'))
  expect(explain(calendar, '2026-11-23T16:00', 320)).toEqual([
    'open 2026-11-23T16:00 2026-11-23T18:00 120',
    'closed 2026-11-23T18:00 2026-11-24T09:00 0',
    'open 2026-11-24T09:00 2026-11-24T13:00 240',
    'closed 2026-11-24T13:00 2026-11-24T14:00 0',
    'stretch 2026-11-24T14:00 2026-12-24T00:00 10320 43/0/0',
    'holiday 2026-12-24T00:00 2026-12-25T00:00 0 2026-12-24 Christmas Eve',
    'holiday 2026-12-25T00:00 2026-12-26T00:00 0 2026-12-25 Christmas Day',
    'stretch 2026-12-26T00:00 2027-01-01T00:00 1920 8/0/0',
    'holiday 2027-01-01T00:00 2027-01-02T00:00 0 2027-01-01 New Year\'s Day',
    'stretch 2027-01-02T00:00 2027-01-06T00:00 960 4/0/0',
    'holiday 2027-01-06T00:00 2027-01-07T00:00 0 2027-01-06 Epiphany',
    'stretch 2027-01-07T00:00 2027-01-21T18:00 5280 22/0/0',
    'closed 2027-01-21T18:00 2027-01-22T09:00 0',
    'open 2027-01-22T09:00 2027-01-22T13:00 240',
    'closed 2027-01-22T13:00 2027-01-22T14:00 0',
    'open 2027-01-22T14:00 2027-01-22T16:00 120',
  ])
})

test('ten years are forty steps and one that counts the holidays it hides', () => {
  const calendar = compileCalendar(office('09:00-17:00'))
  const { steps } = calendar.explain(at('2026-11-23T16:00'), 20_000 * hourMs)
  const hidden = steps.find((step) => step.holidays)
  expect(steps).toHaveLength(41)
  expect(hidden?.kind).toBe('stretch')
  expect(hidden?.holidays).toBeGreaterThan(60)
  expect(steps.reduce((sum, step) => sum + step.countedMs, 0)).toBe(20_000 * hourMs)
})

test('steps explain a stretch that counted nothing', () => {
  expect(compileCalendar(office('09:00-17:00')).steps(at('2026-11-28T10:00'), at('2026-11-28T12:00')).map(line)).toEqual(['closed 2026-11-28T10:00 2026-11-28T12:00 0'])
})
