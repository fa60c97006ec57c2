import { plainText, type Locale } from './numbers.ts'

const names: Record<Locale, { second: string; minute: string; hour: string }> = {
  pl: { second: 's', minute: 'min', hour: 'godz.' },
  ru: { second: 'с', minute: 'мин', hour: 'ч' },
  en: { second: 's', minute: 'min', hour: 'h' },
}
const dayName = (count: number, locale: Locale) => (locale === 'pl' ? (count === 1 ? 'dzień' : 'dni') : locale === 'ru' ? 'дн.' : count === 1 ? 'day' : 'days')

const [minute, hour, day] = [60, 3600, 86_400] as const
/** No line ends between a number and its unit. */
const part = (count: number, unit: string, locale: Locale) => `${plainText(count, locale)}\u00a0${unit}`

export interface DurationForm { /** "+5 min". */ signed?: boolean; /** Days from 48 hours on: only where it is time of the clock; a day of business time is no day. */ days?: boolean; /** One unit only, as an axis has room for. */ short?: boolean }

/**
 * "42 s", "4 min 10 s", "2 godz. 5 min", with `days` "3 dni 4 godz.". Two units at most, and the second only where it says something:
 * from ten of the first on it is left out.
 * @param seconds may be negative, of a difference
 */
export function durationText(seconds: number, locale: Locale, { signed = false, days = false, short = false }: DurationForm = {}): string {
  const size = Math.abs(seconds)
  const text = size < minute ? small(size, locale) : pair(size, locale, days, short)
  const nothing = Math.abs(seconds) < 0.05
  return `${nothing ? '' : seconds < 0 ? '−' : signed ? '+' : ''}${text}`
}

/** Under ten seconds a tenth says something: waiting 2.4 s. */
function small(size: number, locale: Locale): string {
  const rounded = size < 10 ? Math.round(size * 10) / 10 : Math.round(size)
  return rounded >= minute ? part(1, names[locale].minute, locale) : part(rounded, names[locale].second, locale)
}

function pair(size: number, locale: Locale, days: boolean, short: boolean): string {
  const { second, minute: minutes, hour: hours } = names[locale]
  const steps = days && size >= 2 * day ? [[day, null], [hour, hours]] as const : size >= hour - 30 ? [[hour, hours], [minute, minutes]] as const : [[minute, minutes], [1, second]] as const
  const [[large, largeName], [less, lessName]] = steps
  // Rounded as a whole, so that 59 min 40 s never becomes "1 h 60 min".
  const alone = short || size >= 10 * large
  const rounded = Math.round(size / (alone ? large : less)) * (alone ? large : less)
  const count = Math.floor(rounded / large)
  const rest = Math.round((rounded - count * large) / less)
  const first = part(count, largeName ?? dayName(count, locale), locale)
  return rest === 0 || alone ? first : `${first} ${part(rest, lessName, locale)}`
}
