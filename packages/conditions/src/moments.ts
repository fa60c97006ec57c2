// Dates and instants as they stand in conditions, and the stretch of time each of them means.
import type { FieldValues } from './fields.ts'

export interface Period { amount: number; unit: 'minutes' | 'hours' | 'days' }
/** From inclusive, to exclusive; milliseconds since 1970. */
export interface Stretch { from: number; to: number }

export const unitMs: Record<Period['unit'], number> = { minutes: 60_000, hours: 3_600_000, days: 86_400_000 }

const instantForm = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})$/
export const dateForm = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/
// A day away from what PostgreSQL and four digits of a year can say, so that a zone's offset never leads out.
const earliest = Date.parse('0001-01-02T00:00:00Z')
const latest = Date.parse('9999-12-30T00:00:00Z')

/** `YYYY-MM-DD`, and a day that the calendar has. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !dateForm.test(value)) return false
  const at = Date.parse(`${value}T00:00:00Z`)
  return at >= earliest && at <= latest && new Date(at).toISOString().startsWith(value)
}

/** RFC 3339 with its offset. Digits after the milliseconds are dropped, as a Date drops them. */
export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !instantForm.test(value) || !isDate(value.slice(0, 10))) return false
  const at = Date.parse(value)
  return at >= earliest && at <= latest
}

/** An instant means its millisecond, a date its whole day in the zone (none at all when the zone skipped the day). */
export function stretchOf(value: string, timeZone: string): Stretch {
  if (!dateForm.test(value)) return { from: Date.parse(value), to: Date.parse(value) + 1 }
  const date = Temporal.PlainDate.from(value)
  const startOf = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).epochMilliseconds
  return { from: startOf(date), to: startOf(date.add({ days: 1 })) }
}

/** The date on which `now` falls in the zone, moved by days. */
export function dateAt(now: Date, timeZone: string, days = 0): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString()
}

/** Milliseconds since 1970; null for what is none. Infinity stands for PostgreSQL's `infinity`. */
export function millisecondsOf(value: FieldValues['instant'] | null | undefined): number | null {
  const at = value instanceof Date ? value.getTime() : value
  return at === null || at === undefined || Number.isNaN(at) ? null : Math.floor(at)
}
