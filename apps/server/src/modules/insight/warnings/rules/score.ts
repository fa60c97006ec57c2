// Every check says the same thing of every period, however it counts: how many standard errors it lies on the bad side, as if it were a value
// of the standard normal law. C. P. Quesenberry, SPC Q charts for a Poisson parameter, Journal of Quality Technology 23 (1991) 296-303.
// Then one chart with one table of thresholds serves hundreds of checks of the smallest and largest places.
import { normalQuantile } from '@kontuar/statistics'
import type { Places } from './conditional-law.ts'

/** Which way is bad. */
export type Side = 'more' | 'fewer'

/** How likely so bad a value, or a worse one, is by chance. */
export const chanceOf = ({ below, equal, above }: Places, side: Side): number => (side === 'more' ? above : below) + equal

/**
 * Exactly standard normal while nothing has changed, since `draw` spreads a whole count over its place in the law: the bad side is positive.
 * @param draw from 0 to 1 (draw.ts)
 */
export function scoreOf({ below, equal, above }: Places, side: Side, draw: number): number {
  const p = (side === 'more' ? above : below) + draw * equal
  return -normalQuantile(Math.min(1 - 1e-15, Math.max(1e-300, p)))
}

/**
 * Of a spread that was itself learned from `freedom` days the large scores are commoner than the law says: taken as Student's t and turned
 * into the score as likely (D. L. Wallace, Bounds on normal approximations to Student's, Annals of Mathematical Statistics 30 (1959) 1121-1130).
 */
export function learned(score: number, freedom: number): number {
  if (freedom > 10_000) return score
  return Math.sign(score) * (8 * freedom + 1) / (8 * freedom + 3) * Math.sqrt(freedom * Math.log1p(score * score / freedom))
}

/** The score that chance alone reaches with this probability; what may give no alarm at all has none. */
export const limitAt = (level: number): number => (level <= 0 ? Infinity : -normalQuantile(Math.min(0.5, level)))
