import type { Locale } from '@kontuar/contracts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** "4 min", "3 h", then the date: relative while fresh; of what is still to come today the hour. `null` means "now" and is said in words by the caller. */
export function relativeTime(then: Date, now: Date, locale: Locale, timeZone: string): string | null {
  const age = now.getTime() - then.getTime()
  const unit = (value: number, name: 'minute' | 'hour') => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  if (Math.abs(age) < minute) return null
  if (age > 0 && age < hour) return unit(Math.floor(age / minute), 'minute')
  if (age > 0 && age < 12 * hour) return unit(Math.floor(age / hour), 'hour')
  if (age < 0 && age > -12 * hour) return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, timeStyle: 'short' }).format(then)
  const sameYear = age < 330 * day
  return new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) }).format(then)
}

/** The whole date and time in the organization's zone: "22 listopada 2026, 14:05". */
export const exactTime = (then: Date, locale: Locale, timeZone: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(then)
