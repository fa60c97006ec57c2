import { studentHalfWidth, studentTwoSidedTail } from '../distribution/student-tail.ts'
import { assertConfidence, twoSidedQuantile, twoSidedTail } from '../normal.ts'

/** The four groups that are compared. */
export interface FourGroups<T> {
  changed: { before: T, after: T }
  unchanged: { before: T, after: T }
}

/** In the unit of the figure: shares from 0 to 1, NPS in points. */
export interface Effect {
  /** (after - before) where it was changed, less (after - before) where it was not. */
  effect: number
  /** Null, as what follows, where the values say nothing of their spread. */
  standardError: number | null
  low: number | null
  high: number | null
  /** How often so large an effect would come by chance alone, two-sided. */
  p: number | null
  /** Whether an effect has been shown: enough values, and an interval without 0. */
  known: boolean
  /** Why it is not yet known. */
  why: 'too few' | 'no spread' | 'interval holds 0' | null
}

export interface EffectOptions {
  confidence?: number
  /** With fewer answers (events, periods) in one of the groups nothing is known, whatever the interval says; 5 unless it is given. */
  smallest?: number
}

export interface Estimate {
  value: number
  /** Of `value`, not of single answers. */
  variance: number
}

/** Before and after where it was changed, then where it was not; `contrast` gives each its sign. */
export const inOrder = <T>({ changed, unchanged }: FourGroups<T>): [T, T, T, T] => [changed.before, changed.after, unchanged.before, unchanged.after]

export const contrast = (estimates: readonly Estimate[]): Estimate => ({
  value: estimates[1]!.value - estimates[0]!.value - (estimates[3]!.value - estimates[2]!.value),
  variance: estimates.reduce((sum, { variance }) => sum + variance, 0),
})

/**
 * What is known of an effect. `centre` is the middle of the interval where it is not the shown effect; without `freedom` the
 * interval is normal, with it Student's.
 */
export function judgeEffect({ effect, centre = effect, variance, freedom, fewest, confidence = 0.95, smallest = 5 }: EffectOptions & { effect: number, centre?: number, variance: number | null, freedom?: number, fewest: number }): Effect {
  assertEffectOptions({ confidence, smallest })
  const few = fewest < smallest
  if (variance === null || variance === 0) return { effect, standardError: null, low: null, high: null, p: null, known: false, why: few ? 'too few' : 'no spread' }
  const standardError = Math.sqrt(variance)
  const margin = standardError * (freedom === undefined ? twoSidedQuantile(confidence) : studentHalfWidth(confidence, freedom))
  const [low, high] = [centre - margin, centre + margin]
  const p = freedom === undefined ? twoSidedTail(centre / standardError) : studentTwoSidedTail(centre / standardError, freedom)
  const shown = low > 0 || high < 0
  return { effect, standardError, low, high, p, known: shown && !few, why: few ? 'too few' : shown ? null : 'interval holds 0' }
}

/** Also where a group is empty and there is nothing to judge. @throws RangeError unless 0 < confidence < 1 and smallest is a whole number from 1. */
export function assertEffectOptions({ confidence = 0.95, smallest = 5 }: EffectOptions): void {
  assertConfidence(confidence)
  if (!Number.isSafeInteger(smallest) || smallest < 1) throw new RangeError(`The smallest group is a whole number from 1; it was ${smallest}.`)
}
