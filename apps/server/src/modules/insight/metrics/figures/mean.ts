import { studentQuantile } from '@kontuar/statistics'
import type { Total } from '../sources/tally.ts'

export interface MeanFigure { mean: number; low: number | null; high: number | null; /** Of single values; null where there are too few, or all are alike. */ deviation: number | null }

/**
 * The mean with Student's interval, from n, sum and sum of squares. What is left of a difference of large sums by rounding alone is no spread:
 * then all were alike, and certainty would be a false claim.
 */
export function meanFrom({ n, total, squares }: Total): MeanFigure | null {
  if (n <= 0) return null
  const mean = total / n
  const spread = squares - total * mean
  if (n < 2 || spread <= 1e-12 * Math.abs(squares)) return { mean, low: null, high: null, deviation: null }
  const deviation = Math.sqrt(spread / (n - 1))
  const margin = studentQuantile(0.95, n - 1) * deviation / Math.sqrt(n)
  return { mean, low: mean - margin, high: mean + margin, deviation }
}
