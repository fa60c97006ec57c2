import { CalendarError } from '../calendar-error.ts'
import { firstYear, lastYear, type HolidayRegion } from '../definition.ts'
import { assertPlace } from '../holidays/public-holidays.ts'
import { parseDate } from '../time/dates.ts'
import { longestTerm, type Term } from './term.ts'

const poland: HolidayRegion = { country: 'PL' }

/** The start as a number of days, and whose holidays count; throws CalendarError `bad-date`, `bad-term` or `unknown-holidays`. */
export function checkTerm({ startOn, length, unit, rule, holidays }: Term): { start: number, place: HolidayRegion | null } {
  const start = checkDate(startOn)
  if (!Object.hasOwn(longestTerm, unit)) throw new CalendarError('bad-term', `A term is counted in ${Object.keys(longestTerm).join(', ')}; "${String(unit).slice(0, 30)}" is none of them.`)
  if (!Number.isInteger(length) || length < 1 || length > longestTerm[unit]) throw new CalendarError('bad-term', `A term in ${unit} has a whole number of them, from 1 to ${longestTerm[unit]}.`)
  if (rule !== 'pl-civil-code' && rule !== 'calendar') throw new CalendarError('bad-term', 'A term is counted by the rule pl-civil-code or calendar.')
  if (holidays) assertPlace(holidays)
  if (rule === 'calendar') return { start, place: holidays ?? null }
  if (holidays && holidays.country !== 'PL') throw new CalendarError('bad-term', 'The Polish Civil Code counts with the Polish days free from work: leave the holidays out, or use the rule calendar.')
  return { start, place: poland }
}

/** Days since 1970-01-01. */
export function checkDate(on: string | Temporal.PlainDate): number {
  const date = parseDate(on instanceof Temporal.PlainDate ? on.toString({ calendarName: 'never' }) : on)
  if (date === null) throw new CalendarError('bad-date', `A date is written YYYY-MM-DD, exists, and lies in the years ${firstYear} to ${lastYear}.`)
  return date
}
