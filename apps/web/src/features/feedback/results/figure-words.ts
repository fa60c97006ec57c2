// Figures as people read them. Rounded only here; NPS in points from −100 to 100, the others as a share. Pure.
import type { Figure } from '@kontuar/contracts'

export type MetricName = Figure['metric']
const tag = (locale: string) => (locale === 'en' ? 'en-GB' : locale)
/** A real minus, and never "−0". */
const written = (value: number, locale: string, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(tag(locale), options).format(value + 0).replace('-', '−')
const whole = (value: number) => Math.round(value) + 0

/** "32", "−12"; "84%". */
export function valueText(metric: MetricName, value: number, locale: string): string {
  return metric === 'nps' ? written(whole(value), locale, {}) : percent(value, locale)
}
export const percent = (share: number, locale: string): string => written(share, locale, { style: 'percent', maximumFractionDigits: 0 })
export const countText = (n: number, locale: string): string => written(n, locale, {})
export const meanText = (mean: number, locale: string): string => written(mean, locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Points of the metric without its unit: of a share, percentage points. `signed`: "+6", "−3", "0". */
export function pointsText(metric: MetricName, value: number, locale: string, signed = false): string {
  return written(whole(metric === 'nps' ? value : value * 100), locale, signed ? { signDisplay: 'exceptZero' } : {})
}

/** Half of the interval: what stands behind "±". The interval itself need not be even around the value (Wilson, adjusted Wald). */
export const marginOf = ({ low, high }: { low: number; high: number }): number => (high - low) / 2

/** Of so few no share is said, only how many: "33%" of three answers is noise. The server's bound for figures is the same. */
export const sharesFrom = 5

/** From where to where a metric can reach. */
export const boundsOf = (metric: MetricName): { low: number; high: number } => (metric === 'nps' ? { low: -100, high: 100 } : { low: 0, high: 1 })
/** Where a value stands between two ends, from 0 to 1. */
export const placeOf = (value: number, { low, high }: { low: number; high: number }): number => Math.min(1, Math.max(0, (value - low) / (high - low)))
