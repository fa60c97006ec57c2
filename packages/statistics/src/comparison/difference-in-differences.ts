/*
 * What a change has done where it was made: the difference after it, less the difference that came anyway, as seen where
 * nothing was changed. It rests on both having moved alike otherwise; no interval can tell that. Each answer is taken as
 * independent; where weeks differ by more than their answers explain, differenceInDifferencesOfPeriods is the honest one.
 */
import { assertAmount, assertFinite } from '../amount.ts'
import { assertCount } from '../count.ts'
import type { Counted } from '../difference-of-shares.ts'
import { adjusted, countAnswers, plain, type PromoterCounts } from '../net-promoter-score.ts'
import { assertEffectOptions, contrast, inOrder, judgeEffect, type Effect, type EffectOptions, type Estimate, type FourGroups } from './effect.ts'

/**
 * Of shares: SE = √Σ p(1-p)/n. Where all or none of a group said yes its variance would be 0; then the interval comes from
 * (x + ½)/(n + 1) of all four (R. M. Price and D. G. Bonett, Computational Statistics & Data Analysis 45 (2004) 449-456), and
 * `effect` alone stays plain. Null when a group is empty.
 * @throws RangeError unless 0 ≤ successes ≤ n, both whole, and 0 < confidence < 1.
 */
export function differenceInDifferencesOfShares({ changed, unchanged, ...options }: FourGroups<Counted> & EffectOptions): Effect | null {
  const groups = inOrder({ changed, unchanged })
  for (const { successes, n } of groups) {
    assertCount('successes', successes)
    assertCount('n', n)
    if (successes > n) throw new RangeError(`Of ${n} there are at most ${n} successes; it was ${successes}.`)
  }
  const estimate = (more: number) => groups.map(({ successes, n }) => {
    const share = (successes + more) / (n + 2 * more)
    return { value: share, variance: share * (1 - share) / (n + 2 * more) }
  })
  const alike = groups.some(({ successes, n }) => successes === 0 || successes === n)
  return judge(groups.map(({ n }) => n), estimate(0), alike ? estimate(0.5) : estimate(0), options)
}

/**
 * Of the NPS, in points: the plain variances (p + d - (p - d)²)/n; where all of a group answered alike the adjusted ones of all
 * four, as in npsChange. Null when a group is empty.
 * @throws RangeError unless counts are whole and 0 < confidence < 1.
 */
export function differenceInDifferencesOfNps({ changed, unchanged, ...options }: FourGroups<PromoterCounts> & EffectOptions): Effect | null {
  const groups = inOrder({ changed, unchanged })
  const inPoints = ({ score, variance }: { score: number, variance: number }) => ({ value: 100 * score, variance: 1e4 * variance })
  const shown = groups.map((group) => inPoints(plain(group)))
  const alike = shown.some(({ variance }) => variance === 0)
  return judge(groups.map(countAnswers), shown, alike ? groups.map((group) => inPoints(adjusted(group))) : shown, options)
}

/**
 * Of rates (events by exposure, ratio of sums): SE = √Σ count/exposure². Where a group had no event, count + ½ of all four is
 * taken for the interval. `smallest` looks at the events before and after together, so that a fall to nothing can be known.
 * Null when a group has no exposure.
 * @throws RangeError unless counts are whole, exposures numbers from 0 and 0 < confidence < 1.
 */
export function differenceInDifferencesOfRates({ changed, unchanged, ...options }: FourGroups<{ count: number, exposure: number }> & EffectOptions): Effect | null {
  const groups = inOrder({ changed, unchanged })
  for (const { count, exposure } of groups) {
    assertCount('count', count)
    assertAmount('exposure', exposure)
  }
  const estimate = (more: number) => groups.map(({ count, exposure }) => ({ value: (count + more) / exposure, variance: (count + more) / exposure ** 2 }))
  const events = [changed, unchanged].map(({ before, after }) => before.count + after.count)
  return judge(groups.map(({ exposure }) => exposure), estimate(0), groups.some(({ count }) => count === 0) ? estimate(0.5) : estimate(0), options, events)
}

