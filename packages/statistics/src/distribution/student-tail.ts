import { betaTails } from './beta.ts'

/** How often Student's t with these degrees of freedom, whole or not, is at least so far from 0 on either side (Abramowitz and Stegun 26.7.1). */
export function studentTwoSidedTail(t: number, freedom: number): number {
  const square = t * t
  return betaTails(freedom / 2, 0.5, freedom / (freedom + square), square / (freedom + square)).lower
}

/** The half-width, in standard errors, of a two-sided interval; studentQuantile for degrees of freedom that are not whole. */
export function studentHalfWidth(confidence: number, freedom: number): number {
  // t = √freedom·tan θ: all of it lies between 0 and π/2.
  let [low, high] = [0, Math.PI / 2]
  for (;;) {
    const angle = (low + high) / 2
    if (angle <= low || angle >= high) return Math.sqrt(freedom) * Math.tan(angle)
    if (studentTwoSidedTail(Math.sqrt(freedom) * Math.tan(angle), freedom) > 1 - confidence) low = angle
    else high = angle
  }
}
