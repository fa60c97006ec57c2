import { assertPositive, assertLevel } from '../amount.ts'
import { assertCount } from '../count.ts'
import { lowerLimit, negativeBinomial, upperLimit, type Law, type Tails } from '../distribution/law.ts'
import type { CountLimits } from './count-limits.ts'

/** What a short history says of the next period. */
export interface ShortHistory {
  /** All events of the history. */
  total: number
  /** How many periods it had, or their exposure (interactions, hours) where they differ. */
  exposure: number
  /** Of the period that is judged, in the same unit; one period unless it is given. */
  nextExposure?: number
}

/**
 * The next count after `total` events in `exposure`: the negative binomial law NB(total + ½, exposure/(exposure + next)), which
 * is the Poisson law with the rate known only as well as the history tells it (Jeffreys' prior; A. Gelman et al., Bayesian Data
 * Analysis, 3rd ed., 2.6). With k periods of one: NB(S + ½, k/(k + 1)). Limits of the plain Poisson law at the observed mean
 * would treat eight periods like eternity: at 0.001 and a mean of 5 chance passes them 1.5 times in a thousand, these 0.6 times.
 */
function lawOfNext({ total, exposure, nextExposure = 1 }: ShortHistory): Law {
  assertCount('total', total)
  assertPositive('exposure', exposure)
  assertPositive('nextExposure', nextExposure)
  return negativeBinomial((total + 0.5) * nextExposure / exposure, total + 0.5)
}

/** How often a count so high, or so low, comes by chance after this history. @throws RangeError unless counts are whole and exposures above 0. */
export function predictiveTails({ count, ...history }: ShortHistory & { count: number }): Tails {
  assertCount('count', count)
  return lawOfNext(history).tails(count)
}

/** From which counts on the next period is a warning; inclusive, each limit at this level. @throws RangeError as predictiveTails, and unless 0 < level < 1. */
export function predictiveLimits({ level, ...history }: ShortHistory & { level: number }): CountLimits {
  assertLevel(level)
  const law = lawOfNext(history)
  return { lower: lowerLimit(law, level), upper: upperLimit(law, level) }
}
