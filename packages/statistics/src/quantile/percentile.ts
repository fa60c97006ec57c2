import { assertCount } from '../count.ts'
import { binomial, guess, smallest } from '../distribution/law.ts'
import { assertConfidence, twoSidedQuantile } from '../normal.ts'
import { valueOf, type Bins } from './duration-bins.ts'
import { mergeBins } from './merge-bins.ts'

export interface Percentile {
  n: number
  value: number
  /** Null where so few values cannot bound it on this side with this confidence. */
  low: number | null
  high: number | null
}

export interface PercentileOf {
  bins: Bins
  /** Above 0 and up to 100: 50 is the median, 90 what nine of ten do not exceed. */
  percent: number
  confidence?: number
}

/**
 * The percentile of durations in seconds, from bins of binOf: at most 1 % off, under a second at most that second. By nearest
 * rank: the smallest value that at least so many percent do not exceed, so always one that occurred (the median of an even
 * number is the lower middle one). The interval is that of order statistics, free of any assumption on the shape (H. A. David
 * and H. N. Nagaraja, Order Statistics, 3rd ed., 7.1): ranks from the exact binomial law. Null when there are no values.
 * @throws RangeError unless 0 < percent ≤ 100, counts are whole and 0 < confidence < 1.
 */
export const durationPercentile = ({ bins, ...wanted }: PercentileOf): Percentile | null => read(bins, wanted, valueOf)

/** The same of scores, or any values counted exactly: a bin is its value. @throws RangeError as above. */
export const scorePercentile = ({ bins, ...wanted }: PercentileOf): Percentile | null => read(bins, wanted, (bin) => bin)

function read(bins: Bins, { percent, confidence = 0.95 }: Omit<PercentileOf, 'bins'>, value: (bin: number) => number): Percentile | null {
  assertConfidence(confidence)
  assertPercent(percent)
  const sorted = inOrder(bins)
  const n = sorted.reduce((sum, [, count]) => sum + count, 0)
  if (n === 0) return null
  const at = (rank: number | null) => rank === null ? null : value(binAtRank(sorted, rank))
  const { low, high } = percentileRanks({ n, percent, confidence })
  return { n, value: value(binAtRank(sorted, nearestRank({ n, percent }))), low: at(low), high: at(high) }
}

/** Which of n values in ascending order, counted from 1, is the percentile: ⌈percent/100·n⌉. @throws RangeError unless n is a whole number and 0 < percent ≤ 100. */
export function nearestRank({ n, percent }: { n: number, percent: number }): number {
  assertCount('n', n)
  assertPercent(percent)
  // 99.9 % of 1000 would be rank 1000 by rounding alone.
  return Math.max(1, Math.ceil(percent * n / 100 - 1e-9))
}

/**
 * Between which ranks the percentile of all lies with this confidence: the largest and the smallest that each leave it outside
 * with at most half the rest. Null where no rank does.
 * @throws RangeError unless n is a whole number, 0 < percent ≤ 100 and 0 < confidence < 1.
 */
export function percentileRanks({ n, percent, confidence = 0.95 }: { n: number, percent: number, confidence?: number }): { low: number | null, high: number | null } {
  assertCount('n', n)
  assertPercent(percent)
  assertConfidence(confidence)
  // The largest value of all is not bounded by those that were seen.
  if (percent === 100 || n === 0) return { low: null, high: null }
  // How many of n lie below it. Rank l is too high when fewer than l do, rank u too low when u or more do.
  const below = binomial(n, percent / 100)
  const outside = (1 - confidence) / 2
  const errors = twoSidedQuantile(confidence)
  const low = smallest((rank) => below.tails(rank).atMost > outside, guess(below, -errors))
  const high = smallest((rank) => below.tails(rank).atLeast <= outside, guess(below, errors))
  return { low: low === 0 ? null : low, high: high > n ? null : high }
}

/** What comes in order, as from a histogram that was kept so, need not be merged. */
function inOrder(bins: Bins): readonly (readonly [number, number])[] {
  const given = [...bins]
  const kept = given.every(([bin, count], i) => Number.isSafeInteger(count) && count > 0 && (i === 0 || bin > given[i - 1]![0]))
  return kept ? given : [...mergeBins(given)].sort(([a], [b]) => a - b)
}

function binAtRank(sorted: readonly (readonly [number, number])[], rank: number): number {
  let before = 0
  for (const [bin, count] of sorted) {
    before += count
    if (before >= rank) return bin
  }
  throw new RangeError(`There is no rank ${rank} among ${before} values.`)
}

function assertPercent(percent: number): void {
  if (!(percent > 0 && percent <= 100)) throw new RangeError(`A percentile lies above 0 and up to 100; it was ${percent}.`)
}
