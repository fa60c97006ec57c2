/*
 * Single terms of the Poisson and binomial laws, for real arguments: C. Loader, Fast and accurate computation of binomial
 * probabilities, 2000 (the method of R). The obvious exp(x·ln μ - μ - ln Γ(x + 1)) subtracts numbers of the size of x·ln x
 * and loses a digit for every digit of x; here only the small deviance and the small error of Stirling are left.
 */

/** e^-μ μ^x / Γ(x + 1); with a whole x the probability of just x events. For x ≥ 0 and μ ≥ 0. */
export function poissonTerm(x: number, mean: number): number {
  if (mean === 0) return x === 0 ? 1 : 0
  if (x === 0) return Math.exp(-mean)
  return Math.exp(-stirlingError(x) - deviance(x, mean)) / Math.sqrt(2 * Math.PI * x)
}

/** Γ(n + 1) / (Γ(x + 1) Γ(n - x + 1)) p^x q^(n-x), with q = 1 - p given apart since it may be tiny. For 0 ≤ x ≤ n. */
export function binomialTerm(x: number, n: number, p: number, q: number): number {
  if (p === 0) return x === 0 ? 1 : 0
  if (q === 0) return x === n ? 1 : 0
  if (x === 0) return Math.exp(p < 0.5 ? n * Math.log1p(-p) : n * Math.log(q))
  if (x === n) return Math.exp(q < 0.5 ? n * Math.log1p(-q) : n * Math.log(p))
  const error = stirlingError(n) - stirlingError(x) - stirlingError(n - x)
  return Math.exp(error - deviance(x, n * p) - deviance(n - x, n * q)) * Math.sqrt(n / (2 * Math.PI * x * (n - x)))
}

/** ln Γ(x + 1) less Stirling's approximation of it. */
function stirlingError(x: number): number {
  let sum = 0
  // Below 16 the series is not exact enough; each step up costs one logarithm.
  for (; x < 16; x++) sum += (x + 0.5) * Math.log1p(1 / x) - 1
  const square = x * x
  return sum + (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360_360 / square) / square) / square) / square) / square) / x
}

/** x·ln(x/expected) + expected - x, without the loss of digits where the two are close. */
function deviance(x: number, expected: number): number {
  if (Math.abs(x - expected) >= 0.1 * (x + expected)) return x * Math.log(x / expected) + expected - x
  const v = (x - expected) / (x + expected)
  let sum = (x - expected) * v
  let power = 2 * x * v
  for (let i = 3; ; i += 2) {
    power *= v * v
    const next = sum + power / i
    if (next === sum) return sum
    sum = next
  }
}
