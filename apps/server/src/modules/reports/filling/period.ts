// The days a report is about: whole days of the organization's calendar, so that a figure of a report is the figure of the screen. Pure.
import { addDays, type ReportPeriod } from '@kontuar/contracts'

export interface Days { /** YYYY-MM-DD. */ from: string; /** Not included. */ to: string }

const parts = (day: string): [year: number, month: number] => [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
const firstOfMonth = (year: number, month: number) => new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
/** Monday is 1. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

/** @param day on which it is made; of `this-week` and `this-month` it is a part, of all others none, since it is not over */
export function daysOfReport(period: ReportPeriod, day: string): Days {
  const [year, month] = parts(day)
  switch (period) {
    case 'yesterday': return { from: addDays(day, -1), to: day }
    case 'last-7-days': return { from: addDays(day, -7), to: day }
    case 'last-28-days': return { from: addDays(day, -28), to: day }
    case 'last-week': {
      const monday = addDays(day, 1 - weekdayOf(day))
      return { from: addDays(monday, -7), to: monday }
    }
    case 'last-month': return { from: firstOfMonth(year, month - 1), to: firstOfMonth(year, month) }
    case 'last-quarter': {
      const first = month - (month - 1) % 3
      return { from: firstOfMonth(year, first - 3), to: firstOfMonth(year, first) }
    }
    case 'this-week': return { from: addDays(day, 1 - weekdayOf(day)), to: addDays(day, 1) }
    case 'this-month': return { from: firstOfMonth(year, month), to: addDays(day, 1) }
  }
}

/** The beginning of a day. */
export const startOfDay = (day: string, zone: string): Date => new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds)
