// From the words of an address to the days the server is asked for. Pure; today is the organization's.
import { addDays, daysOfPeriod, type DashboardPeriod } from '@kontuar/contracts'
import type { PeriodSearch } from './numbers-search.ts'

/** `to` is not included. */
export interface Days { from: string; to: string }

export const daysOf = (search: PeriodSearch, usual: DashboardPeriod, today: string): Days =>
  search.from !== undefined && search.until !== undefined ? { from: search.from, to: addDays(search.until, 1) } : daysOfPeriod(search.period ?? usual, today)

export const lengthOf = ({ from, to }: Days): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

export type Step = 'hour' | 'day' | 'week' | 'month'
/** The finest step that can still be read: two days by the hour, a season by the day, a year by the week. */
export function stepOf(days: Days): Step {
  const length = lengthOf(days)
  return length <= 2 ? 'hour' : length <= 92 ? 'day' : length <= 400 ? 'week' : 'month'
}
/** A tile's own step, unless it would draw more points than there are pixels for. */
export function stepWithin(wanted: Step | null | undefined, days: Days): Step {
  const length = lengthOf(days)
  const points = { hour: length * 24, day: length, week: length / 7, month: length / 30 }
  return wanted && points[wanted] <= 400 && points[wanted] >= 1 ? wanted : stepOf(days)
}
