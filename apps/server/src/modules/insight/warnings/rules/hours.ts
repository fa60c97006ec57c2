// Hours of a week in one place: what usually comes in each, from the same weekday and hour of the eight weeks before.
import { overdispersionOf } from '@kontuar/statistics'
import { leastHistory, weekdayOf, type Day, type IsHoliday } from './days.ts'

/** Contacts by day and hour of the day (0 to 23, local time), from `first` on. */
export interface HourSeries {
  first: Day
  /** Null: nothing was known then. */
  start: Day | null
  hits: readonly (readonly number[])[]
}

/** What came in these hours of the days like it, over so many of them. */
export interface UsualDay { past: number[]; days: number }

export const pastWeeks = 8
const leastDays = 4

export function hoursOn({ first, hits }: HourSeries, day: Day): readonly number[] {
  return hits[day - first] ?? []
}

/** @param before only days before it count Null: too little is known, or nothing is usual on a holiday. */
export function usualDay(series: HourSeries, day: Day, isHoliday: IsHoliday, before: Day = day): UsualDay | null {
  if (isHoliday(day) || series.start === null || before - series.start < leastHistory) return null
  const usual = { past: Array.from({ length: 24 }, () => 0), days: 0 }
  for (let week = 1; week <= pastWeeks; week++) {
    const then = day - 7 * week
    if (then >= before || then < series.start || isHoliday(then)) continue
    usual.days++
    for (const [hour, n] of hoursOn(series, then).entries()) usual.past[hour]! += n
  }
  return usual.days < leastDays ? null : usual
}

export interface UsualWeek {
  /** From this day on; null: nothing is known of that day. */
  days: (UsualDay | null)[]
  /** How much days, and single hours, differ beyond chance. */
  ofDays: number
  ofHours: number
}

export function usualWeek(series: HourSeries, day: Day, isHoliday: IsHoliday): UsualWeek {
  const days = Array.from({ length: 7 }, (_, i) => usualDay(series, day + i, isHoliday, day))
  const past: { weekday: number; hours: readonly number[] }[] = []
  for (let then = Math.max(day - 7 * pastWeeks, series.start ?? day); then < day; then++) if (!isHoliday(then)) past.push({ weekday: weekdayOf(then), hours: hoursOn(series, then) })
  const groups = (of: (hours: readonly number[]) => number) => Array.from({ length: 7 }, (_, i) => past.filter(({ weekday }) => weekday === i + 1).map(({ hours }) => ({ count: of(hours) })))
  const sum = (hours: readonly number[]) => hours.reduce((total, n) => total + n, 0)
  return { days, ofDays: Math.max(0, overdispersionOf({ groups: groups(sum) }) ?? 0), ofHours: Math.max(0, overdispersionOf({ groups: Array.from({ length: 24 }, (_, hour) => groups((hours) => hours[hour] ?? 0)).flat() }) ?? 0) }
}
