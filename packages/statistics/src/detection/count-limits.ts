import { assertLevel } from '../amount.ts'
import { lowerLimit, upperLimit } from '../distribution/law.ts'
import { lawOf, type ExpectedCount } from './count-law.ts'

/** Both inclusive: a count that reaches its limit is a warning, and what lies between the two is normal. */
export interface CountLimits {
  /** The largest count with P(X ≤ count) ≤ level; null where even silence is more likely than that. */
  lower: number | null
  /** The smallest count with P(X ≥ count) ≤ level. */
  upper: number
}

/**
 * From which count upwards it is too many to be chance, under the Poisson law: the smallest x with P(X ≥ x) ≤ level. Exact
 * tails, since mean + 3·√mean warns three times too often at the small counts that are usual.
 * @throws RangeError unless mean is a number from 0 and 0 < level < 1.
 */
export const poissonUpperLimit = ({ mean, level }: { mean: number, level: number }): number => countLimits({ mean, level }).upper

/** From which count downwards it is too few to be chance: the largest x with P(X ≤ x) ≤ level, or null. @throws RangeError as above. */
export const poissonLowerLimit = ({ mean, level }: { mean: number, level: number }): number | null => countLimits({ mean, level }).lower

/** Both limits, each at this level; under the negative binomial law where the variance exceeds the mean. @throws RangeError as above. */
export function countLimits({ level, ...expected }: ExpectedCount & { level: number }): CountLimits {
  assertLevel(level)
  const law = lawOf(expected)
  return { lower: lowerLimit(law, level), upper: upperLimit(law, level) }
}
