/*
 * Locations against the network. A small shop strays far by chance alone, so it is not ranked but compared with how far a shop
 * of its size may stray: D. J. Spiegelhalter, Funnel plots for comparing institutional performance, Statistics in Medicine 24
 * (2005) 1185-1202. Of forty shops two lie outside 95 % by chance alone; outside 99.8 % (three standard errors) chance is a
 * poor explanation.
 */
import { assertAmount, assertFinite, assertShare } from '../amount.ts'
import { assertCount } from '../count.ts'
import { binomial, guess, poisson, smallest, type Law } from '../distribution/law.ts'
import { twoSidedQuantile } from '../normal.ts'

/** Where a location of this size is expected and how far chance may take it, in the unit of the figure; the limits are inside. */
export interface FunnelLimits {
  expected: number
  low95: number
  high95: number
  low998: number
  high998: number
}

/**
 * `exact`: the quantiles of the law of counts. On either side chance passes them at most 2.5 % (0.1 %) of the time; the lines are
 * jagged, as counts are. `interpolated`: drawn smoothly between whole counts (Spiegelhalter, appendix A.1.1); may be passed
 * somewhat more often.
 */
export type CountFunnelMethod = 'exact' | 'interpolated'

/**
 * Two more for shares. `score`: p ± z·√(p(1-p)/n), outside which lies who does not have the network's share in its own Wilson
 * interval. `wilson`: the Wilson interval of the network's share at this n.
 */
export type ShareFunnelMethod = CountFunnelMethod | 'score' | 'wilson'

/**
 * Limits for the share of a location with n answers, about the network's share. Null when n is 0.
 * @throws RangeError unless share is from 0 to 1, n a whole number from 0 and the method known.
 */
export function shareFunnel({ share, n, method = 'exact' }: { share: number, n: number, method?: ShareFunnelMethod }): FunnelLimits | null {
  assertShare('share', share)
  assertCount('n', n)
  assertMethod(method, ['exact', 'interpolated', 'score', 'wilson'])
  if (n === 0) return null
  const variance = share * (1 - share) / n
  return limits(share, (tail) => {
    const z = quantileOfTail(tail)
    if (method === 'score') return within(share + z * Math.sqrt(variance))
    if (method === 'wilson') return within((share + z * z / (2 * n) + z * Math.sqrt(variance + z * z / (4 * n * n))) / (1 + z * z / n))
    return within(quantile(binomial(n, share), tail, method) / n)
  })
}

/**
 * Limits for the number of events of a location per unit of its exposure (complaints per contact, say; a plain count has an
 * exposure of 1), about the network's rate. Null without exposure.
 * @throws RangeError unless rate and exposure are numbers from 0 and the method is known.
 */
export function rateFunnel({ rate, exposure, method = 'exact' }: { rate: number, exposure: number, method?: CountFunnelMethod }): FunnelLimits | null {
  assertAmount('rate', rate)
  assertAmount('exposure', exposure)
  assertMethod(method, ['exact', 'interpolated'])
  if (exposure === 0) return null
  return limits(rate, (tail) => Math.max(0, quantile(poisson(rate * exposure), tail, method) / exposure))
}

/**
 * Limits for the mean of n values, about the network's mean: mean ± z·s/√n, s the standard deviation of single values in the
 * network. Also for the NPS, with 100·√(p + d - (p - d)²) as s. Null when n is 0.
 * @throws RangeError unless mean is finite, the standard deviation a number from 0 and n a whole number from 0.
 */
export function meanFunnel({ mean, standardDeviation, n }: { mean: number, standardDeviation: number, n: number }): FunnelLimits | null {
  assertFinite('mean', mean)
  assertAmount('standardDeviation', standardDeviation)
  assertCount('n', n)
  if (n === 0) return null
  return limits(mean, (tail) => mean + quantileOfTail(tail) * standardDeviation / Math.sqrt(n))
}

export interface FunnelPosition {
  side: 'below' | 'above' | null
  /** The widest limits that it lies outside of, in percent; null inside. */
  beyond: 95 | 99.8 | null
}

/** Where the figure of a location lies in the funnel of its size. @throws RangeError unless the value is finite. */
export function positionInFunnel({ value, limits }: { value: number, limits: FunnelLimits }): FunnelPosition {
  assertFinite('value', value)
  const { low95, high95, low998, high998 } = limits
  if (value < low95) return { side: 'below', beyond: value < low998 ? 99.8 : 95 }
  if (value > high95) return { side: 'above', beyond: value > high998 ? 99.8 : 95 }
  return { side: null, beyond: null }
}

const limits = (expected: number, at: (tail: number) => number): FunnelLimits => ({ expected, low95: at(0.025), high95: at(0.975), low998: at(0.001), high998: at(0.999) })

const within = (share: number) => Math.min(1, Math.max(0, share))

/** From the small tail, which is written exactly. */
const quantileOfTail = (tail: number) => tail < 0.5 ? -twoSidedQuantile(1 - 2 * tail) : twoSidedQuantile(2 * tail - 1)

function quantile(law: Law, p: number, method: CountFunnelMethod): number {
  const r = smallest((count) => law.tails(count).atMost >= p, guess(law, quantileOfTail(p)))
  if (method === 'exact') return r
  const { atLeast, atMost } = law.tails(r)
  return r - (atMost - p) / (atLeast + atMost - 1)
}

function assertMethod(method: string, known: readonly string[]): void {
  if (!known.includes(method)) throw new RangeError(`The method is one of ${known.join(', ')}; it was ${method}.`)
}
