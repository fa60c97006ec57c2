// Guards what the week editor refuses before it asks the server, and where it says so.
import type { CalendarDefinition, Shift } from '@kontuar/calendar'
import { expect, test } from 'vitest'
import { ApiProblem } from '../../../api/problem.ts'
import { problemsOf, serverSentences } from './calendar-problems.ts'

const shifts = (text: string): Shift[] => (text === '' ? [] : text.split(' ').map((each) => ({ from: each.split('-')[0]!, to: each.split('-')[1]! })))
const office = (weekly: Record<string, string>, exceptions: CalendarDefinition['exceptions'] = []): CalendarDefinition => ({ timeZone: 'UTC', holidays: null, exceptions, weekly: Object.fromEntries(Object.entries(weekly).map(([day, text]) => [day, shifts(text)])) })
const found = (definition: CalendarDefinition) => problemsOf(definition).map(({ path, code }) => `${path} ${code}`)

test.each([
  ['an office', office({ 1: '09:00-17:00' }), []],
  ['lunch', office({ 1: '09:00-13:00 14:00-18:00' }), []],
  ['shifts that touch, in any order', office({ 1: '14:00-18:00 09:00-14:00' }), []],
  ['round the clock', office(Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, '08:00-08:00']))), []],
  ['overlapping shifts', office({ 1: '09:00-13:00 12:00-17:00' }), ['/weekly/1 overlap']],
  ['a night into the morning', office({ 2: '22:00-06:01', 3: '06:00-14:00' }), ['/weekly/2 overlapNext']],
  ['Sunday night into Monday', office({ 7: '22:00-09:30', 1: '09:00-17:00' }), ['/weekly/7 overlapNext']],
  ['no open hour', office({}), ['/weekly neverOpen']],
  ['an hour that is none', office({ 1: 'rano-17:00' }), ['/weekly/1/0/from badTime']],
  ['a night that would end before it is readable', office({ 1: '22:00-', 2: '06:00-14:00' }), ['/weekly/1/0/to badTime']],
  ['a day twice', office({ 1: '09:00-17:00' }, [{ every: '12-24', shifts: [] }, { every: '12-24', shifts: [] }]), ['/exceptions/1 sameDay']],
  ['30 February', office({ 1: '09:00-17:00' }, [{ on: '2026-02-30', shifts: [] }, { every: '02-30', shifts: [] }]), ['/exceptions/0/on badDate', '/exceptions/1/every badDate']],
  ['29 February of leap years', office({ 1: '09:00-17:00' }, [{ every: '02-29', shifts: [] }]), []],
  ['a half day with overlapping hours', office({ 1: '09:00-17:00' }, [{ on: '2026-12-31', shifts: shifts('09:00-12:00 11:00-13:00') }]), ['/exceptions/0/shifts overlap']],
])('%s', (_, definition, problems) => expect(found(definition)).toEqual(problems))

test('the sentences of the server come to their places', () => {
  const error = new ApiProblem('invalid-input', 400, 'No', { fields: { 'definition/exceptions/0/shifts': 'Overlaps.', name: 'is taken' } })
  expect([...serverSentences(error)]).toEqual([['/exceptions/0/shifts', 'Overlaps.']])
})
