// Which bin of a histogram a value of a measure falls into: in SQL for the sums, here for the facts that still wait for them.
import { binOf as durationBin, binSql as durationBinSql, valueOf as durationOfBin } from '@kontuar/statistics'
import { measures, measureNames, type Measure, type MeasureName } from '../facts/measures.ts'

const kept = (kind: 'duration' | 'score') => measureNames.filter((name) => 'bins' in measures[name] && measures[name].bins === kind)
const list = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')
const [durations, scores] = [kept('duration'), kept('score')]

/** SQL of the bin of a value; null of a measure without histogram. Less than no time is none: one wrong clock must not stop the sums. */
export const binSql = (measure: string, value: string): string =>
  `(case when ${measure} in (${list(durations)}) then ${durationBinSql(`greatest(${value}, 0)`)} when ${measure} in (${list(scores)}) then round(${value})::integer end)`

/** SQL: whether a measure has a histogram. */
export const isBinnedSql = (measure: string): string => `${measure} in (${list([...durations, ...scores])})`

export function binsOfMeasure(measure: MeasureName): 'duration' | 'score' | null {
  const given: Measure = measures[measure]
  return given.bins ?? null
}

export function binOf(measure: MeasureName, value: number): number | null {
  const kind = binsOfMeasure(measure)
  return kind === null ? null : kind === 'score' ? Math.round(value) : durationBin(Math.max(0, value))
}

/** The value that stands for a bin. */
export const valueOfBin = (measure: MeasureName, bin: number): number => (binsOfMeasure(measure) === 'score' ? bin : durationOfBin(bin))
