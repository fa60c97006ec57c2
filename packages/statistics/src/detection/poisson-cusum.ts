import { assertAmount, assertPositive } from '../amount.ts'
import { assertCount } from '../count.ts'

/** Which way a shift is looked for. */
export type CusumDirection = 'up' | 'down'

export interface PoissonCusum {
  /** What a count is measured against: what lies beyond it is summed up. */
  k: number
  /** The sum at which it warns; inclusive. */
  h: number
  /** Up unless it is given. */
  direction?: CusumDirection
}

/** Sums of steps like 0.1 miss their threshold by rounding, and a warning must not hang on that. */
export const rounding = 1e-9

/**
 * The k that finds a shift of the mean from mu0 to mu1 soonest: (μ₁ - μ₀)/(ln μ₁ - ln μ₀), from 2 to 4 it is 2.885…
 * (J. M. Lucas, Counted data CUSUM's, Technometrics 27 (1985) 129-144). A rounded k gives whole sums: 3 is usual here.
 * @throws RangeError unless both are above 0 and differ.
 */
export function poissonCusumK({ mu0, mu1 }: { mu0: number, mu1: number }): number {
  assertPositive('mu0', mu0)
  assertPositive('mu1', mu1)
  if (mu0 === mu1) throw new RangeError(`A shift leads from one mean to another; both were ${mu0}.`)
  return (mu1 - mu0) / Math.log(mu1 / mu0)
}

/** How far the sum has come, and whether that is a warning. */
export interface CusumState {
  sum: number
  warns: boolean
}

/**
 * One step of the sum: S = max(0, S + x - k), for a fall max(0, S + k - x), and a warning from h on. After a warning the
 * caller begins again at 0, otherwise it warns on until the sum has come down.
 * @throws RangeError unless the count is whole, the sum a number from 0, and k and h are above 0.
 */
export function poissonCusumStep({ sum, count, k, h, direction = 'up' }: PoissonCusum & { sum: number, count: number }): CusumState {
  assertAmount('sum', sum)
  assertCount('count', count)
  assertChart({ k, h, direction })
  const next = direction === 'up' ? sum + count - k : sum + k - count
  return { sum: next < rounding ? 0 : next, warns: next >= h - rounding }
}

/** The sum after each count, begun at 0 and never reset. @throws RangeError as poissonCusumStep does. */
export function poissonCusum({ counts, ...chart }: PoissonCusum & { counts: readonly number[] }): CusumState[] {
  assertChart(chart)
  let sum = 0
  return counts.map((count) => {
    const state = poissonCusumStep({ sum, count, ...chart })
    sum = state.sum
    return state
  })
}

export function assertChart({ k, h, direction = 'up' }: PoissonCusum): void {
  assertPositive('k', k)
  assertPositive('h', h)
  if (direction !== 'up' && direction !== 'down') throw new RangeError(`The direction is up or down; it was ${String(direction)}.`)
}
