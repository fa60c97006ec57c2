/* Guards what is refused before it is saved: each fault is named once, where it is, with a sentence that says what to do. */
import { describe, expect, test } from 'vitest'
import { CalendarError } from '../calendar-error.ts'
import { compileCalendar } from '../compile-calendar.ts'
import type { CalendarDefinition } from '../definition.ts'
import { everyDay, office, shifts } from '../testing.ts'
import { checkCalendar } from './check-calendar.ts'

const found = (definition: unknown) => checkCalendar(definition).map(({ code, path }) => [code, path])
const weekly = (days: Record<string, string>) => ({ weekly: Object.fromEntries(Object.entries(days).map(([day, text]) => [day, shifts(text)])) as CalendarDefinition['weekly'] })

describe('accepted', () => {
  test.each<[string, unknown]>([
    ['an office', office('09:00-17:00')],
    ['round the clock', everyDay('00:00-24:00')],
    ['shifts that touch', everyDay('00:00-08:00 08:00-16:00 16:00-24:00')],
    ['shifts in any order', office('14:00-18:00 09:00-13:00')],
    ['nights that touch the next day', everyDay('06:00-22:00 22:00-06:00')],
    ['24 hours from eight to eight', everyDay('08:00-08:00')],
    ['a night into a holiday whose early shift is dropped', office('00:00-24:00', { exceptions: [{ on: '2026-12-23', shifts: shifts('12:00-06:00') }] })],
    ['a region', office('09:00-17:00', { holidays: { country: 'DE', region: 'BY' } })],
    ['a part of a region', office('09:00-17:00', { holidays: { country: 'DE', region: 'BY-A' } })],
    ['open on one day of each year', { timeZone: 'UTC', weekly: {}, holidays: { country: 'PL' }, exceptions: [{ every: '12-25', shifts: shifts('10:00-12:00') }] }],
    ['a date and the same day of each year', office('09:00-17:00', { exceptions: [{ every: '12-31', shifts: [] }, { on: '2026-12-31', shifts: [] }] })],
    ['24 shifts a day', everyDay(Array.from({ length: 24 }, (_, h) => `${String(h).padStart(2, '0')}:00-${String(h).padStart(2, '0')}:30`).join(' '))],
  ])('%s', (_, definition) => expect(checkCalendar(definition)).toEqual([]))
})

describe('overlapping shifts', () => {
  test.each<[string, unknown, [string, string][]]>([
    ['in a day', office('09:00-13:00 12:59-17:00', { weekly: { 1: shifts('09:00-13:00 12:59-17:00') } }), [['overlap', '/weekly/1']]],
    ['the same twice', office('', weekly({ 2: '09:00-10:00 09:00-10:00' })), [['overlap', '/weekly/2']]],
    ['past midnight into the next day', office('', weekly({ 2: '22:00-06:01', 3: '06:00-14:00' })), [['overlap', '/weekly/2']]],
    ['from Sunday into Monday', office('', weekly({ 7: '22:00-09:30', 1: '09:00-17:00' })), [['overlap', '/weekly/7']]],
    ['24 hours on two days, an hour apart', office('', weekly({ 4: '08:00-08:00', 5: '07:00-09:00' })), [['overlap', '/weekly/4']]],
    ['an exception into the usual day', office('09:00-17:00', { exceptions: [{ on: '2026-11-17', shifts: shifts('20:00-09:30') }] }), [['overlap', '/exceptions/0/shifts']]],
    ['the usual night into an exception', everyDay('22:00-06:00', { exceptions: [{ on: '2026-11-17', shifts: shifts('05:00-07:00') }] }), [['overlap', '/exceptions/0/shifts']]],
    ['in an exception', office('09:00-17:00', { exceptions: [{ on: '2026-11-17', shifts: shifts('09:00-13:00 10:00-11:00') }] }), [['overlap', '/exceptions/0/shifts']]],
    ['a yearly exception in the years it meets Sunday night', office('09:00-17:00', { ...weekly({ 7: '22:00-07:00' }), exceptions: [{ every: '06-15', shifts: shifts('06:30-10:00') }] }), [['overlap', '/exceptions/0/shifts']]],
  ])('%s', (_, definition, faults) => expect(found(definition)).toEqual(faults))

  test('the sentence names both shifts and the way out', () => {
    expect(checkCalendar(office('', weekly({ 7: '22:00-09:30', 1: '09:00-17:00' })))[0]).toEqual({
      code: 'overlap', path: '/weekly/7',
      sentence: 'Sunday 22:00–09:30 runs past midnight into Monday 09:00–17:00; end it by 09:00 or begin the next one later.',
      values: { day: 'Sunday', next: 'Monday', first: '22:00–09:30', second: '09:00–17:00' },
    })
  })
})

