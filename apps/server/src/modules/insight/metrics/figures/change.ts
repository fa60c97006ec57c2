// What changed between two periods. Real only where the interval of the difference excludes 0; the same change of a few answers is chance.
import type { MetricChange } from '@kontuar/contracts'
import { differenceOfShares, npsChange, ratioOfRates, studentQuantile, type PromoterCounts } from '@kontuar/statistics'
import { measuresBelow, measuresOf, type Metric } from '../../catalogue/metric.ts'
import type { Total } from '../sources/tally.ts'
import type { Period } from '../time.ts'
import { figureOf, isZeroOrOne, successesOf, type Tallies } from './figure.ts'
import { meanFrom } from './mean.ts'

export interface Side { tallies: Tallies; period: Period }
interface Difference { change: number | null; interval: { low: number; high: number } | null; real: boolean }
const unknown: Difference = { change: null, interval: null, real: false }

export function changeOf(metric: Metric, before: Side, now: Side): MetricChange {
  const figure = figureOf(metric, before.tallies)
  return { before: figure, from: new Date(before.period.from).toISOString(), to: new Date(before.period.to).toISOString(), ...differenceOf(metric, before, now) }
}

function differenceOf(metric: Metric, before: Side, now: Side): Difference {
  const [b, n] = [figureOf(metric, before.tallies), figureOf(metric, now.tallies)]
  if (b.value === null || n.value === null) return unknown
  const plain: Difference = { change: n.value - b.value, interval: null, real: false }
  switch (metric.form.form) {
    case 'nps': return fromInterval(plain, npsChange(b.parts as unknown as PromoterCounts, n.parts as unknown as PromoterCounts))
    case 'share': case 'parts': return ofShares(metric, plain, before, now)
    case 'count': return ofRates(plain, { count: b.value, exposure: length(before) }, { count: n.value, exposure: length(now) }, length(now))
    case 'sum': return isZeroOrOne(measuresOf(metric)) ? ofRates(plain, { count: b.value, exposure: length(before) }, { count: n.value, exposure: length(now) }, length(now)) : plain
    case 'ratio': return metric.interval === 'poisson' ? ofRates(plain, rateOf(metric, before), rateOf(metric, now), 1) : metric.interval === 'wilson' ? ofShares(metric, plain, before, now) : plain
    case 'mean': return ofMeans(plain, before.tallies.top.of(measuresOf(metric)), now.tallies.top.of(measuresOf(metric)))
    // The intervals of both must not overlap: stricter than need be, and free of any assumption.
    case 'quantile': return b.interval === null || n.interval === null ? plain : fromInterval(plain, { low: n.interval.low - b.interval.high, high: n.interval.high - b.interval.low })
    // How many are open now hangs on how many were: no interval of independent counts holds of it.
    case 'level': return plain
  }
}

const length = ({ period }: Side) => (period.to - period.from) / 86_400_000

const rateOf = (metric: Metric, { tallies }: Side) => ({ count: Math.max(0, Math.round(tallies.top.of(measuresOf(metric)).total)), exposure: tallies.bottom.of(measuresBelow(metric)).total })

function fromInterval(plain: Difference, found: { low: number; high: number } | null): Difference {
  return found === null ? plain : { ...plain, interval: { low: found.low, high: found.high }, real: found.low > 0 || found.high < 0 }
}

function ofShares(metric: Metric, plain: Difference, before: Side, now: Side): Difference {
  const [b, n] = [successesOf(metric, before.tallies), successesOf(metric, now.tallies)]
  if (b.successes < 0 || n.successes < 0 || b.successes > b.n || n.successes > n.n) return plain
  const found = differenceOfShares(b, n)
  const turned = found !== null && 'complement' in metric.form && metric.form.complement === true ? { low: -found.high, high: -found.low } : found
  return fromInterval(plain, turned)
}

/**
 * By the ratio of the two rates (exact), put into the unit of the figure: what the rate before would have given in this period, and how many
 * times as much it may be. A month of 31 days has more of everything than one of 28, and that alone is no change.
 */
function ofRates(plain: Difference, before: { count: number; exposure: number }, now: { count: number; exposure: number }, unit: number): Difference {
  if (before.exposure <= 0 || now.exposure <= 0) return plain
  const ratio = ratioOfRates({ before, after: now })
  if (ratio === null) return plain
  const usual = before.count / before.exposure * unit
  const shift = plain.change! - (now.count / now.exposure * unit - usual)
  const high = ratio.high === null ? null : usual * (ratio.high - 1) + shift
  const interval = before.count === 0 || high === null ? null : { low: usual * (ratio.low - 1) + shift, high }
  return { ...plain, interval, real: ratio.real }
}

/** Welch, Biometrika 34 (1947) 28-35, with the degrees of freedom rounded down. */
function ofMeans(plain: Difference, before: Total, now: Total): Difference {
  const [b, n] = [meanFrom(before), meanFrom(now)]
  if (b === null || n === null || b.deviation === null || n.deviation === null) return plain
  const [vb, vn] = [b.deviation ** 2 / before.n, n.deviation ** 2 / now.n]
  const freedom = (vb + vn) ** 2 / (vb ** 2 / (before.n - 1) + vn ** 2 / (now.n - 1))
  const margin = studentQuantile(0.95, Math.max(1, Math.floor(freedom))) * Math.sqrt(vb + vn)
  return fromInterval(plain, { low: plain.change! - margin, high: plain.change! + margin })
}
