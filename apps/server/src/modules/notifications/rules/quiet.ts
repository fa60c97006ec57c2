// Quiet hours. They begin on the days named and may end on the next one; times are of the wall clock where the
// person is, so a night in which the clocks change is an hour longer or shorter.
import type { Quiet } from './roads.ts'

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
const dayMinutes = 1440

/** The same time twice means a whole day. Minutes. */
const lengthOf = (quiet: Quiet) => (minutesOf(quiet.to) - minutesOf(quiet.from) + dayMinutes) % dayMinutes || dayMinutes

/** Whether there is no minute of the week outside: then nothing held would ever leave. */
export const coversTheWeek = (quiet: Quiet): boolean => new Set(quiet.days).size === 7 && lengthOf(quiet) === dayMinutes

/** When the quiet that holds at `now` ends; null when none holds. Quiet hours that touch are one. */
export function quietUntil(quiet: Quiet | null, now: Temporal.Instant, zone: string): Temporal.Instant | null {
  if (quiet === null || quiet.days.length === 0 || coversTheWeek(quiet)) return null
  const today = now.toZonedDateTimeISO(zone).toPlainDate()
  let end: Temporal.Instant | null = null
  for (let day = -1; day <= 7; day++) {
    const date = today.add({ days: day })
    if (!quiet.days.includes(date.dayOfWeek)) continue
    const from = at(date, quiet.from, zone)
    const to = at(quiet.from < quiet.to ? date : date.add({ days: 1 }), quiet.to, zone)
    const moment = end ?? now
    if (Temporal.Instant.compare(from, moment) <= 0 && Temporal.Instant.compare(moment, to) < 0) end = to
  }
  return end
}

/** A time that the clock skips is the moment it skips to; one that comes twice is the first. */
const at = (date: Temporal.PlainDate, clock: string, zone: string) => date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) }).toInstant()
