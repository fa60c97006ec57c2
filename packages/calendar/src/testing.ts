import type { CalendarDefinition, Shift } from './definition.ts'

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs

/** The instant of a local time; of a time that comes twice the first, unless the offset is given. */
export function at(local: string, timeZone = 'Europe/Warsaw'): number {
  return /[Z]|[+-]\d\d:\d\d$/.test(local) ? Temporal.Instant.from(local).epochMilliseconds : Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds
}

/** Local time, to the minute unless there are seconds. */
export function local(instant: number, timeZone = 'Europe/Warsaw'): string {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toPlainDateTime().toString({ smallestUnit: instant % minuteMs === 0 ? 'minute' : 'millisecond' })
}

/** `09:00-13:00 14:00-18:00`; empty for a closed day. */
export function shifts(text: string): Shift[] {
  return text.split(' ').filter(Boolean).map((shift) => {
    const [from, to] = shift.split('-') as [string, string]
    return { from, to }
  })
}

/** Monday to Friday the same; closed on Polish holidays. */
export function office(hours: string, more: Partial<CalendarDefinition> = {}): CalendarDefinition {
  const day = shifts(hours)
  return { timeZone: 'Europe/Warsaw', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day }, holidays: { country: 'PL' }, exceptions: [], ...more }
}

/** All seven days the same, no holidays. */
export function everyDay(hours: string, more: Partial<CalendarDefinition> = {}): CalendarDefinition {
  const day = shifts(hours)
  return { timeZone: 'Europe/Warsaw', weekly: { 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day }, holidays: null, exceptions: [], ...more }
}
