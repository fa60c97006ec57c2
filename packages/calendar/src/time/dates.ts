/*
 * A date is the number of days since 1970-01-01: a calendar asks for thousands of them, and an integer is ten times
 * cheaper than a Temporal.PlainDate. Zones are left to Temporal (zone-time.ts).
 */
import { firstYear, lastYear } from '../definition.ts'

export const dayMs = 86_400_000

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/

/** Null unless the text is a date that exists, YYYY-MM-DD, in the years that are counted. */
export function parseDate(text: unknown): number | null {
  const parts = typeof text === 'string' ? isoDate.exec(text) : null
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  if (year < firstYear || year > lastYear) return null
  const date = dateOf(year, month, day)
  return formatDate(date) === text ? date : null
}

/** Null unless the text is MM-DD of some year; 02-29 is. */
export function parseYearlyDate(text: unknown): string | null {
  return typeof text === 'string' && parseDate(`2024-${text}`) !== null ? text : null
}

/** Overflowing days run on into the next month, as in Date.UTC. */
export function dateOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / dayMs
}

export function formatDate(date: number): string {
  return new Date(date * dayMs).toISOString().slice(0, 10)
}

export function yearOf(date: number): number {
  return new Date(date * dayMs).getUTCFullYear()
}

/** Monday is 1, Sunday is 7; 1970-01-01 was a Thursday. */
export function weekdayOf(date: number): number {
  return ((date + 3) % 7 + 7) % 7 + 1
}
