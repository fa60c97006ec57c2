// Days of the organization's calendar as numbers, and which of them an instant lies in.
import { zoned } from '../../metrics/time.ts'
import { daysOfZone } from '../../metrics/zone-days.ts'
import type { Day } from '../rules/days.ts'

const msPerDay = 86_400_000
export const dayOf = (at: number, zone: string): Day => daysOfZone(zone).dayAt(at)
export const startOf = (day: Day, zone: string): number => daysOfZone(zone).start(day)

export interface DayNumbers {
  /** Null: outside. */
  dayAt(at: number): Day | null
  /** Local hour, 0 to 23; in the night the clocks go back two hours are one. */
  hourAt(at: number): number
  startOf(day: Day): number
}

/** From `from` to `to`, not included. */
export function dayNumbers(from: Day, to: Day, zone: string): DayNumbers {
  const days = daysOfZone(zone)
  const dayAt = (at: number) => {
    const day = days.dayAt(at)
    return day >= from && day < to ? day : null
  }
  return {
    dayAt,
    hourAt: (at) => {
      const day = dayAt(at)
      if (day === null) return 0
      // Only on the two days a year that are longer or shorter is the clock asked.
      return days.start(day + 1) - days.start(day) === msPerDay ? Math.floor((at - days.start(day)) / 3_600_000) : zoned(at, zone).hour
    },
    startOf: (day) => days.start(day),
  }
}
