import { CalendarError } from '../calendar-error.ts'
import { lastYear } from '../definition.ts'
import type { HolidayLanguage } from '../holidays/public-holidays.ts'
import { formatDate, parseDate } from '../time/dates.ts'
import { checkTerm } from './check-term.ts'
import { countBusinessDays } from './count-business-days.ts'
import { whyNoEnd } from './free-days.ts'
import type { Term, TermEnd, TermStep, TermUnit } from './term.ts'

/**
 * The last day of a term of law, with the reason for each step. Throws CalendarError `bad-date`, `bad-term`,
 * `unknown-holidays`, or `out-of-range` when it would end after 2099.
 */
export function endOfTerm(term: Term, language: HolidayLanguage = 'en'): TermEnd {
  const { start, place } = checkTerm(term)
  const polish = term.rule === 'pl-civil-code'
  const startOn = formatDate(start)
  const steps: TermStep[] = [{ kind: 'event', fromOn: startOn, toOn: startOn, ...(polish && { law: 'art. 111 § 2 k.c.' }) }]

  let end: number
  if (term.unit === 'business-days') {
    // The Code has no business days: contracts and other acts count them so. One of them is never free, hence no move.
    const counted = countBusinessDays(place, start, term.length, language)
    steps.push(...counted.steps)
    end = counted.end
  } else {
    end = countOn(startOn, term.length, term.unit)
    const law = term.unit === 'days' ? 'art. 111 § 1 k.c.' : 'art. 112 k.c.'
    steps.push({ kind: 'counted', fromOn: formatDate(start + 1), toOn: formatDate(end), count: term.length, ...(polish && { law }) })
  }
  const countedToOn = formatDate(end)

  if (polish && place && term.unit !== 'business-days') {
    for (let why = whyNoEnd(place, end, language); why; why = whyNoEnd(place, end, language)) {
      const on = formatDate(end)
      steps.push({ kind: 'moved', fromOn: on, toOn: on, ...why, law: 'art. 115 k.c.' })
      end++
    }
  }
  // Between Christmas and Epiphany of the last year the move itself may lead out.
  const endsOn = formatDate(inRange(end))
  steps.push({ kind: 'end', fromOn: endsOn, toOn: endsOn })
  return { endsOn, countedToOn, steps }
}

/** Art. 112: the day that answers to the first by name or date, or else the last day of the month. */
function countOn(startOn: string, length: number, unit: Exclude<TermUnit, 'business-days'>): number {
  const end = Temporal.PlainDate.from(startOn).add({ [unit]: length }, { overflow: 'constrain' })
  return inRange(parseDate(end.toString()))
}

function inRange(date: number | null): number {
  if (date === null || parseDate(formatDate(date)) === null) throw new CalendarError('out-of-range', `The term would end after the year ${lastYear}.`)
  return date
}
