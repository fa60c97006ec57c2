/*
 * Nobody is asked at night. The window is of the organization's own day, so it keeps its hours when the clocks change; a window that
 * falls whole into the hour that spring skips does not exist on that day.
 */
export interface SendWindow {
  /** HH:MM; equal: always. From after until: over midnight. */
  from: string
  until: string
  timeZone: string
}

/** The instant itself when it lies in the window, else the beginning of the next one. */
export function intoWindow(at: Date, { from, until, timeZone }: SendWindow): Date {
  if (from === until) return at
  const instant = Temporal.Instant.fromEpochMilliseconds(at.getTime())
  const day = instant.toZonedDateTimeISO(timeZone).toPlainDate()
  const [opens, closes] = [Temporal.PlainTime.from(from), Temporal.PlainTime.from(until)]
  const overMidnight = Temporal.PlainTime.compare(opens, closes) > 0
  // From yesterday's on, which may last past midnight. No zone skips two windows in a row; a week ends the search for certain.
  for (let n = -1; n < 7; n++) {
    const on = day.add({ days: n })
    const begin = on.toZonedDateTime({ timeZone, plainTime: opens }).toInstant()
    const end = (overMidnight ? on.add({ days: 1 }) : on).toZonedDateTime({ timeZone, plainTime: closes }).toInstant()
    if (Temporal.Instant.compare(begin, end) >= 0 || Temporal.Instant.compare(instant, end) >= 0) continue
    return Temporal.Instant.compare(instant, begin) < 0 ? new Date(begin.epochMilliseconds) : at
  }
  return at
}
