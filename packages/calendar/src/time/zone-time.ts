import { CalendarError } from '../calendar-error.ts'
import { dayMs } from './dates.ts'

/** Local time of one zone; dates as days since 1970-01-01, instants as epoch milliseconds. */
export interface ZoneTime {
  /**
   * The instant of a local time. Temporal's 'compatible' (RFC 5545): a time that the clock skips is read with the
   * offset before the change (02:30 becomes 03:30), of a time that comes twice the first is meant.
   */
  instantOf: (date: number, minutes: number) => number
  /** The first instant of a date; of a date that the zone skipped, the instant of the jump. */
  startOf: (date: number) => number
  dateAt: (at: number) => number
  /** False for a date that the zone skipped, like 2011-12-30 in Pacific/Apia. */
  hasDate: (date: number) => boolean
}

/** Temporal also takes offsets and whole timestamps for a zone: a calendar wants a name. */
const zoneName = /^[A-Za-z][\w+\-/]{0,63}$/

export function isTimeZone(name: unknown): name is string {
  if (typeof name !== 'string' || !zoneName.test(name)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name)
    return true
  } catch {
    return false
  }
}

export function zoneTime(name: string): ZoneTime {
  if (!isTimeZone(name)) throw new CalendarError('unknown-zone', `"${String(name).slice(0, 64)}" is not a time zone: name one like Europe/Warsaw.`)

  // Between two changes of the clock arithmetic is exact. Two days of margin leave all that is odd to Temporal.
  let quiet = { from: 0, to: 0, offset: 0 }
  const isQuiet = (at: number) => at >= quiet.from && at < quiet.to
  const settle = (at: number) => {
    if (isQuiet(at)) return true
    const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
    // `previous` looks strictly before: a change at this very moment counts as past.
    const before = zoned.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
    const after = zoned.getTimeZoneTransition('next')
    quiet = {
      from: (before?.epochMilliseconds ?? -Infinity) + 2 * dayMs,
      to: (after?.epochMilliseconds ?? Infinity) - 2 * dayMs,
      offset: zoned.offsetNanoseconds / 1e6,
    }
    return isQuiet(at)
  }
  const plain = (date: number) => Temporal.PlainDate.from('1970-01-01').add({ days: date })
  const startOf = (date: number) => settle(date * dayMs) ? date * dayMs - quiet.offset : plain(date).toZonedDateTime(name).epochMilliseconds
  const dateAt = (at: number) => {
    const offset = settle(at) ? quiet.offset : Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1e6
    return Math.floor((at + offset) / dayMs)
  }
  return {
    startOf,
    dateAt,
    instantOf: (date, minutes) => {
      const local = date * dayMs + minutes * 60_000
      if (settle(local)) return local - quiet.offset
      return plain(date).toPlainDateTime().add({ minutes }).toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds
    },
    hasDate: (date) => settle(date * dayMs) || dateAt(startOf(date)) === date,
  }
}
