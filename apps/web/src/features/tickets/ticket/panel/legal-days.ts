// Dates without a time: YYYY-MM-DD, as the law counts them.
import type { Locale } from '@kontuar/contracts'

const noon = (date: string) => Date.parse(`${date}T12:00:00Z`)

export const todayIn = (timeZone: string, now: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now)
/** Negative when `to` is past. */
export const daysBetween = (from: string, to: string): number => Math.round((noon(to) - noon(from)) / 86_400_000)
/** "4 grudnia 2026" */
export const writtenDay = (date: string, locale: Locale): string => new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', dateStyle: 'long' }).format(noon(date))