export interface GroupMean {
  n: number
  mean: number
  /** Of single values, with n - 1. */
  standardDeviation: number
}

/**
 * Of means: SE = √Σ s²/n, with Student's t at the degrees of freedom of B. L. Welch, Biometrika 34 (1947) 28-35. Null when a
 * group is empty; of single values, or where all are alike, there is an effect but no interval.
 * @throws RangeError unless n is whole, means finite, standard deviations numbers from 0 and 0 < confidence < 1.
 */
export function differenceInDifferencesOfMeans({ changed, unchanged, ...options }: FourGroups<GroupMean> & EffectOptions): Effect | null {
  assertEffectOptions(options)
  const groups = inOrder({ changed, unchanged })
  for (const group of groups) assertGroup(group)
  if (groups.some(({ n }) => n === 0)) return null
  const { value, variance } = contrast(groups.map(({ n, mean, standardDeviation }) => ({ value: mean, variance: standardDeviation ** 2 / n })))
  return judgeEffect({ effect: value, ...welch(groups, variance), fewest: Math.min(...groups.map(({ n }) => n)), ...options })
}

/** One week, say: the figure where it was changed and where it was not, and whether the change had been made. */
export interface PairedPeriod {
  changed: number
  unchanged: number
  after: boolean
}

/**
 * Of figures by period: the gap between the two in each period, its mean after less its mean before, with Welch's interval. What
 * moves both in one week falls out, and the weeks show how far they differ by themselves; answers of one week are not counted as
 * independent proofs (M. Bertrand, E. Duflo and S. Mullainathan, Quarterly Journal of Economics 119 (2004) 249-275). Null without
 * a period on either side of the change.
 * @throws RangeError unless all figures are finite and 0 < confidence < 1.
 */
export function differenceInDifferencesOfPeriods({ periods, ...options }: { periods: readonly PairedPeriod[] } & EffectOptions): Effect | null {
  assertEffectOptions(options)
  const groups = [false, true].map((side) => spreadOf(periods.filter(({ after }) => after === side).map(({ changed, unchanged }) => changed - unchanged)))
  for (const group of groups) assertGroup(group)
  const [before, after] = groups as [GroupMean, GroupMean]
  if (before.n === 0 || after.n === 0) return null
  const variance = before.standardDeviation ** 2 / before.n + after.standardDeviation ** 2 / after.n
  return judgeEffect({ effect: after.mean - before.mean, ...welch(groups, variance), fewest: Math.min(before.n, after.n), ...options })
}

function judge(sizes: readonly number[], shown: readonly Estimate[], used: readonly Estimate[], options: EffectOptions, fewest: readonly number[] = sizes): Effect | null {
  assertEffectOptions(options)
  if (sizes.includes(0)) return null
  const { value: centre, variance } = contrast(used)
  return judgeEffect({ effect: contrast(shown).value, centre, variance, fewest: Math.min(...fewest), ...options })
}

/** The variance, if it is known at all, and how well. */
function welch(groups: readonly GroupMean[], variance: number): { variance: number | null, freedom?: number } {
  if (variance === 0 || groups.some(({ n }) => n < 2)) return { variance: null }
  const parts = groups.reduce((sum, { n, standardDeviation }) => sum + (standardDeviation ** 2 / n) ** 2 / (n - 1), 0)
  return { variance, freedom: variance ** 2 / parts }
}

function spreadOf(values: readonly number[]): GroupMean {
  const n = values.length
  if (n === 0) return { n, mean: 0, standardDeviation: 0 }
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { n, mean, standardDeviation: n < 2 ? 0 : Math.sqrt(squares / (n - 1)) }
}

function assertGroup({ n, mean, standardDeviation }: GroupMean): void {
  assertCount('n', n)
  assertFinite('mean', mean)
  assertAmount('standardDeviation', standardDeviation)
}
