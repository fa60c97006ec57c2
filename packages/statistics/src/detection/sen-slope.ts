import { assertFinite } from '../amount.ts'
import { twoSidedQuantile } from '../normal.ts'
import { tieSizes, varianceOfScore } from './mann-kendall.ts'

export interface SenSlope {
  n: number
  /** Median of the slopes of all pairs, per unit of time. */
  slope: number
  /** Null where so few values cannot bound the slope on this side with this confidence. */
  low: number | null
  high: number | null
  /** Where the line stands at time 0: median of the values less slope times median of the times. */
  intercept: number
}

/**
 * How fast values rise or fall, unmoved by outliers: P. K. Sen, Journal of the American Statistical Association 63 (1968)
 * 1379-1389. The interval takes the slopes at the ranks (N ∓ z·√Var S)/2, rounded, as scipy and R do. Times are 0, 1, 2 …
 * unless they are given. Null where no two values have different times.
 * @throws RangeError unless all numbers are finite, there is one time for each value, and 0 < confidence < 1.
 */
export function senSlope({ values, times = values.map((_, index) => index), confidence = 0.95 }: { values: readonly number[], times?: readonly number[], confidence?: number }): SenSlope | null {
  const z = twoSidedQuantile(confidence)
  for (const value of values) assertFinite('A value', value)
  for (const time of times) assertFinite('A time', time)
  if (times.length !== values.length) throw new RangeError(`Each value has one time; there were ${values.length} values and ${times.length} times.`)
  const slopes: number[] = []
  for (let j = 1; j < values.length; j++) {
    for (let i = 0; i < j; i++) if (times[i] !== times[j]) slopes.push((values[j]! - values[i]!) / (times[j]! - times[i]!))
  }
  if (slopes.length === 0) return null
  slopes.sort((a, b) => a - b)
  const slope = median(slopes)
  const reach = z * Math.sqrt(varianceWithTiedTimes(values, times))
  const [first, last] = [Math.round((slopes.length - reach) / 2), Math.round((slopes.length + reach) / 2) + 1]
  return { n: values.length, slope, low: slopes[first - 1] ?? null, high: slopes[last - 1] ?? null, intercept: median([...values].sort((a, b) => a - b)) - slope * median([...times].sort((a, b) => a - b)) }
}

/** Of Mann and Kendall's score, less what tied values and tied times take from it. */
function varianceWithTiedTimes(values: readonly number[], times: readonly number[]): number {
  return varianceOfScore(tieSizes(values)) + varianceOfScore(tieSizes(times)) - varianceOfScore(values.map(() => 1))
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
