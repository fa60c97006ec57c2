import { assertFinite } from '../amount.ts'
import { normalTail } from '../normal.ts'

export interface MannKendall {
  n: number
  /** Pairs in which the later value is higher, less those in which it is lower. */
  s: number
  /** Of s while there is no trend, ties taken into account. */
  variance: number
  /** s with continuity correction in standard errors; 0 where s is 0. */
  z: number
  /** s by the number of pairs, -1 to 1: Kendall's tau-a. */
  tau: number
  /** How often chance alone gives an s at least as far from 0, on either side. */
  p: number
  /** How often it gives an s at least as high: small for a rise. */
  pRise: number
  /** How often it gives an s at least as low: small for a fall. */
  pFall: number
  /** Whether p is that of all orders of the values (up to ten of them), not of the normal law. */
  exact: boolean
}

/**
 * Whether values in the order of time rise or fall: H. B. Mann, Econometrica 13 (1945) 245-259; M. G. Kendall, Rank Correlation
 * Methods, 1970 (ties and continuity). Only values from disjoint periods: a moving average trends by itself. Null with fewer
 * than two values.
 * @throws RangeError unless all values are finite.
 */
export function mannKendall({ values }: { values: readonly number[] }): MannKendall | null {
  for (const value of values) assertFinite('A value', value)
  const n = values.length
  if (n < 2) return null
  const s = score(values)
  const ties = tieSizes(values)
  const variance = varianceOfScore(ties)
  const deviation = Math.sqrt(variance)
  const z = s === 0 ? 0 : (s - Math.sign(s)) / deviation
  const exact = n <= 10
  const [pRise, pFall] = exact ? exactTails(s, ties) : normalTails(s, deviation)
  return { n, s, variance, z, tau: s / (n * (n - 1) / 2), p: Math.min(1, 2 * Math.min(pRise, pFall)), pRise, pFall, exact }
}

/** How often each value stands in the series. */
export function tieSizes(values: readonly number[]): number[] {
  const sizes = new Map<number, number>()
  // -0 and 0 are one key of a map.
  for (const value of values) sizes.set(value, (sizes.get(value) ?? 0) + 1)
  return [...sizes.values()]
}

/** (n(n-1)(2n+5) - Σ t(t-1)(2t+5)) / 18 */
export function varianceOfScore(ties: readonly number[]): number {
  const term = (t: number) => t * (t - 1) * (2 * t + 5)
  return (term(ties.reduce((sum, t) => sum + t, 0)) - ties.reduce((sum, t) => sum + term(t), 0)) / 18
}

function score(values: readonly number[]): number {
  let s = 0
  for (let j = 1; j < values.length; j++) for (let i = 0; i < j; i++) s += Math.sign(values[j]! - values[i]!)
  return s
}

function normalTails(s: number, deviation: number): [number, number] {
  if (deviation === 0) return [1, 1]
  return [normalTail((s - 1) / deviation), normalTail((-s - 1) / deviation)]
}

/**
 * Of all orders of the values. The number of pairs out of order is distributed as the coefficients of the q-multinomial
 * n!_q / Π t!_q (P. A. MacMahon, 1913), and s is the number of unequal pairs less twice that: no order has to be written out.
 */
function exactTails(s: number, ties: readonly number[]): [number, number] {
  let orders = [1]
  let placed = 0
  for (const size of ties) for (let t = 1; t <= size; t++) orders = divide(multiply(orders, ++placed), t)
  const pairs = orders.length - 1
  const total = orders.reduce((sum, count) => sum + count, 0)
  const [rise, fall] = [(pairs - s) / 2, (pairs + s) / 2]
  const upTo = (most: number) => orders.slice(0, most + 1).reduce((sum, count) => sum + count, 0) / total
  return [upTo(rise), upTo(fall)]
}

/** By 1 + q + … + q^(n-1). */
function multiply(polynomial: readonly number[], n: number): number[] {
  const product = Array.from({ length: polynomial.length + n - 1 }, () => 0)
  for (const [i, coefficient] of polynomial.entries()) for (let j = 0; j < n; j++) product[i + j]! += coefficient
  return product
}

/** By the same, where it divides without rest. */
function divide(polynomial: readonly number[], n: number): number[] {
  const quotient: number[] = []
  for (let i = 0; i <= polynomial.length - n; i++) {
    let taken = 0
    for (let j = Math.max(0, i - n + 1); j < i; j++) taken += quotient[j]!
    quotient.push(polynomial[i]! - taken)
  }
  return quotient
}
