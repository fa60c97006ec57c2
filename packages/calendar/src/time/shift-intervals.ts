import type { DayPlan } from './day-plan.ts'
import type { ZoneTime } from './zone-time.ts'

/** Open from `fromAt` up to, not including, `toAt`; epoch milliseconds. */
export interface Interval {
  fromAt: number
  toAt: number
}

/**
 * The real time of the shifts that start on a date. A date that the zone skipped has none. A shift that the change
 * of the clock leaves without any time (02:30–03:00 in spring) is dropped.
 */
export function shiftIntervals(zone: ZoneTime, date: number, plan: DayPlan): Interval[] {
  if (plan.shifts.length === 0 || !zone.hasDate(date)) return []
  return plan.shifts
    .map(({ from, to }) => ({ fromAt: zone.instantOf(date, from), toAt: zone.instantOf(date, to) }))
    .filter(({ fromAt, toAt }) => toAt > fromAt)
}

/** Sorted, and joined where they touch or overlap (a change of the clock can push one shift into the next). */
export function joinIntervals(intervals: Interval[]): Interval[] {
  const joined: Interval[] = []
  for (const { fromAt, toAt } of intervals.sort((a, b) => a.fromAt - b.fromAt)) {
    const last = joined.at(-1)
    if (last && fromAt <= last.toAt) last.toAt = Math.max(last.toAt, toAt)
    else joined.push({ fromAt, toAt })
  }
  return joined
}
