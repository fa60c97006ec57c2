// Which bin of a histogram a value of a measure falls into: in SQL for the sums, here for the facts that still wait for them.
import { measures, measureNames, type MeasureName } from '../facts/measures.ts'

const growth = 1.02 / 0.98
const logGrowth = Math.log(growth)
/** Rounding must not tear a value at the edge of a bin from itself: both sides take off the same tiny part. */
const epsilon = 1e-9

const durationBinSql = (value: string) => `(case when ${value} < 1 then 0 else ceil(ln(${value}) / ${logGrowth} - ${epsilon})::integer end)`
const durationBinOf = (value: number) => (value < 1 ? 0 : Math.ceil(Math.log(value) / logGrowth - epsilon))

const kept = (kind: 'duration' | 'score') => measureNames.filter((name) => 'bins' in measures[name] && measures[name].bins === kind)
const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')

/** SQL of the bin of a value; null of a measure without histogram. */
export const binSql = (measure: string, value: string): string =>
  `(case when ${measure} in (${list(kept('duration'))}) then ${durationBinSql(value)} when ${measure} in (${list(kept('score'))}) then round(${value})::integer end)`

export const binnedMeasures: readonly MeasureName[] = [...kept('duration'), ...kept('score')]
/** SQL: whether a measure has a histogram. */
export const isBinnedSql = (measure: string): string => `${measure} in (${list(binnedMeasures)})`

export function binOf(measure: MeasureName, value: number): number | null {
  const given = measures[measure]
  if (!('bins' in given)) return null
  return given.bins === 'score' ? Math.round(value) : durationBinOf(value)
}

/** The value a bin stands for, within 1 % of all that fall into it. */
export function valueOfBin(measure: MeasureName, bin: number): number {
  const given = measures[measure]
  if ('bins' in given && given.bins === 'score') return bin
  return bin === 0 ? 0.5 : 2 * growth ** bin / (1 + growth)
}
