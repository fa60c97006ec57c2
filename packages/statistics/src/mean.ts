import { assertCount } from './count.ts'
import { assertConfidence } from './normal.ts'
import { studentQuantile } from './student.ts'

export interface Mean {
  n: number
  mean: number
  /** Null where the answers say nothing of their spread: one alone, or all alike. Certainty would be a false claim. */
  low: number | null
  high: number | null
}

/**
 * The mean of values given so many times, with Student's interval mean ± t·s/√n, s² with n - 1. Null when there are none.
 * @throws RangeError unless the values are finite, the counts whole numbers from 0, and 0 < confidence < 1.
 */
export function meanOf(values: readonly { value: number, count: number }[], confidence = 0.95): Mean | null {
  assertConfidence(confidence)
  let n = 0
  let sum = 0
  for (const { value, count } of values) {
    assertCount('count', count)
    if (!Number.isFinite(value)) throw new RangeError(`A value is a finite number; it was ${value}.`)
    n += count
    sum += value * count
  }
  if (n === 0) return null
  const mean = sum / n
  const given = values.filter(({ count }) => count > 0)
  if (given.every(({ value }) => value === given[0]?.value)) return { n, mean, low: null, high: null }
  // In a second pass: the sum of squares less the square of the sum loses its digits on large values.
  const squares = given.reduce((total, { value, count }) => total + count * (value - mean) ** 2, 0)
  const margin = studentQuantile(confidence, n - 1) * Math.sqrt(squares / (n - 1) / n)
  return { n, mean, low: mean - margin, high: mean + margin }
}
