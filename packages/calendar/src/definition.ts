/*
 * A calendar as it is stored: plain JSON, nothing derived in it.
 *
 * What belongs to a day: a shift belongs to the local date on which it starts. A shift past midnight that starts on
 * the eve of a holiday therefore runs on into the holiday, and a holiday drops the shifts that start on it, with the
 * hours they would have had in the next day. The plan of a date is taken from the first of these that names it:
 * a dated exception, a yearly exception, a public holiday (no shifts), the week.
 */

/** ISO 8601: Monday is 1, Sunday is 7. As a JSON key it is text. */
export type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7'

/**
 * Local times as HH:MM, half-open: `to` itself is closed. `to` at or before `from` means the next day (22:00–06:00;
 * 08:00–08:00 is 24 hours); `to` may be 24:00, so a full day is 00:00–24:00.
 */
export interface Shift {
  from: string
  to: string
}

/** Public holidays by ISO 3166-1 country; `region` as `listHolidayRegions` names it (BY, or BY-A for a part of it). */
export interface HolidayRegion {
  country: string
  region?: string
}

/** Replaces the shifts of a date, on holidays too; no shifts means closed. */
export type DayException =
  /** One date, YYYY-MM-DD. */
  | { on: string, shifts: Shift[], name?: string }
  /** The same day each year, MM-DD; 02-29 exists in leap years alone. */
  | { every: string, shifts: Shift[], name?: string }

export interface CalendarDefinition {
  /** An IANA name (Europe/Warsaw), never an offset: an offset knows no summer time. */
  timeZone: string
  /** A weekday that is left out is closed. */
  weekly: Partial<Record<Weekday, Shift[]>>
  holidays: HolidayRegion | null
  exceptions: DayException[]
}

/** Instants from 1970-01-01T00:00Z and before 2100-01-01T00:00Z are counted; zones and holidays are guesses beyond. */
export const firstYear = 1970
export const lastYear = 2099

export const limits = { shiftsADay: 24, exceptions: 2000, nameLength: 200, problems: 50 } as const
