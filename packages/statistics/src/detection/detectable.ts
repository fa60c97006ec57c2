import { assertLevel } from '../amount.ts'
import { lawOf, type ExpectedCount } from './count-law.ts'

export interface Detectable {
  /** Whether a single period without any event would be a warning at this level. False: it cannot be detected at this volume. */
  detectable: boolean
  /** How often a period is silent by chance. */
  p: number
  /** How many silent periods in a row it takes until chance is ruled out at this level; null where nothing is ever expected. */
  periods: number | null
}

/**
 * Whether silence can be told from chance at this volume. Of two expected calls an hour, one hour in seven is silent anyway:
 * at 0.001 it takes four. Below -ln(level) expected events (6.9 at 0.001) a warning of silence would promise what no method can.
 * @throws RangeError unless mean and variance are numbers from 0 and 0 < level < 1.
 */
export function detectable({ level, ...expected }: ExpectedCount & { level: number }): Detectable {
  assertLevel(level)
  const p = lawOf(expected).tails(0).atMost
  // Less than rounding: three periods of 0.1 are exactly 0.001.
  const periods = p === 1 ? null : Math.max(1, Math.ceil(Math.log(level) / Math.log(p) - 1e-9))
  return { detectable: periods === 1, p, periods }
}
