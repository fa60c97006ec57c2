// On which days a report is due, and when that is for somebody. The day is the same for all; the hour is theirs. Pure.
import { addDays, type ReportSchedule } from '@kontuar/contracts'
import { weekdayOf } from '../filling/period.ts'

/** The day it is due, at or before this one. */
export function lastDayDue(schedule: ReportSchedule, day: string): string {
  for (let back = 0; ; back++) {
    const candidate = addDays(day, -back)
    if (isDue(schedule, candidate)) return candidate
  }
}

/** The day it is due, at or after this one. */
export function nextDayDue(schedule: ReportSchedule, day: string): string {
  for (let on = 0; ; on++) {
    const candidate = addDays(day, on)
    if (isDue(schedule, candidate)) return candidate
  }
}

// No further than 31 days in either direction: every week has each weekday, every month a 28th.
function isDue(schedule: ReportSchedule, day: string): boolean {
  switch (schedule.every) {
    case 'day': return schedule.days.includes(weekdayOf(day))
    case 'week': return weekdayOf(day) === schedule.day
    case 'month': return Number(day.slice(8)) === schedule.day
  }
}

/** When the hour of a schedule strikes on a day in a zone. In the night the clocks are put forward an hour that there is not strikes as much later, and in the other the first of two strikes. */
export function hourOn(schedule: ReportSchedule, day: string, zone: string): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: schedule.at }).epochMilliseconds)
}

/** When it will next strike for somebody in a zone. */
export function nextHour(schedule: ReportSchedule, now: Date, zone: string): Date {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
  const first = hourOn(schedule, nextDayDue(schedule, today), zone)
  return first > now ? first : hourOn(schedule, nextDayDue(schedule, addDays(today, 1)), zone)
}
