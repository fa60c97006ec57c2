import { assertConfidence, twoSidedQuantile } from './normal.ts'

/**
 * The half-width, in standard errors, of a two-sided interval for a mean whose spread is itself estimated: Student's t
 * with `freedom` = n - 1 degrees of freedom (9 and 0.95 give 2.26216…).
 * @throws RangeError unless freedom is a whole number from 1 and 0 < confidence < 1.
 */
export function studentQuantile(confidence: number, freedom: number): number {
  assertConfidence(confidence)
  if (!Number.isSafeInteger(freedom) || freedom < 1) throw new RangeError(`Degrees of freedom are a whole number from 1; it was ${freedom}.`)
  return freedom <= 1000 ? solve(confidence, freedom) : expand(twoSidedQuantile(confidence), freedom)
}

/** By halving the angle, t = √freedom · tan θ: the finite sums below are exact for whole degrees of freedom. */
function solve(confidence: number, freedom: number): number {
  let [low, high] = [0, Math.PI / 2]
  for (;;) {
    const angle = (low + high) / 2
    if (angle <= low || angle >= high) return Math.sqrt(freedom) * Math.tan(angle)
    if (within(angle, freedom) < confidence) low = angle
    else high = angle
  }
}

/** P(|T| ≤ √freedom · tan θ). Abramowitz and Stegun 26.7.3 (odd) and 26.7.4 (even). */
function within(angle: number, freedom: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const odd = freedom % 2 === 1
  let term = odd ? cosine : 1
  let sum = freedom === 1 ? 0 : term
  for (let i = odd ? 3 : 2; i < freedom; i += 2) sum += (term *= cosine * cosine * (i - 1) / i)
  return odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum
}

/** Cornish and Fisher's expansion, Abramowitz and Stegun 26.7.5; from 1000 degrees on its error is below 10⁻¹³. */
function expand(z: number, freedom: number): number {
  const g1 = (z ** 3 + z) / 4
  const g2 = (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96
  const g3 = (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384
  const g4 = (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160
  return z + g1 / freedom + g2 / freedom ** 2 + g3 / freedom ** 3 + g4 / freedom ** 4
}
