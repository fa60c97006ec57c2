import { assertAmount } from '../amount.ts'
import { negativeBinomial, poisson, type Law } from '../distribution/law.ts'

/** What is expected of a count in one period. */
export interface ExpectedCount {
  mean: number
  /** Of single periods. Left out, or not above the mean, the counts follow the Poisson law. */
  variance?: number | null
}

/**
 * The size of the negative binomial law, mean²/(variance - mean): the smaller, the more the counts vary beyond chance. Null
 * where the variance does not exceed the mean, and the Poisson law holds.
 * @throws RangeError unless both are numbers from 0.
 */
export function negativeBinomialSize({ mean, variance }: ExpectedCount): number | null {
  assertAmount('mean', mean)
  if (variance === undefined || variance === null) return null
  assertAmount('variance', variance)
  return variance > mean && mean > 0 ? mean * mean / (variance - mean) : null
}

export function lawOf(expected: ExpectedCount): Law {
  const size = negativeBinomialSize(expected)
  return size === null ? poisson(expected.mean) : negativeBinomial(expected.mean, size)
}
