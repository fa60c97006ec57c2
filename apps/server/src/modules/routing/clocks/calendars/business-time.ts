// A stored calendar as the arithmetic of a clock. What the package refuses is answered with the nearest instant it knows: a clock must never stop the work of the desk.
import { CalendarError, compileCalendar, type Calendar, type CalendarDefinition, type HolidayLanguage } from '@kontuar/calendar'
import type { ClockTime } from '../derive/types.ts'

const first = 0
/** The last instant the package counts; a deadline beyond it is never. */
export const farAway = Date.UTC(2100, 0, 1) - 1

/** Compiled calendars remember the years they were asked for: keeping them makes the next look cheap. Pure, so sharing them is safe. */
const kept = new Map<string, Calendar>()
const keptMost = 200

export function businessTime(definition: unknown, language: HolidayLanguage = 'en'): ClockTime {
  const calendar = compiled(definition as CalendarDefinition)
  const inRange = (at: number) => Math.min(Math.max(Math.floor(at), first), farAway)
  return {
    add: (at, durationMs) => {
      try {
        return calendar.add(inRange(at), durationMs)
      } catch (error) {
        if (error instanceof CalendarError && error.code === 'out-of-range') return farAway
        throw error
      }
    },
    between: (fromAt, toAt) => calendar.between(inRange(fromAt), inRange(toAt)),
    steps: (fromAt, toAt) => (toAt > fromAt ? calendar.steps(inRange(fromAt), inRange(toAt), language) : []),
  }
}

/** @throws CalendarError `bad-calendar` */
export function compiled(definition: CalendarDefinition): Calendar {
  const key = JSON.stringify(definition)
  const known = kept.get(key)
  if (known !== undefined) return known
  const made = compileCalendar(definition)
  if (kept.size >= keptMost) kept.delete(kept.keys().next().value!)
  kept.set(key, made)
  return made
}
