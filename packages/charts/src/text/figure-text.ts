// Figures in words, by their unit. Every screen, mail and paper writes them with these, so that one number never stands there in two ways.
import type { Figure, Metric, Range } from '../result.ts'
import { durationText } from './duration-text.ts'
import { decimalText, percentText, shortCount, wholeText, type Locale, type Sign } from './numbers.ts'
import { wordsOf } from './words.ts'

export type Measured = Pick<Metric, 'name' | 'unit'>

/** Business time has no days; what is measured by the clock, or waited for by the customer, has. */
const byTheClock = ({ name }: Measured) => /clock|waiting-for/.test(name)

/** "412", "84%", "4 min 10 s", "−12", "4,26". */
export function valueText(metric: Measured, value: number, locale: Locale): string {
  switch (metric.unit) {
    case 'share': return percentText(value, locale)
    case 'seconds': return durationText(value, locale, { days: byTheClock(metric) })
    case 'points': return wholeText(value, locale)
    case 'score': return decimalText(value, Math.abs(value) < 10 ? 2 : 1, locale)
    case 'count': return Number.isInteger(value) ? wholeText(value, locale) : decimalText(value, 1, locale)
  }
}

/** For an axis: one unit, no more places than its step needs. */
export function axisText(metric: Measured, value: number, step: number, locale: Locale): string {
  switch (metric.unit) {
    case 'share': return step < 0.01 && step > 0 ? percentText(value, locale) : percentText(Math.round(value * 100) / 100, locale)
    case 'seconds': return value === 0 ? '0' : durationText(value, locale, { short: true, days: byTheClock(metric) })
    case 'score': return decimalText(value, step < 0.1 && step > 0 ? 2 : step < 1 && step > 0 ? 1 : 0, locale)
    case 'points': return wholeText(value, locale)
    case 'count': return shortCount(value, locale)
  }
}

/** A tenth where a whole would not agree with the values beside it: 26 was 24, and 1 more. */
export const pointPlaces = (change: number): number => (Math.abs(change) < 9.95 && Math.round(change * 10) % 10 !== 0 ? 1 : 0)
export const sharePointPlaces = (change: number): number => (Math.abs(change) < 0.0995 && Math.round(change * 1000) % 10 !== 0 ? 1 : 0)

/** A difference of two values: "+6 pkt proc.", "−4 min", "+12". */
export function differenceText(metric: Measured, value: number, locale: Locale, how: Sign = { signed: true }): string {
  const { percentPoints, points } = wordsOf(locale)
  switch (metric.unit) {
    case 'share': return `${placed(value * 100, sharePointPlaces(value), locale, how)}\u00a0${percentPoints}`
    // Of a difference the seconds beside minutes say nothing.
    case 'seconds': return durationText(value, locale, { ...how, days: byTheClock(metric), short: Math.abs(value) >= 120 && Math.abs(value) < 3600 })
    case 'points': return `${placed(value, pointPlaces(value), locale, how)}\u00a0${points}`
    case 'score': return decimalText(value, 2, locale, how)
    case 'count': return Number.isInteger(value) ? wholeText(value, locale, how) : decimalText(value, 1, locale, how)
  }
}

const placed = (value: number, places: number, locale: Locale, how: Sign) => (places === 0 ? wholeText(value, locale, how) : decimalText(value, places, locale, how))

/** "+8%" of what it was; null where it was nothing, or where a part of a part would confuse (shares, points). */
export function relativeText(metric: Measured, change: number, before: number | null, locale: Locale): string | null {
  if (before === null || before <= 0 || (metric.unit !== 'count' && metric.unit !== 'seconds')) return null
  return percentText(Math.round((change / before) * 100) / 100, locale, { signed: true })
}

/** "78% – 90%". */
export const rangeText = (metric: Measured, { low, high }: Range, locale: Locale): string => `${valueText(metric, low, locale)}\u00a0– ${valueText(metric, high, locale)}`
export const differenceRangeText = (metric: Measured, { low, high }: Range, locale: Locale): string => `${differenceText(metric, low, locale)}\u00a0– ${differenceText(metric, high, locale)}`

/** Half of the interval, what stands behind "±". It need not be even around the value (Wilson, Poisson, order statistics). */
export const marginText = (metric: Measured, { low, high }: Range, locale: Locale): string => `±${differenceText(metric, metric.unit === 'points' ? Math.round((high - low) / 2) : (high - low) / 2, locale, {})}`

/** "4 odpowiedzi, pokazujemy od 5": why there is no value. */
export const tooFewText = (metric: Pick<Metric, 'shownFrom'>, n: number, locale: Locale): string => wordsOf(locale).tooFew(n, metric.shownFrom)

/** The value, or why there is none. */
export function figureText(metric: Metric, figure: Figure, locale: Locale): string {
  if (figure.value === null) return wordsOf(locale).nothing
  return figure.shown ? valueText(metric, figure.value, locale) : tooFewText(metric, figure.n, locale)
}
