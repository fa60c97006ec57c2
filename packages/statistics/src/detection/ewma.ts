import { assertAmount, assertFinite, assertPositive } from '../amount.ts'
import { assertCount } from '../count.ts'

/** A moving average that forgets: a slow shift of a mean is seen long before a single period stands out. */
export interface EwmaChart {
  /** What the mean is while nothing has changed. */
  mean: number
  /** Of single values, not of means. */
  standardDeviation: number
  /** The weight of the newest period, 0 < lambda ≤ 1; 0.1 to 0.3 finds shifts of half a standard deviation to one. */
  lambda: number
  /** The limits, in standard errors: ewmaWidthFor gives it for the wanted time between false alarms. */
  width: number
}

export interface EwmaState {
  value: number
  /** Of `value`: it grows from 0 at the start and depends on how many values each period had. */
  variance: number
}

export interface EwmaPoint extends EwmaState {
  low: number
  high: number
  /** Whether the value reaches a limit; inclusive. */
  warns: boolean
}

/** Where the average begins: at the usual mean, without error. */
export const startOfEwma = ({ mean }: Pick<EwmaChart, 'mean'>): EwmaState => ({ value: mean, variance: 0 })

/**
 * One period with n values and their mean: z = λ·mean + (1 - λ)·z, variance λ²σ²/n + (1 - λ)²·variance, limits μ ± width·√variance.
 * With equal n that is the exact σ²/n·λ/(2 - λ)·(1 - (1 - λ)^2t) (J. M. Lucas and M. S. Saccucci, Technometrics 32 (1990) 1-12);
 * written as a recursion it also holds for periods with few values and many. A period without values leaves everything as it was.
 * @throws RangeError unless n is whole, all else finite, the standard deviation and the width above 0, and 0 < lambda ≤ 1.
 */
export function ewmaStep({ state, period, ...chart }: EwmaChart & { state: EwmaState, period: { mean: number, n: number } }): EwmaPoint {
  assertEwma(chart)
  assertAmount('variance', state.variance)
  assertCount('n', period.n)
  const { lambda, standardDeviation, width, mean } = chart
  let { value, variance } = state
  if (period.n > 0) {
    assertFinite('mean', period.mean)
    value = lambda * period.mean + (1 - lambda) * value
    variance = (lambda * standardDeviation) ** 2 / period.n + (1 - lambda) ** 2 * variance
  }
  const margin = width * Math.sqrt(variance)
  return { value, variance, low: mean - margin, high: mean + margin, warns: period.n > 0 && Math.abs(value - mean) >= margin }
}

/** The average after each period. @throws RangeError as ewmaStep does. */
export function ewma({ periods, ...chart }: EwmaChart & { periods: readonly { mean: number, n: number }[] }): EwmaPoint[] {
  assertEwma(chart)
  let state = startOfEwma(chart)
  return periods.map((period) => {
    const point = ewmaStep({ ...chart, state, period })
    state = point
    return point
  })
}

function assertEwma({ mean, standardDeviation, lambda, width }: EwmaChart): void {
  assertFinite('mean', mean)
  assertPositive('standardDeviation', standardDeviation)
  assertPositive('width', width)
  assertLambda(lambda)
}

export function assertLambda(lambda: number): void {
  if (!(lambda > 0 && lambda <= 1)) throw new RangeError(`lambda lies above 0 and up to 1; it was ${lambda}.`)
}
