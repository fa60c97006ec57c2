/*
 * How long an EWMA of normal values runs until it warns: the integral equation of S. V. Crowder, A simple method for studying
 * run-length distributions of EWMA charts, Technometrics 29 (1987) 401-407, by Gauss and Legendre's quadrature.
 */
import { assertFinite, assertPositive } from '../amount.ts'
import { solve } from '../distribution/solve.ts'
import { assertLambda } from './ewma.ts'

export interface EwmaRun {
  lambda: number
  /** The limits, in standard errors of the average. */
  width: number
  /** How far the mean has moved, in standard errors of one period's mean; 0 while nothing has changed. */
  shift?: number
  /**
   * `steady`: the limits of a long run from the start on, as in all published tables. `exact`: the narrow ones of the first
   * periods, as ewmaStep draws them; false alarms come a little sooner, and detection of early shifts much sooner.
   */
  limits?: 'steady' | 'exact'
}

/**
 * The mean number of periods until the average, begun at the usual mean, first reaches a limit on either side. With lambda 0.1
 * and width 2.814 it is 500, and 10.3 after a shift by one standard error.
 * @throws RangeError unless 0 < lambda ≤ 1, width is above 0 and shift finite.
 */
export function arlOfEwma({ lambda, width, shift = 0, limits = 'steady' }: EwmaRun): number {
  assertLambda(lambda)
  assertPositive('width', width)
  assertFinite('shift', shift)
  if (limits !== 'steady' && limits !== 'exact') throw new RangeError(`The limits are steady or exact; they were ${String(limits)}.`)
  // The smaller lambda, the narrower is the step beside the width between the limits.
  const { nodes, weights } = legendre(Math.ceil(24 + 24 / Math.sqrt(lambda)))
  const density = (from: number, to: number) => Math.exp(-(((to - (1 - lambda) * from) / lambda - shift) ** 2) / 2) / (lambda * Math.sqrt(2 * Math.PI))
  const half = (t: number) => width * Math.sqrt(lambda / (2 - lambda) * (1 - (1 - lambda) ** (2 * t)))
  const steady = half(Infinity)
  const ahead = (from: number, reach: number, lengths: readonly number[]) => nodes.reduce((sum, node, i) => sum + reach * weights[i]! * density(from, reach * node) * lengths[i]!, 1)

  const matrix = nodes.map((from, i) => nodes.map((to, j) => Number(i === j) - steady * weights[j]! * density(steady * from, steady * to)))
  let lengths = solve(matrix, nodes.map(() => 1))
  if (limits === 'steady' || lambda === 1) return ahead(0, steady, lengths)
  // Backwards from where the limits no longer widen.
  let t = Math.ceil(Math.log(1e-12) / (2 * Math.log(1 - lambda)))
  let reach = steady
  for (; t > 0; t--) {
    const here = half(t)
    const next = nodes.map((node) => ahead(here * node, reach, lengths))
    lengths = next
    reach = here
  }
  return ahead(0, reach, lengths)
}

/** The width with which false alarms are `arl` periods apart in the mean. @throws RangeError unless 0 < lambda ≤ 1 and arl is above 1. */
export function ewmaWidthFor({ lambda, arl, limits = 'steady' }: { lambda: number, arl: number, limits?: EwmaRun['limits'] }): number {
  assertLambda(lambda)
  if (!(arl > 1 && arl <= 1e9)) throw new RangeError(`False alarms are more than one and at most 10^9 periods apart; it was ${arl}.`)
  let [low, high] = [0, 7]
  for (let i = 0; i < 50; i++) {
    const width = (low + high) / 2
    if (arlOfEwma({ lambda, width, limits }) < arl) low = width
    else high = width
  }
  return high
}

/** Nodes and weights of Gauss and Legendre on -1 to 1, by Newton's method on the polynomial (Abramowitz and Stegun 25.4.29). */
function legendre(count: number): { nodes: number[], weights: number[] } {
  const [nodes, weights]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i++) {
    let x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5))
    let slope = 1
    for (let step = 0; step < 8; step++) {
      let [before, value] = [1, x]
      for (let j = 2; j <= count; j++) [before, value] = [value, ((2 * j - 1) * x * value - (j - 1) * before) / j]
      slope = count * (x * value - before) / (x * x - 1)
      x -= value / slope
    }
    nodes.push(x)
    weights.push(2 / ((1 - x * x) * slope * slope))
  }
  return { nodes, weights }
}
