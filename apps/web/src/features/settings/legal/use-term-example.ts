import type { CalendarDefinition } from '@kontuar/calendar'
import { tryCalendar } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { asBody } from '../calendars/use-calendars.ts'
import { countedTo, questionFor, type LegalTerm } from './term-end.ts'

/** Days that are no Saturday, Sunday or public holiday, whole: the server's calendar then says on which of them a term ends. */
const workingDays = (country: string | null): CalendarDefinition => ({ timeZone: 'UTC', weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((day) => [day, [{ from: '00:00', to: '24:00' }]])), holidays: country === null ? null : { country }, exceptions: [] })

export interface TermExample { endsOn: string; /** The day it was counted to, when free days moved the end. */ movedFrom: string | null; holidays: string[] }

/** On which day a term that begins with an event on `day` ends. Undefined until it is known. */
export function useTermExample(day: string, term: LegalTerm): { example: TermExample | undefined; error: unknown } {
  const good = Number.isInteger(term.length) && term.length >= 1
  const question = good ? questionFor(day, term) : null
  const country = term.rule === 'pl-civil-code' ? 'PL' : term.country
  const { data, error } = useQuery({
    queryKey: [...queryKeys.calendars, 'term', question, country],
    queryFn: ({ signal }) => api(tryCalendar, { body: { definition: asBody(workingDays(country)), from: question!.from, seconds: question!.seconds }, signal }),
    enabled: question !== null,
    staleTime: Infinity,
  })
  if (!good) return { example: undefined, error: null }
  const counted = countedTo(day, term)
  if (question === null) return { example: counted === null ? undefined : { endsOn: counted, movedFrom: null, holidays: [] }, error: null }
  if (!data) return { example: undefined, error }
  const endsOn = data.dueAt.slice(0, 10)
  return { example: { endsOn, movedFrom: counted !== null && counted !== endsOn ? counted : null, holidays: data.steps.flatMap(({ kind, name }) => (kind === 'holiday' && name ? [name] : [])) }, error: null }
}
