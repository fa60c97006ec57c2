// The half-year that the demonstration tells of, day by day, as the company's calendar has it.
import { compileCalendar, listPublicHolidays, type Calendar } from '@kontuar/calendar'

export const timeZone = 'Europe/Warsaw'
export const toldDays = 182

export interface Day {
  /** YYYY-MM-DD. */
  date: string
  /** How many days before today. */
  age: number
  /** Monday is 1, Sunday is 7. */
  weekday: number
  holiday: boolean
  /** Epoch milliseconds of a local time; hours may be broken: 9.5 is half past nine. */
  at(hour: number): number
}

/** The oldest first, today last. @param now epoch milliseconds */
export function daysUntil(now: number): Day[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate()
  const holidays = new Set([-1, 0].flatMap((back) => listPublicHolidays({ country: 'PL' }, today.year + back, 'pl').map((h) => h.on)))
  return Array.from({ length: toldDays + 1 }, (_, i) => {
    const date = today.subtract({ days: toldDays - i })
    const midnight = date.toZonedDateTime(timeZone)
    const hourMs = 3_600_000
    // Asked for each of ten thousand matters: reckoned by the clock only on the two days on which it is set anew.
    const at = midnight.hoursInDay === 24 ? (hour: number) => midnight.epochMilliseconds + Math.round(hour * hourMs)
      : (hour: number) => date.toZonedDateTime({ timeZone, plainTime: { hour: Math.floor(hour) } }).epochMilliseconds + Math.round((hour % 1) * hourMs)
    return { date: date.toString(), age: toldDays - i, weekday: date.dayOfWeek, holiday: holidays.has(date.toString()), at }
  })
}

/** When somebody sits at the desk and answers mail. */
export const deskHours: Calendar = compileCalendar({ timeZone, weekly: Object.fromEntries(['1', '2', '3', '4', '5'].map((d) => [d, [{ from: '09:00', to: '17:00' }]])), holidays: { country: 'PL' }, exceptions: [] })
