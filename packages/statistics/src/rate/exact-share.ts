import { assertCount } from '../count.ts'
import { binomial } from '../distribution/law.ts'
import { turningPoint } from '../distribution/root.ts'
import { assertConfidence } from '../normal.ts'
import type { Share } from '../wilson.ts'

/**
 * A share with the exact interval of C. J. Clopper and E. S. Pearson, Biometrika 26 (1934) 404-413: never too narrow, mostly too
 * wide. Shares on the screen carry Wilson's; this one is for what must hold in each single case. Null when n is 0.
 * @throws RangeError unless 0 ≤ successes ≤ n, both whole, and 0 < confidence < 1.
 */
export function exactShare({ successes, n, confidence = 0.95 }: { successes: number, n: number, confidence?: number }): Share | null {
  assertCount('successes', successes)
  assertCount('n', n)
  assertConfidence(confidence)
  if (successes > n) throw new RangeError(`Of ${n} there are at most ${n} successes; it was ${successes}.`)
  if (n === 0) return null
  const outside = (1 - confidence) / 2
  const share = successes / n
  const low = successes === 0 ? 0 : turningPoint((p) => binomial(n, p).tails(successes).atLeast >= outside, 0, share)
  const high = successes === n ? 1 : turningPoint((p) => binomial(n, p).tails(successes).atMost <= outside, share, 1)
  return { share, low, high }
}
