import { assertAmount } from '../amount.ts'
import { assertCount } from '../count.ts'
import { binomial } from '../distribution/law.ts'
import { assertConfidence } from '../normal.ts'
import { exactShare } from './exact-share.ts'

export interface CountedRate {
  count: number
  exposure: number
}

export interface RatioOfRates {
  /** After by before; null where there was no event before. */
  ratio: number | null
  low: number
  /** Null where there was no event before: no ratio is too large then. */
  high: number | null
  /** How often so unequal counts would come by chance alone: twice the smaller exact tail, at most 1. */
  p: number
  /** Whether the interval excludes 1. */
  real: boolean
}

/**
 * How many times the rate has become. Of all events together those after the change are binomial, with a share that depends on
 * the ratio alone; its exact interval gives that of the ratio (J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313-323).
 * Null where one of the two has no exposure, or nothing happened at all.
 * @throws RangeError unless counts are whole numbers, exposures numbers from 0 and 0 < confidence < 1.
 */
export function ratioOfRates({ before, after, confidence = 0.95 }: { before: CountedRate, after: CountedRate, confidence?: number }): RatioOfRates | null {
  for (const { count, exposure } of [before, after]) {
    assertCount('count', count)
    assertAmount('exposure', exposure)
  }
  assertConfidence(confidence)
  if (before.exposure === 0 || after.exposure === 0) return null
  const n = before.count + after.count
  const share = exactShare({ successes: after.count, n, confidence })
  if (share === null) return null
  const ratioAt = (part: number) => part / (1 - part) * before.exposure / after.exposure
  const high = before.count === 0 ? null : ratioAt(share.high)
  const { atLeast, atMost } = binomial(n, after.exposure / (before.exposure + after.exposure)).tails(after.count)
  return {
    ratio: before.count === 0 ? null : after.count / after.exposure / (before.count / before.exposure),
    low: ratioAt(share.low),
    high,
    p: Math.min(1, 2 * Math.min(atLeast, atMost)),
    real: ratioAt(share.low) > 1 || (high !== null && high < 1),
  }
}
