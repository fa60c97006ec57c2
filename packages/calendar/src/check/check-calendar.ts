import type { CalendarDefinition } from '../definition.ts'
import { isHolidayCountry, listHolidayRegions } from '../holidays/public-holidays.ts'
import { isTimeZone } from '../time/zone-time.ts'
import { checkExceptions } from './check-exceptions.ts'
import { checkOverlaps, opensAtAll } from './check-overlaps.ts'
import { checkShifts } from './check-shifts.ts'
import { isObject, Problems, refuseUnknownFields, show, type CalendarProblem } from './problems.ts'

/** All that is wrong with a calendar, whatever was given; empty when it can be compiled. Never throws. */
export function checkCalendar(definition: unknown): CalendarProblem[] {
  const problems = new Problems()
  if (!isObject(definition)) {
    problems.add('not-a-calendar', '', `A calendar is an object with timeZone, weekly, holidays and exceptions; this is ${show(definition)}.`)
    return problems.list
  }
  refuseUnknownFields(problems, '', definition, ['timeZone', 'weekly', 'holidays', 'exceptions'])
  if (!isTimeZone(definition['timeZone'])) problems.add('unknown-zone', '/timeZone', `${show(definition['timeZone'])} is not a time zone: name one like Europe/Warsaw.`, { given: show(definition['timeZone']) })
  checkWeekly(problems, definition['weekly'])
  checkHolidays(problems, definition['holidays'])
  checkExceptions(problems, definition['exceptions'])
  if (problems.list.length > 0) return problems.list

  const readable = definition as unknown as CalendarDefinition
  checkOverlaps(problems, readable)
  if (!opensAtAll(readable)) problems.add('never-open', '/weekly', 'The calendar is never open, so no time would ever pass: give at least one weekday a shift.')
  return problems.list
}

function checkWeekly(problems: Problems, weekly: unknown): void {
  if (!isObject(weekly)) {
    problems.add('bad-weekly', '/weekly', `The week is an object with a list of shifts for each weekday, 1 (Monday) to 7 (Sunday); this is ${show(weekly)}.`)
    return
  }
  for (const [day, shifts] of Object.entries(weekly)) {
    if (/^[1-7]$/.test(day)) checkShifts(problems, `/weekly/${day}`, shifts)
    else problems.add('unknown-weekday', `/weekly/${day.slice(0, 50)}`, `Weekdays are 1 (Monday) to 7 (Sunday); this is ${show(day)}.`, { given: show(day) })
  }
}

function checkHolidays(problems: Problems, holidays: unknown): void {
  if (holidays === null) return
  if (!isObject(holidays)) {
    problems.add('bad-holidays', '/holidays', `Holidays are { country } with an ISO 3166 code like PL, or null for none; this is ${show(holidays)}.`)
    return
  }
  refuseUnknownFields(problems, '/holidays', holidays, ['country', 'region'])
  const { country, region } = holidays
  if (!isHolidayCountry(country)) {
    problems.add('unknown-country', '/holidays/country', `No holidays are known for the country ${show(country)}: give an ISO 3166 code like PL.`, { given: show(country) })
  } else if (region !== undefined && !(typeof region === 'string' && Object.hasOwn(listHolidayRegions(country, 'en'), region))) {
    problems.add('unknown-region', '/holidays/region', `${country} has no region ${show(region)} with holidays of its own: leave it out or choose one of the list.`, { country, given: show(region) })
  }
}
