/*
 * Durations counted in bins whose edges grow by 2 %: a percentile read from them is at most 1 % off (exactly 1/101), and the
 * histograms of an hour, a location, a year are added like counts (C. Masson et al., DDSketch, VLDB 12 (2019) 2195-2205). Bins
 * half a natural logarithm wide, as they are often seen, err by 28 %.
 *
 * Bin 0 holds everything under a second, 0 included, and stands for 0; bin i holds 1.02^(i-1) ≤ v < 1.02^i seconds. The database
 * and this program must put a value into the same bin. Both multiply by the same constant, so only the last bit of their
 * logarithms may differ; the edges lie a billionth of a bin below the powers, where no duration in whole milliseconds up to
 * ten years comes near one (the test looks at each), and 1 s itself is safely inside its bin.
 */
import { assertCount } from '../count.ts'

/** Each upper edge is so many times the lower one. */
export const growth = 1.02

const scale = 1 / Math.log(growth)
const nudge = 1e-9

/** How many durations lie in each bin: of a map, or pairs from the database; in any order, a bin named twice is added up. */
export type Bins = Iterable<readonly [bin: number, count: number]>

/** Seconds → bin. @throws RangeError unless it is a number from 0. */
export function binOf(seconds: number): number {
  if (!(seconds >= 0 && seconds < Infinity)) throw new RangeError(`A duration is a number of seconds from 0; it was ${seconds}.`)
  return seconds < 1 ? 0 : 1 + Math.floor(Math.log(seconds) * scale + nudge)
}

/** The same as an expression of PostgreSQL, for an expression that gives seconds from 0; null stays null, a negative number is an error. */
export function binSql(seconds: string): string {
  const value = `(${seconds})::double precision`
  return `case when ${value} >= 0 and ${value} < 1 then 0 else 1 + floor(ln(${value}) * ${scale}::double precision + ${nudge}::double precision)::integer end`
}

/** The value that stands for a bin, in seconds: equally far, in proportion, from both edges. @throws RangeError unless bin is a whole number from 0. */
export function valueOf(bin: number): number {
  assertCount('bin', bin)
  return bin === 0 ? 0 : 2 * growth ** bin / (1 + growth)
}
