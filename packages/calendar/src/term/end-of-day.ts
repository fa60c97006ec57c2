import { zoneTime } from '../time/zone-time.ts'
import { checkDate } from './check-term.ts'

/**
 * The instant at which a date is over: the first one of the next date, itself outside. What is done before it is in
 * time. Epoch milliseconds; throws CalendarError `bad-date` or `unknown-zone`.
 */
export function endOfDay(on: string | Temporal.PlainDate, timeZone: string): number {
  return zoneTime(timeZone).startOf(checkDate(on) + 1)
}
