/*
 * The incomplete beta function: the tails of the binomial, the negative binomial and Student's law are it. As with the
 * gamma function, the small tail is computed and the large one is what is left.
 */
import { binomialTerm } from './terms.ts'

/** I_x(a, b) and what is left of 1, for a, b > 0 and 0 ≤ x ≤ 1, with y = 1 - x given apart since it may be tiny. */
export function betaTails(a: number, b: number, x: number, y: number): { lower: number, upper: number } {
  if (x === 0) return { lower: 0, upper: 1 }
  if (y === 0) return { lower: 1, upper: 0 }
  // x^a y^b / B(a, b), from the binomial term of a among a + b.
  const front = binomialTerm(a, a + b, x, y) * a * (b / (a + b))
  if (x * (a + b + 2) <= a + 1) {
    const lower = Math.min(1, front * fraction(a, b, x) / a)
    return { lower, upper: 1 - lower }
  }
  const upper = Math.min(1, front * fraction(b, a, y) / b)
  return { lower: 1 - upper, upper }
}

/** Abramowitz and Stegun 26.5.8, by the method of Lentz; it needs some √max(a, b) steps. */
function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300
  let c = 1
  let d = 1 / (1 - (a + b) * x / (a + 1) || tiny)
  let value = d
  for (let i = 1; ; i++) {
    const even = i * (b - i) * x / ((a + 2 * i - 1) * (a + 2 * i))
    d = 1 / (1 + even * d || tiny)
    c = 1 + even / c || tiny
    value *= c * d
    const odd = -(a + i) * (a + b + i) * x / ((a + 2 * i) * (a + 2 * i + 1))
    d = 1 / (1 + odd * d || tiny)
    c = 1 + odd / c || tiny
    value *= c * d
    if (Math.abs(c * d - 1) < 1e-15) return value
  }
}
