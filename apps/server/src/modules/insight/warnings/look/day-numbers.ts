// Days of the organization's calendar as numbers, and which of them an instant lies in.
import { startOfDay, zoned } from '../../metrics/time.ts'
import type { Day } from '../rules/days.ts'

const msPerDay = 86_400_000
export const dateOf = (day: Day): Temporal.PlainDate => new Temporal.PlainDate(1970, 1, 1).add({ days: day })
export const dayOf = (at: number, zone: string): Day => Math.round(Date.parse(`${zoned(at, zone).toPlainDate().toString()}T00:00:00Z`) / msPerDay)
export const startOf = (day: Day, zone: string): number => startOfDay(dateOf(day), zone)

export interface DayNumbers {
  /** Null: outside. */
  dayAt(at: number): Day | null
  /** Local hour, 0 to 23; in the night the clocks go back two hours are one. */
  hourAt(at: number): number
  startOf(day: Day): number
}

/** From `from` to `to`, not included. Many rows lie in one day: each beginning is reckoned once. */
export function dayNumbers(from: Day, to: Day, zone: string): DayNumbers {
  const starts = Array.from({ length: to - from + 1 }, (_, i) => startOf(from + i, zone))
  const indexAt = (at: number) => {
    if (at < starts[0]! || at >= starts.at(-1)!) return null
    let index = Math.min(to - from - 1, Math.max(0, Math.floor((at - starts[0]!) / msPerDay)))
    while (at < starts[index]!) index--
    while (at >= starts[index + 1]!) index++
    return index
  }
  const lengths = starts.map((start, i) => (starts[i + 1] ?? start + msPerDay) - start)
  return {
    dayAt: (at) => {
      const index = indexAt(at)
      return index === null ? null : from + index
    },
    hourAt: (at) => {
      const index = indexAt(at)
      if (index === null) return 0
      // Only on the two days a year that are longer or shorter is the clock asked.
      return lengths[index] === msPerDay ? Math.floor((at - starts[index]!) / 3_600_000) : zoned(at, zone).hour
    },
    startOf: (day) => starts[day - from] ?? startOf(day, zone),
  }
}
