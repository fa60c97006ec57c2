// The days a dashboard's period means just now: the same for screens, exports and reports. Pure; days are days of the calendar, so
// nothing here knows of zones but the day it is.
import type { DashboardPeriod } from './dashboards.ts'

export interface Days { /** YYYY-MM-DD. */ from: string; /** Not included. */ to: string }

/** The day an instant falls on. @throws RangeError for an unknown zone */
export const dayIn = (at: Date, timeZone: string): string => new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** @param months added to the first of the month `day` lies in */
const firstOfMonth = (day: string, months = 0): string => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 10)

/** @param today as dayIn says; it belongs to every period but `yesterday` and `last-month` */
export function daysOfPeriod(period: DashboardPeriod, today: string): Days {
  const tomorrow = addDays(today, 1)
  const last = (days: number): Days => ({ from: addDays(tomorrow, -days), to: tomorrow })
  switch (period) {
    case 'today': return last(1)
    case 'yesterday': return { from: addDays(today, -1), to: today }
    case 'last-7-days': return last(7)
    case 'last-28-days': return last(28)
    case 'last-30-days': return last(30)
    case 'last-90-days': return last(90)
    case 'this-month': return { from: firstOfMonth(today), to: tomorrow }
    case 'last-month': return { from: firstOfMonth(today, -1), to: firstOfMonth(today) }
    case 'this-year': return { from: `${today.slice(0, 4)}-01-01`, to: tomorrow }
    case 'last-12-months': return { from: firstOfMonth(today, -11), to: tomorrow }
  }
}
