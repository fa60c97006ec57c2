/**
 * Business time: when a place is open, how much open time lies between two moments, and when a term of law ends.
 * Pure: it reads no clock, no file, no connection. It must never count an hour twice or leave one out, and what it
 * cannot count it refuses with a sentence (CalendarError).
 */
export { CalendarError, type CalendarErrorCode } from './calendar-error.ts'
export type { Calendar, Explanation, Step } from './calendar.ts'
export { checkCalendar } from './check/check-calendar.ts'
export type { CalendarProblem, CalendarProblemCode } from './check/problems.ts'
export { compileCalendar } from './compile-calendar.ts'
export type { CalendarDefinition, DayException, HolidayRegion, Shift, Weekday } from './definition.ts'
export { listHolidayCountries, listHolidayRegions, listPublicHolidays, type HolidayLanguage } from './holidays/public-holidays.ts'
export type { Interval } from './time/shift-intervals.ts'
export { endOfDay } from './term/end-of-day.ts'
export { endOfTerm } from './term/end-of-term.ts'
export type { Term, TermEnd, TermRule, TermStep, TermUnit } from './term/term.ts'
