/*
 * The incomplete gamma function: the tails of the Poisson law are it, whatever the size of the counts. Each of the two
 * tails is computed from the side on which it is small, so that a p of 10^-12 is as exact as one of ½.
 */
import { poissonTerm } from './terms.ts'

/** P(a, x) and Q(a, x) = 1 - P(a, x), for a > 0 and x ≥ 0 (Abramowitz and Stegun 6.5.29 and 6.5.31). */
export function gammaTails(a: number, x: number): { lower: number, upper: number } {
  if (x === 0) return { lower: 0, upper: 1 }
  if (x < a + 1) {
    let term = 1
    let sum = 1
    for (let i = 1; term > sum * 1e-17; i++) sum += (term *= x / (a + i))
    const lower = Math.min(1, poissonTerm(a, x) * sum)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, poissonTerm(a, x) * a * fraction(a, x))
  return { lower: 1 - upper, upper }
}

/** 1/(x + 1 - a - 1·(1 - a)/(x + 3 - a - …)), by the method of Lentz. */
function fraction(a: number, x: number): number {
  let b = x + 1 - a
  let c = Infinity
  let d = 1 / b
  let value = d
  for (let i = 1; ; i++) {
    const coefficient = i * (a - i)
    b += 2
    d = 1 / (b + coefficient * d)
    c = b + coefficient / c
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) return value
  }
}
