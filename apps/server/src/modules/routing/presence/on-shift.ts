import { CalendarError, type CalendarDefinition } from '@kontuar/calendar'
import { compiled } from '../clocks/calendars/business-time.ts'

/** A calendar that cannot be counted keeps nobody from work. */
export function isOnShift(shifts: CalendarDefinition, now: number): boolean {
  try {
    return compiled(shifts).isOpen(now)
  } catch (error) {
    if (error instanceof CalendarError) return true
    throw error
  }
}
