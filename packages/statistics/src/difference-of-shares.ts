import { wilson } from './wilson.ts'

/** In shares, from -1 to 1, unrounded. */
export interface DifferenceOfShares {
  /** After minus before. */
  difference: number
  low: number
  high: number
  /** Whether the interval excludes 0; only then is there an arrow on the screen. */
  real: boolean
}

export interface Counted { successes: number, n: number }

/**
 * What changed between two shares of different people: the hybrid score interval, method 10 of R. G. Newcombe, Interval estimation for
 * the difference between independent proportions, Statistics in Medicine 17 (1998) 873-890. It takes Wilson's ends of both, stays
 * within -1 and 1, and has a width where all or none said yes. Null when one of the groups is empty.
 * @throws RangeError as wilson does.
 */
export function differenceOfShares(before: Counted, after: Counted, confidence = 0.95): DifferenceOfShares | null {
  const [b, a] = [wilson(before.successes, before.n, confidence), wilson(after.successes, after.n, confidence)]
  if (a === null || b === null) return null
  const difference = a.share - b.share
  const low = difference - Math.hypot(a.share - a.low, b.high - b.share)
  const high = difference + Math.hypot(a.high - a.share, b.share - b.low)
  return { difference, low: Math.max(-1, low), high: Math.min(1, high), real: low > 0 || high < 0 }
}
