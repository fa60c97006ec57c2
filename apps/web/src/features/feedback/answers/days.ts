// Days of the calendar as `2026-11-22`, without a clock and without a zone.
const dayMs = 86_400_000

export const dayBefore = (day: string, days: number): string => new Date(Date.parse(day) - days * dayMs).toISOString().slice(0, 10)
export const firstDayOfYear = (day: string): string => `${day.slice(0, 4)}-01-01`

/** "22 Nov – 3 Dec 2026"; an open end is left to the words around it. */
export function spanWords(from: string, until: string, locale: string): string {
  const written = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' })
  return from === until ? written.format(new Date(from)) : written.formatRange(new Date(from), new Date(until))
}
export const dayWords = (day: string, locale: string): string => spanWords(day, day, locale)
