// A metric over time: a figure for each step, where it usually lies, and which days are off.
import type { MetricPoint } from '@kontuar/contracts'
import { baselineOf, normalBand, overdispersionOf, studentQuantile, type PastPeriod } from '@kontuar/statistics'
import { measuresOf, type Metric } from '../../catalogue/metric.ts'
import { startOf, zoned, type Period, type Step } from '../time.ts'
import { daysOfZone, monthFirst } from '../zone-days.ts'
import { figureOf, isZeroOrOne, type Tallies } from './figure.ts'
import { limitsOf, sizeOf, type Limits } from './funnel.ts'
import type { OffDays } from './off-days.ts'

/** Of more points than anybody looks at one by one nobody asks which is unusual. */
export const mostBands = 400
/** So many periods before say what is usual; with fewer than `leastPast` nothing is said. */
export const pastPeriods = 8
const leastPast = 4
/** One point in twenty lies outside by chance alone. */
const level = 0.05

export interface Series {
  metric: Metric
  zone: string
  step: Step
  steps: readonly Period[]
  /** Of the step that begins there, of this time and the time before; null: nothing was counted then. */
  at(start: number): Tallies | null
  /** The first step in which anything was counted at all: what lies before is no history. Infinity: none. */
  since: number
  off: OffDays
  now: number
  empty: Tallies
}

export function pointsOf(series: Series): MetricPoint[] {
  const { metric, steps, step, zone, off, at, empty } = series
  const past = steps.length > mostBands ? [] : steps.map((span) => pastOf(series, startOf(step, span.from, zone)))
  const overdispersion = isCounted(metric) ? overdispersionOf({ groups: past.map((starts) => starts.map((start) => ({ count: countOf(metric, at(start) ?? empty) }))) }) : null
  return steps.map((span, i) => {
    const tallies = at(startOf(step, span.from, zone)) ?? empty
    return {
      from: new Date(span.from).toISOString(), to: new Date(span.to).toISOString(), figure: figureOf(metric, tallies),
      band: past[i] !== undefined && isWhole(series, span) ? bandOf(series, tallies, past[i], overdispersion) : null, off: (step === 'hour' || step === 'day') && off.isOff(span.from),
    }
  })
}

/** The earliest beginning whose step says what is usual in the step that begins at `start`. */
export const historyStart = (step: Step, start: number, zone: string): number => earlier(step, startOf(step, start, zone), pastPeriods, zone)

/** The same weekday and hour so many weeks before; of months so many months before. */
function earlier(step: Step, start: number, times: number, zone: string): number {
  const days = daysOfZone(zone)
  const day = days.dayAt(start)
  if (step === 'month') return days.start(monthFirst(day, -times))
  const before = day - 7 * times
  if (step !== 'hour') return days.start(before)
  const isPlain = (of: number) => days.start(of + 1) - days.start(of) === 86_400_000
  // In the night when the clocks change the hour of the wall is not that of the day.
  return isPlain(day) && isPlain(before) ? days.start(before) + start - days.start(day) : zoned(start, zone).subtract({ weeks: times }).epochMilliseconds
}

/** Holidays are no usual days, and what was before the first fact was not counted. */
function pastOf({ step, zone, since, off }: Series, start: number): number[] {
  return Array.from({ length: pastPeriods }, (_, i) => earlier(step, start, i + 1, zone)).filter((then) => then >= since && !((step === 'hour' || step === 'day') && off.isHoliday(then)))
}

/** Neither cut by the period, nor still going on, nor a holiday. */
function isWhole({ step, zone, now, off }: Series, { from, to }: Period): boolean {
  return startOf(step, from, zone) === from && startOf(step, to, zone) === to && to <= now && !((step === 'hour' || step === 'day') && off.isHoliday(from))
}

const isCounted = (metric: Metric) => metric.form.form === 'count' || (metric.form.form === 'sum' && isZeroOrOne(measuresOf(metric)))
const countOf = (metric: Metric, tallies: Tallies) => Math.max(0, figureOf(metric, tallies).value ?? 0)

function bandOf({ metric, at, empty }: Series, tallies: Tallies, past: readonly number[], overdispersion: number | null): Limits | null {
  const before = past.map((start) => at(start) ?? empty)
  if (before.length < leastPast) return null
  if (isCounted(metric)) {
    const rows: PastPeriod[] = before.map((then) => ({ count: countOf(metric, then) }))
    const band = normalBand({ baseline: baselineOf({ rows }), overdispersion, level })
    return band === null || band.high === null ? null : { low: band.low, high: band.high }
  }
  const counted = before.filter((then) => sizeOf(metric, then) > 0)
  if (counted.length < leastPast) return null
  if (!['level', 'sum', 'ratio'].includes(metric.form.form) || metric.interval === 'poisson') return limitsOf(metric, tallies, together(before), 95)
  const values = counted.flatMap((then) => figureOf(metric, then).value ?? [])
  return values.length < leastPast ? null : spreadOf(values)
}

/** Of one more value like these: mean ± t·s·√(1 + 1/k). */
function spreadOf(values: readonly number[]): Limits {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  const margin = studentQuantile(1 - level, values.length - 1) * Math.sqrt(variance * (1 + 1 / values.length))
  return { low: mean - margin, high: mean + margin }
}

function together(tallies: readonly Tallies[]): Tallies {
  const apart = tallies.some(({ top, bottom }) => top !== bottom)
  const top = tallies[0]!.top.and(...tallies.slice(1).map((t) => t.top))
  return { top, bottom: apart ? tallies[0]!.bottom.and(...tallies.slice(1).map((t) => t.bottom)) : top }
}
