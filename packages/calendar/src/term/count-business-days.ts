import { CalendarError } from '../calendar-error.ts'
import { lastYear, type HolidayRegion } from '../definition.ts'
import type { HolidayLanguage } from '../holidays/public-holidays.ts'
import { formatDate, yearOf } from '../time/dates.ts'
import { whyNoBusinessDay } from './free-days.ts'
import type { TermStep } from './term.ts'

/** The last of so many business days after the start, and the steps to it. */
export function countBusinessDays(place: HolidayRegion | null, start: number, length: number, language: HolidayLanguage): { end: number, steps: TermStep[] } {
  const steps: TermStep[] = []
  let date = start
  for (let left = length; left > 0;) {
    date++
    if (yearOf(date) > lastYear) throw new CalendarError('out-of-range', `The term would end after the year ${lastYear}.`)
    const why = whyNoBusinessDay(place, date, language)
    const on = formatDate(date)
    if (why?.reason === 'holiday') steps.push({ kind: 'skipped', fromOn: on, toOn: on, ...why })
    if (why) continue
    left--
    const last = steps.at(-1)
    if (last?.kind === 'counted') {
      last.toOn = on
      last.count = (last.count ?? 0) + 1
    } else steps.push({ kind: 'counted', fromOn: on, toOn: on, count: 1 })
  }
  return { end: date, steps }
}
