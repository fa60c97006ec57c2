import { assertCount } from './count.ts'
import { twoSidedQuantile } from './normal.ts'

/** Shares from 0 to 1, unrounded. */
export interface Share {
  share: number
  low: number
  high: number
}

/**
 * A share with Wilson's score interval, no continuity correction: E. B. Wilson, Journal of the American Statistical
 * Association 22 (1927) 209-212. It stays within 0 and 1 and says something at 0 of n and n of n, where the usual
 * p ± z·√(p(1-p)/n) claims certainty. Null when n is 0.
 * @throws RangeError unless both are whole numbers, 0 ≤ successes ≤ n, and 0 < confidence < 1.
 */
export function wilson(successes: number, n: number, confidence = 0.95): Share | null {
  assertCount('successes', successes)
  assertCount('n', n)
  if (successes > n) throw new RangeError(`Of ${n} there are at most ${n} successes; it was ${successes}.`)
  const z = twoSidedQuantile(confidence)
  if (n === 0) return null
  const middle = successes + z * z / 2
  const margin = z * Math.sqrt(successes / n * (n - successes) + z * z / 4)
  // The ends are exact in theory; rounding would leave them at 1e-17 beside 0 or 1.
  const low = successes === 0 ? 0 : (middle - margin) / (n + z * z)
  const high = successes === n ? 1 : (middle + margin) / (n + z * z)
  return { share: successes / n, low, high }
}
