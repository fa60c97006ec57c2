import type { Locale } from '@kontuar/contracts'

/** "czw., 26 lis, 14:00"; of what began with a day, the day alone. */
export function whenText(at: string, locale: Locale, timeZone: string): string {
  const date = new Date(at)
  const tag = locale === 'en' ? 'en-GB' : locale
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(date)
  return new Intl.DateTimeFormat(tag, { timeZone, weekday: 'short', day: 'numeric', month: 'short', ...(time !== '00:00' && { hour: '2-digit', minute: '2-digit' }) }).format(date)
}
