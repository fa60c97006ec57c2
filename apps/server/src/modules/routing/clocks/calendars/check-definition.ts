import { CalendarError, checkCalendar, type CalendarDefinition } from '@kontuar/calendar'
import { Refusal } from '../../../../platform/http/refusal.ts'

/**
 * Holidays and exceptions may be left out: a calendar without them has none.
 * @throws Refusal `invalid-input`: the first mistake as a sentence, all of them by their place
 */
export function checkDefinition(given: unknown): CalendarDefinition {
  const definition = typeof given === 'object' && given !== null ? { holidays: null, exceptions: [], ...given } : given
  const problems = checkCalendar(definition)
  if (problems.length === 0) return definition as CalendarDefinition
  throw new Refusal('invalid-input', problems[0]!.sentence, Object.fromEntries(problems.map((p) => [`definition${p.path}`, p.sentence])))
}

/** What the package refuses becomes an answer. */
export function orRefuse<T>(work: () => T, field: string): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof CalendarError) throw new Refusal('invalid-input', error.message, { [field]: error.message })
    throw error
  }
}
