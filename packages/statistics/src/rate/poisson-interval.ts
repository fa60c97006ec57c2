import { assertAmount } from '../amount.ts'
import { assertCount } from '../count.ts'
import { poisson } from '../distribution/law.ts'
import { root } from '../distribution/root.ts'
import { poissonTerm } from '../distribution/terms.ts'
import { assertConfidence, twoSidedQuantile } from '../normal.ts'

/** In events per unit of exposure, unrounded. */
export interface Rate {
  rate: number
  low: number
  high: number
}

/**
 * The exact interval of a count: all means of which so many, or so few, events are not too rare (F. Garwood, Biometrika 28 (1936)
 * 437-442), half of 1 - confidence on each side. 0 events are compatible with up to 3.69 at 95 %.
 * @throws RangeError unless count is a whole number from 0 and 0 < confidence < 1.
 */
export function poissonInterval({ count, confidence = 0.95 }: { count: number, confidence?: number }): { low: number, high: number } {
  assertCount('count', count)
  assertConfidence(confidence)
  const outside = (1 - confidence) / 2
  const errors = twoSidedQuantile(confidence)
  // Wilson and Hilferty, 1931: near enough that a few steps of Newton's end it.
  const near = (n: number, z: number) => n * (1 - 1 / (9 * n) + z / (3 * Math.sqrt(n))) ** 3
  const low = count === 0 ? 0 : root((mean) => poisson(mean).tails(count).atLeast - outside, (mean) => poissonTerm(count - 1, mean), { low: 0, high: count, near: near(count, -errors) })
  let enough = count + 1
  while (poisson(enough).tails(count).atMost > outside) enough *= 2
  const high = root((mean) => poisson(mean).tails(count).atMost - outside, (mean) => -poissonTerm(count, mean), { low: count, high: enough, near: near(count + 1, errors) })
  return { low, high }
}

/**
 * Events by exposure (per contact, per hour open, per day), with the interval of their count. Null without exposure.
 * @throws RangeError as poissonInterval does, and unless exposure is a number from 0.
 */
export function rateInterval({ count, exposure, confidence = 0.95 }: { count: number, exposure: number, confidence?: number }): Rate | null {
  assertAmount('exposure', exposure)
  const { low, high } = poissonInterval({ count, confidence })
  return exposure === 0 ? null : { rate: count / exposure, low: low / exposure, high: high / exposure }
}
