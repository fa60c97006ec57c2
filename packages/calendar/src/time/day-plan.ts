import type { CalendarDefinition, Weekday } from '../definition.ts'
import { findPublicHoliday, type HolidayLanguage } from '../holidays/public-holidays.ts'
import { formatDate, parseDate, weekdayOf } from './dates.ts'
import { minuteShifts, type MinuteShift } from './wall-time.ts'

/** The shifts that start on a date, and what decided it. */
export interface DayPlan {
  cause: 'week' | 'holiday' | 'exception'
  shifts: readonly MinuteShift[]
  /** Public holidays have a name in each language, exceptions the one that was given to them. */
  name: Record<HolidayLanguage, string> | string | null
  /** False for a holiday or closed exception on a day that would have been closed anyway: nothing to explain. */
  matters: boolean
}

/** Wants a definition that was checked. The order of precedence is told in definition.ts. */
export function planDays(definition: CalendarDefinition): (date: number) => DayPlan {
  const week: DayPlan[] = [1, 2, 3, 4, 5, 6, 7].map((day) => {
    const shifts = minuteShifts(definition.weekly[String(day) as Weekday] ?? [])
    return { cause: 'week', shifts, name: null, matters: shifts.length > 0 }
  })
  const dated = new Map<number, { shifts: MinuteShift[], name: string | null }>()
  const yearly = new Map<string, { shifts: MinuteShift[], name: string | null }>()
  for (const exception of definition.exceptions) {
    const instead = { shifts: minuteShifts(exception.shifts), name: exception.name ?? null }
    if ('every' in exception) yearly.set(exception.every, instead)
    else dated.set(parseDate(exception.on) ?? Number.NaN, instead)
  }

  const ordinary = (date: number): DayPlan => {
    const usual = week[weekdayOf(date) - 1]!
    const holiday = definition.holidays && findPublicHoliday(definition.holidays, date)
    return holiday ? { cause: 'holiday', shifts: [], name: holiday, matters: usual.matters } : usual
  }
  return (date) => {
    const exception = dated.get(date) ?? (yearly.size > 0 ? yearly.get(formatDate(date).slice(5)) : undefined)
    if (!exception) return ordinary(date)
    return { cause: 'exception', ...exception, matters: exception.shifts.length > 0 || ordinary(date).shifts.length > 0 }
  }
}
