// Days and moments as the reader's language writes them. Days are plain dates; moments are in the zone that is given.
import { currentLocale } from '../../../i18n/i18n.ts'

/** Of what is written in dates, the British order of English. */
export const dateLocale = (): string => (currentLocale() === 'en' ? 'en-GB' : currentLocale())
const format = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(dateLocale(), options)
const utc = (day: string) => new Date(`${day}T00:00:00Z`)
const capital = (text: string) => text.charAt(0).toLocaleUpperCase(currentLocale()) + text.slice(1)

/** @param day 1 is Monday. 1 January 2024 was one. */
export const weekdayName = (day: number | string, weekday: 'long' | 'short' = 'long'): string => {
  const name = format({ weekday, timeZone: 'UTC' }).format(Date.UTC(2024, 0, Number(day)))
  return weekday === 'long' ? capital(name) : name
}
export const monthName = (month: number): string => format({ month: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1))
/** "24 December 2026" */
export const dayText = (day: string): string => format({ day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(day))
/** "Monday, 7 December 2026" */
export const longDay = (day: string): string => format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }).format(utc(day))
/** "Thu, 24 Dec" */
export const shortDay = (day: string): string => format({ weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' }).format(utc(day))
/** "24 December", of each year: MM-DD. */
export const yearlyDay = (day: string): string => format({ day: 'numeric', month: 'long', timeZone: 'UTC' }).format(utc(`2024-${day}`))
/** "Tue, 24 Nov, 10:20" */
export const momentText = (at: string, timeZone: string): string => format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone }).format(new Date(at))
/** "Mon, 23 Nov, 15:00–17:00": the day is said once when both lie in it. */
export const spanText = (from: string, to: string, timeZone: string): string => format({ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone }).formatRange(new Date(from), new Date(to))

/** "4 hours 30 minutes", from seconds, in words of the language. */
export function durationText(seconds: number, unitDisplay: 'long' | 'short' = 'long'): string {
  const part = (value: number, unit: 'day' | 'hour' | 'minute' | 'second') => (value === 0 ? [] : [new Intl.NumberFormat(currentLocale(), { style: 'unit', unit, unitDisplay }).format(value)])
  const said = [...part(Math.floor(seconds / 3600), 'hour'), ...part(Math.floor((seconds % 3600) / 60), 'minute'), ...(seconds < 60 ? part(seconds, 'second') : [])]
  return said.join(' ')
}
