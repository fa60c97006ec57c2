/*
 * What is normal for the next count, as the band of a chart and as the rule of a warning: one and the same, so that no
 * warning lies inside the band. It stands on few periods, so it is always the predictive law: with much history it becomes
 * the negative binomial or Poisson law of a known mean by itself, and no threshold between "short" and "long" is needed.
 */
import { assertFinite, assertLevel } from '../amount.ts'
import { assertCount } from '../count.ts'
import { lowerLimit, negativeBinomial, upperLimit, type Law, type Tails } from '../distribution/law.ts'
import type { Baseline } from './baseline.ts'

/** On which side a count may be a warning; on both, each has half the level. */
export type Sides = 'both' | 'upper' | 'lower'

export interface NormalBand {
  /** Inclusive: from here downwards, or upwards, it is a warning. Null where no count is. */
  lower: number | null
  upper: number | null
  /** The smallest and the largest normal count: 0 and null where no count is too few, or too many. */
  low: number
  high: number | null
  /** Whether silence would be a warning. False: it cannot be detected at this volume, or is not looked for. */
  detectable: boolean
  /** How often chance alone leaves the band: at most the level, often less, since counts are whole. */
  falseAlarm: number
}

export interface Judged {
  baseline: Baseline
  /** 1/size, pooled over many hours (overdispersionOf): eight periods alone know little of it. Else that of the baseline. */
  overdispersion?: number | null
}

/**
 * The next count: negative binomial about (total + ½)·e/E, as in predictiveLimits. Where counts vary beyond chance, by the factor
 * f = 1 + μ/size, the past is worth only 1/f of its events, so the rate follows a gamma law of total/f + ½, and the spread of
 * single periods is added: m + (m² + v)/size + v with the variance v of the rate. Null without past exposure.
 */
export function lawOfBaseline({ baseline, overdispersion }: Judged): Law | null {
  const { total, totalExposure, exposure, mean, variance } = baseline
  if (mean === null) return null
  const own = variance === null || mean === 0 ? 0 : (variance - mean) / mean ** 2
  const beyond = Math.max(0, overdispersion ?? own)
  assertFinite('overdispersion', beyond)
  const next = exposure / totalExposure
  const worth = 1 + mean * beyond
  const expected = (total + worth / 2) * next
  const uncertainty = expected * worth * next
  return negativeBinomial(expected, expected ** 2 / (uncertainty + beyond * (expected ** 2 + uncertainty)))
}

/** How often a count so high, or so low, comes by chance after this past; null without one. @throws RangeError unless the count is whole. */
export function baselineTails({ count, ...judged }: Judged & { count: number }): Tails | null {
  assertCount('count', count)
  return lawOfBaseline(judged)?.tails(count) ?? null
}

/**
 * The band outside which chance alone puts at most one count in 1/level. Null without a past.
 * @throws RangeError unless 0 < level < 1 and sides is known.
 */
export function normalBand({ level, sides = 'both', ...judged }: Judged & { level: number, sides?: Sides }): NormalBand | null {
  assertLevel(level)
  if (sides !== 'both' && sides !== 'upper' && sides !== 'lower') throw new RangeError(`The sides are both, upper or lower; they were ${String(sides)}.`)
  const law = lawOfBaseline(judged)
  if (law === null) return null
  const each = sides === 'both' ? level / 2 : level
  const upper = sides === 'lower' ? null : upperLimit(law, each)
  const lower = sides === 'upper' ? null : lowerLimit(law, each)
  const falseAlarm = (upper === null ? 0 : law.tails(upper).atLeast) + (lower === null ? 0 : law.tails(lower).atMost)
  return { lower, upper, low: lower === null ? 0 : lower + 1, high: upper === null ? null : upper - 1, detectable: lower !== null, falseAlarm }
}
