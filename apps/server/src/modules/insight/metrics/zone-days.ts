// Where the days of a zone begin. Every point of every line asks for dozens of them, and Temporal takes microseconds for each: reckoned once a
// day and zone they are a look-up. Days are numbered from 1 January 1970, a Thursday.
const dayMs = 86_400_000

export class ZoneDays {
  readonly zone: string
  readonly #starts = new Map<number, number>()
  constructor(zone: string) { this.zone = zone }

  /** When a day begins; where its midnight is skipped, when it can. */
  start(day: number): number {
    const known = this.#starts.get(day)
    if (known !== undefined) return known
    const start = Temporal.PlainDate.from(isoDay(day)).toZonedDateTime(this.zone).epochMilliseconds
    this.#starts.set(day, start)
    return start
  }

  /** The day a moment lies in. */
  dayAt(at: number): number {
    let day = Math.floor(at / dayMs)
    while (this.start(day + 1) <= at) day++
    while (this.start(day) > at) day--
    return day
  }
}

const known = new Map<string, ZoneDays>()

export function daysOfZone(zone: string): ZoneDays {
  const found = known.get(zone) ?? new ZoneDays(zone)
  // As many as there are zones, at most.
  known.set(zone, found)
  return found
}

/** YYYY-MM-DD. */
export const isoDay = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10)
/** 1 Monday to 7. */
export const weekdayOf = (day: number): number => ((day + 3) % 7 + 7) % 7 + 1
/** The first day of the month so many months away. */
export function monthFirst(day: number, months = 0): number {
  const date = new Date(day * dayMs)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / dayMs
}