describe('a calendar that is never open', () => {
  const everyDayOfTheYear = Array.from({ length: 366 }, (_, index) => ({ every: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(5, 10), shifts: [] }))
  test.each<[string, unknown]>([
    ['without a shift', office('')],
    ['without a weekday', office('09:00-17:00', { weekly: {} })],
    ['with one date alone, since a clock may start after it', office('', { exceptions: [{ on: '2026-11-17', shifts: shifts('09:00-17:00') }] })],
    ['with every day of the year closed', office('09:00-17:00', { exceptions: everyDayOfTheYear })],
  ])('%s', (_, definition) => expect(found(definition)).toEqual([['never-open', '/weekly']]))
})

describe('what cannot be read', () => {
  const shift = (from: unknown, to: unknown) => ({ ...office(''), weekly: { 1: [{ from, to }] } })
  const exceptions = (...list: unknown[]) => ({ ...office('09:00-17:00'), exceptions: list })
  test.each<[string, unknown, [string, string][]]>([
    ['nothing', undefined, [['not-a-calendar', '']]],
    ['a text', 'calendar', [['not-a-calendar', '']]],
    ['a list', [], [['not-a-calendar', '']]],
    ['an empty object', {}, [['unknown-zone', '/timeZone'], ['bad-weekly', '/weekly'], ['bad-holidays', '/holidays'], ['bad-exceptions', '/exceptions']]],
    ['a field too many', { ...office('09:00-17:00'), timezone: 'UTC' }, [['unknown-field', '/timezone']]],
    ['an offset for a zone', office('09:00-17:00', { timeZone: '+01:00' }), [['unknown-zone', '/timeZone']]],
    ['an unknown zone', office('09:00-17:00', { timeZone: 'Europe/Lodz' }), [['unknown-zone', '/timeZone']]],
    ['weekday 0', { ...office('09:00-17:00'), weekly: { 0: [] } }, [['unknown-weekday', '/weekly/0']]],
    ['weekday by name', { ...office('09:00-17:00'), weekly: { monday: [] } }, [['unknown-weekday', '/weekly/monday']]],
    ['a week as a list', { ...office('09:00-17:00'), weekly: [[], []] }, [['bad-weekly', '/weekly']]],
    ['a day that is no list', { ...office('09:00-17:00'), weekly: { 1: null } }, [['bad-shifts', '/weekly/1']]],
    ['a shift that is a text', { ...office('09:00-17:00'), weekly: { 1: ['09:00-17:00'] } }, [['bad-shifts', '/weekly/1/0']]],
    ['a time without zero', shift('9:00', '17:00'), [['bad-time', '/weekly/1/0/from']]],
    ['24:00 as a beginning', shift('24:00', '24:00'), [['bad-time', '/weekly/1/0/from']]],
    ['24:01', shift('09:00', '24:01'), [['bad-time', '/weekly/1/0/to']]],
    ['a time with seconds', shift('09:00:00', '17:60'), [['bad-time', '/weekly/1/0/from'], ['bad-time', '/weekly/1/0/to']]],
    ['times as numbers', shift(9, Number.NaN), [['bad-time', '/weekly/1/0/from'], ['bad-time', '/weekly/1/0/to']]],
    ['a time with a line end', shift('09:00\n', '17:00'), [['bad-time', '/weekly/1/0/from']]],
    ['an unknown country', office('09:00-17:00', { holidays: { country: 'XX' } }), [['unknown-country', '/holidays/country']]],
    ['a country in small letters', office('09:00-17:00', { holidays: { country: 'pl' } }), [['unknown-country', '/holidays/country']]],
    ['a country out of the prototype', office('09:00-17:00', { holidays: { country: 'constructor' } }), [['unknown-country', '/holidays/country']]],
    ['an unknown region', office('09:00-17:00', { holidays: { country: 'PL', region: 'MZ' } }), [['unknown-region', '/holidays/region']]],
    ['an empty region', office('09:00-17:00', { holidays: { country: 'DE', region: '' } }), [['unknown-region', '/holidays/region']]],
    ['an exception without a day', exceptions({ shifts: [] }), [['bad-exceptions', '/exceptions/0']]],
    ['an exception with two kinds of day', exceptions({ on: '2026-01-01', every: '01-01', shifts: [] }), [['bad-exceptions', '/exceptions/0']]],
    ['30 February', exceptions({ on: '2026-02-30', shifts: [] }), [['bad-date', '/exceptions/0/on']]],
    ['29 February of no leap year', exceptions({ on: '2026-02-29', shifts: [] }), [['bad-date', '/exceptions/0/on']]],
    ['the year 10000', exceptions({ on: '10000-01-01', shifts: [] }), [['bad-date', '/exceptions/0/on']]],
    ['the year 1900', exceptions({ on: '1900-01-01', shifts: [] }), [['bad-date', '/exceptions/0/on']]],
    ['31 April of each year', exceptions({ every: '04-31', shifts: [] }), [['bad-date', '/exceptions/0/every']]],
    ['an exception without shifts', exceptions({ on: '2026-01-02' }), [['bad-shifts', '/exceptions/0/shifts']]],
    ['the same date twice', exceptions({ on: '2026-01-02', shifts: [] }, { on: '2026-01-02', shifts: [] }), [['duplicate-exception', '/exceptions/1']]],
    ['a blank name', exceptions({ on: '2026-01-02', shifts: [], name: ' ' }), [['bad-name', '/exceptions/0/name']]],
    ['a name that is no text', exceptions({ on: '2026-01-02', shifts: [], name: {} }), [['bad-name', '/exceptions/0/name']]],
  ])('%s', (_, definition, faults) => {
    expect(found(definition)).toEqual(faults)
    for (const { sentence } of checkCalendar(definition)) expect(sentence).toMatch(/^\S.{10,200}\.$/)
  })
})

