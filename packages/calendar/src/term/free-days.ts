import type { HolidayRegion } from '../definition.ts'
import { findPublicHoliday, type HolidayLanguage } from '../holidays/public-holidays.ts'
import { parseDate, weekdayOf } from '../time/dates.ts'
import type { TermStep } from './term.ts'

type Reason = Pick<TermStep, 'reason' | 'name'>

/**
 * Art. 115 of the Civil Code names the Saturday since 1 January 2017 (act of 16 December 2016, Dz.U. 2016 poz. 2255;
 * for terms that had not ended by then). Before, it was a day like others (Supreme Court, 25 April 2003, III CZP 8/03).
 */
const saturdaysSince = parseDate('2017-01-01')!

/** Why a term of the Polish Civil Code cannot end on the date; null when it can. */
export function whyNoEnd(place: HolidayRegion, date: number, language: HolidayLanguage): Reason | null {
  const holiday = findPublicHoliday(place, date)
  if (holiday) return { reason: 'holiday', name: holiday[language] }
  if (weekdayOf(date) === 7) return { reason: 'sunday' }
  return weekdayOf(date) === 6 && date >= saturdaysSince ? { reason: 'saturday' } : null
}

/** Why a date is no business day ("dzień roboczy": Monday to Friday without public holidays); null when it is one. */
export function whyNoBusinessDay(place: HolidayRegion | null, date: number, language: HolidayLanguage): Reason | null {
  const weekday = weekdayOf(date)
  if (weekday > 5) return { reason: weekday === 6 ? 'saturday' : 'sunday' }
  const holiday = place && findPublicHoliday(place, date)
  return holiday ? { reason: 'holiday', name: holiday[language] } : null
}
