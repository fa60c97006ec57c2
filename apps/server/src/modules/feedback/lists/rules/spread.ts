/*
 * When each person of a list is asked: so many an hour, counted in the hours in which we ask at all. A list of 500 with 100 an hour that
 * begins an hour before closing time asks 100 today and goes on tomorrow; it does not pile up 400 for the opening.
 */
import { intoWindow, type SendWindow } from '../../asking/planning/rules/send-window.ts'

const hourMs = 3_600_000

/** @param perHour null: all at once */
export function spread(count: number, sendAt: Date, perHour: number | null, window: SendWindow): Date[] {
  const first = intoWindow(sendAt, window)
  if (perHour === null) return Array.from({ length: count }, () => first)
  const times: Date[] = []
  // In whole milliseconds from the beginning of each stretch, so that no rounding adds up.
  let [begin, end, since] = [first.getTime(), endOfWindow(first, window), 0]
  for (let n = 0; n < count; n++) {
    let at = begin + Math.floor(((n - since) * hourMs) / perHour)
    if (at >= end) {
      begin = intoWindow(new Date(at), window).getTime()
      ;[end, since, at] = [endOfWindow(new Date(begin), window), n, begin]
    }
    times.push(new Date(at))
  }
  return times
}

/** Of the window this instant lies in; it never ends where we always ask. */
function endOfWindow(at: Date, { from, until, timeZone }: SendWindow): number {
  if (from === until) return Number.POSITIVE_INFINITY
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate()
  for (const on of [day, day.add({ days: 1 })]) {
    const end = on.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(until) }).epochMilliseconds
    if (end > at.getTime()) return end
  }
  return Number.POSITIVE_INFINITY
}
