// Stretches of time in words, in the organization's zone.
import type { Step } from '../result.ts'
import { tagOf, type Locale } from './numbers.ts'

export interface Place { locale: Locale; timeZone: string }

const kept = new Map<string, Intl.DateTimeFormat>()
function format({ locale, timeZone }: Place, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`
  const known = kept.get(key) ?? new Intl.DateTimeFormat(tagOf(locale), { timeZone, ...options })
  kept.set(key, known)
  return known
}
/** The last moment that still belongs to a stretch whose end does not. */
const lastOf = (to: string) => new Date(Date.parse(to) - 1)

/** On an axis: "14:00", "12 lis", "lis", with the year where it changes. */
export function axisDate(at: string, step: Step, place: Place, { year = false, day = false }: { year?: boolean; day?: boolean } = {}): string {
  const date = new Date(at)
  if (step === 'hour') return day ? format(place, { day: 'numeric', month: 'short' }).format(date) : format(place, { hour: '2-digit', minute: '2-digit' }).format(date)
  if (step === 'month') return format(place, { month: 'short', ...(year && { year: 'numeric' }) }).format(date)
  return format(place, { day: 'numeric', month: 'short', ...(year && { year: 'numeric' }) }).format(date)
}

/** What one point covers: "śr., 12 lis 2026, 14:00–15:00", "śr., 12 lis 2026", "9–15 lis 2026", "listopad 2026". */
export function stretchText(from: string, to: string, step: Step, place: Place): string {
  const [begin, end] = [new Date(from), lastOf(to)]
  if (step === 'hour') return `${format(place, { weekday: 'short', day: 'numeric', month: 'short' }).format(begin)}, ${format(place, { hour: '2-digit', minute: '2-digit' }).format(begin)}–${format(place, { hour: '2-digit', minute: '2-digit' }).format(new Date(to))}`
  if (step === 'month') return format(place, { month: 'long', year: 'numeric' }).format(begin)
  if (step === 'day') return format(place, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(begin)
  return format(place, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(begin, end)
}

/** Whole days from the first to the last included: "1–30 lis 2026". An hour of one day stays an hour. */
export function periodText(from: string, to: string, place: Place): string {
  const [begin, end] = [new Date(from), lastOf(to)]
  if (Date.parse(to) - Date.parse(from) < 20 * 3_600_000) return stretchText(from, to, 'hour', place)
  return format(place, { day: 'numeric', month: 'short', year: 'numeric' }).formatRange(begin, end)
}

/** 1 Monday … 7 Sunday. */
export function weekdayName(weekday: number, locale: Locale, how: 'short' | 'long' = 'short'): string {
  // 5 January 2026 was a Monday.
  return format({ locale, timeZone: 'UTC' }, { weekday: how }).format(new Date(Date.UTC(2026, 0, 4 + weekday)))
}
export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`