describe('hostile sizes are refused without being gone through', () => {
  const many = Array.from({ length: 10_000 }, () => ({ from: '09:00', to: '10:00' }))
  test.each<[string, unknown, [string, string]]>([
    ['10,000 shifts', { ...office('09:00-17:00'), weekly: { 1: many } }, ['too-many-shifts', '/weekly/1']],
    ['10,000 shifts of an exception', { ...office('09:00-17:00'), exceptions: [{ on: '2026-01-02', shifts: many }] }, ['too-many-shifts', '/exceptions/0/shifts']],
    ['100,000 exceptions', { ...office('09:00-17:00'), exceptions: Array.from({ length: 100_000 }, () => ({ on: '2026-01-02', shifts: [] })) }, ['too-many-exceptions', '/exceptions']],
  ])('%s', (_, definition, fault) => expect(found(definition)).toEqual([fault]))

  test('2,000 exceptions and 366 days of the year are still compiled', () => {
    const dated = Array.from({ length: 1634 }, (_, index) => ({ on: new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10), shifts: shifts('10:00-02:00') }))
    const yearly = Array.from({ length: 366 }, (_, index) => ({ every: new Date(Date.UTC(2024, 0, 1 + index)).toISOString().slice(5, 10), shifts: shifts('10:00-02:00') }))
    expect(checkCalendar(office('09:00-17:00', { exceptions: [...dated, ...yearly] }))).toEqual([])
  })

  test('a thousand faults are cut short, and quote little of what was given', () => {
    const problems = checkCalendar({ ...office('09:00-17:00'), ...Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`${'x'.repeat(10_000)}${index}`, 1])) })
    expect(problems).toHaveLength(50)
    expect(problems[0]!.sentence.length).toBeLessThan(200)
    expect(problems[0]!.path.length).toBeLessThan(60)
  })
})

test('a calendar with problems is not compiled; the error carries them all', () => {
  const definition = office('09:00-17:00', { timeZone: 'nowhere', holidays: { country: 'XX' } })
  const error = (() => {
    try {
      compileCalendar(definition)
    } catch (thrown) {
      return thrown
    }
    return null
  })()
  expect(error).toBeInstanceOf(CalendarError)
  expect(error).toMatchObject({ code: 'bad-calendar', message: '"nowhere" is not a time zone: name one like Europe/Warsaw.', problems: checkCalendar(definition) })
})

test('a compiled calendar does not change when the definition does', () => {
  const definition = office('09:00-17:00')
  const calendar = compileCalendar(definition)
  definition.weekly = {}
  definition.exceptions.push({ on: '2026-11-23', shifts: [] })
  definition.holidays = null
  expect(calendar.isOpen(Date.parse('2026-11-23T10:00Z'))).toBe(true)
  expect(calendar.isOpen(Date.parse('2026-11-11T10:00Z'))).toBe(false)
})
