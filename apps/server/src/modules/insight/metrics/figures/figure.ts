// The figure of a metric from its tallies. The formulas are those of packages/statistics alone.
import type { MetricFigure } from '@kontuar/contracts'
import { durationPercentile, netPromoterScore, scorePercentile, wilson, type Percentile } from '@kontuar/statistics'
import { measuresBelow, measuresOf, npsMeasures, type Metric } from '../../catalogue/metric.ts'
import { measures, type MeasureName } from '../../facts/measures.ts'
import { binsOfMeasure } from '../../sums/bins.ts'
import type { Tally, Total } from '../sources/tally.ts'
import { meanFrom } from './mean.ts'
import { intervalOfCount } from './interval-of-count.ts'

/** Numerator and denominator; the same one unless they are of different facts. */
export interface Tallies { top: Tally; bottom: Tally }

interface Value { value: number | null; interval: MetricFigure['interval']; n: number; parts: Record<string, number> }

/** What is shown from so many on. Programs get it with n all the same. */
export function figureOf(metric: Metric, tallies: Tallies): MetricFigure {
  const { value, interval, n, parts } = valueOf(metric, tallies)
  if (metric.open !== undefined) parts['open'] = tallies.bottom.of([metric.open]).n
  return { value, interval, n, shown: n >= metric.shownFrom, parts }
}

function valueOf(metric: Metric, tallies: Tallies): Value {
  const { form } = metric
  const { top, bottom } = tallies
  switch (form.form) {
    case 'count': return counted(top.of(measuresOf(metric)).n)
    case 'sum': return summed(metric, top)
    case 'share': case 'parts': return shareFrom(successesOf(metric, tallies), form.complement === true)
    case 'mean': return meanOf(top.of(measuresOf(metric)))
    case 'quantile': return quantile(measuresOf(metric)[0]!, top, form.p)
    case 'ratio': return ratio(metric, top.of(measuresOf(metric)), bottom.of(measuresBelow(metric)))
    case 'nps': return promoters(bottom)
    case 'level': return level(top)
  }
}

function counted(n: number): Value {
  return { value: n, interval: n < 0 ? null : intervalOfCount(n), n, parts: {} }
}

/** Of ones and zeros the ones are counted, and are its rows; of other values their sum. */
function summed(metric: Metric, top: Tally): Value {
  const { n, total } = top.of(measuresOf(metric))
  return isZeroOrOne(measuresOf(metric)) ? counted(Math.round(total)) : { value: n === 0 ? 0 : total, interval: null, n, parts: {} }
}

export const isZeroOrOne = (names: readonly MeasureName[]): boolean => names.every((name) => measures[name].values === 'zero-or-one')

/** Of a share: how many of how many. */
export function successesOf(metric: Metric, { top, bottom }: Tallies): { successes: number; n: number } {
  const less = metric.form.form === 'parts' ? (metric.form.less ?? []) as MeasureName[] : []
  return { successes: Math.round(top.of(measuresOf(metric)).total - top.of(less).total), n: bottom.of(measuresBelow(metric)).n }
}

function shareFrom({ successes, n }: { successes: number; n: number }, complement: boolean): Value {
  const numerator = complement ? n - successes : successes
  const parts = { numerator, denominator: n }
  if (numerator < 0 || numerator > n) return { value: null, interval: null, n, parts }
  const share = wilson(numerator, n)
  return { value: share?.share ?? null, interval: share === null ? null : { low: share.low, high: share.high }, n, parts }
}

function meanOf(sum: Total): Value {
  const mean = meanFrom(sum)
  return { value: mean?.mean ?? null, interval: mean === null || mean.low === null ? null : { low: mean.low, high: mean.high! }, n: sum.n, parts: { numerator: sum.total, denominator: sum.n } }
}

export function percentileOf(measure: MeasureName, bins: Iterable<readonly [number, number]>, p: number): Percentile | null {
  return (binsOfMeasure(measure) === 'score' ? scorePercentile : durationPercentile)({ bins, percent: p * 100 })
}

function quantile(measure: MeasureName, tally: Tally, p: number): Value {
  const found = percentileOf(measure, tally.bins([measure]).entries(), p)
  return { value: found?.value ?? null, interval: found === null || found.low === null || found.high === null ? null : { low: found.low, high: found.high }, n: found?.n ?? 0, parts: {} }
}

function ratio(metric: Metric, of: Total, among: Total): Value {
  const parts = { numerator: of.total, denominator: among.total }
  if (among.n === 0 || among.total <= 0) return { value: null, interval: null, n: among.n, parts }
  return { value: of.total / among.total, interval: ratioInterval(metric, of.total, among.total), n: among.n, parts }
}

/** Events of so much exposure, or part of so many; of other ratios nothing is known. */
function ratioInterval(metric: Metric, of: number, among: number): MetricFigure['interval'] {
  const whole = Number.isInteger(of) && of >= 0
  if (metric.interval === 'poisson' && whole) {
    const { low, high } = intervalOfCount(of)
    return { low: low / among, high: high / among }
  }
  if (metric.interval !== 'wilson' || !whole || !Number.isInteger(among) || of > among) return null
  const { low, high } = wilson(of, among)!
  return { low, high }
}

function promoters(tally: Tally): Value {
  const [promoters, passives, detractors] = npsMeasures.map((name) => Math.max(0, tally.of([name]).n)) as [number, number, number]
  const nps = netPromoterScore({ promoters, passives, detractors })
  return { value: nps?.score ?? null, interval: nps === null ? null : { low: nps.low, high: nps.high }, n: promoters + passives + detractors, parts: { promoters, passives, detractors } }
}

function level(tally: Tally): Value {
  const [entered, left] = [tally.of(['entered']).n, tally.of(['left']).n]
  return { value: entered - left, interval: null, n: entered - left, parts: { entered, left } }
}
