/*
 * L-BFGS (Nocedal & Wright, Numerical Optimization, algorithm 7.5) with a backtracking search: for a smooth convex function it finds the
 * same point from the same start on every run, without a learning rate, a seed or an order of examples.
 */

/** Writes the gradient at `x` into `gradient` and answers the value. */
export type Objective = (x: Float64Array, gradient: Float64Array) => number

const memory = 10

/** Changes `x` in place. Stops when the gradient is `tolerance` times as long as at first, or after `steps`. */
export function minimise(objective: Objective, x: Float64Array, { steps = 100, tolerance = 1e-3 }: { steps?: number, tolerance?: number } = {}): { value: number, steps: number } {
  const n = x.length
  let gradient = new Float64Array(n)
  let next = new Float64Array(n)
  const start = new Float64Array(n)
  const direction = new Float64Array(n)
  const pairs: { s: Float64Array, y: Float64Array, rho: number }[] = []
  let value = objective(x, gradient)
  const wanted = Math.sqrt(dot(gradient, gradient)) * tolerance
  for (let step = 1; step <= steps; step++) {
    if (Math.sqrt(dot(gradient, gradient)) <= wanted) return { value, steps: step - 1 }
    for (let i = 0; i < n; i++) direction[i] = -gradient[i]!
    const alphas: number[] = []
    for (let k = pairs.length - 1; k >= 0; k--) {
      const { s, y, rho } = pairs[k]!
      const alpha = rho * dot(s, direction)
      alphas[k] = alpha
      add(direction, y, -alpha)
    }
    const newest = pairs.at(-1)
    const scale = newest ? 1 / (newest.rho * dot(newest.y, newest.y)) : 1 / Math.max(1, Math.sqrt(dot(gradient, gradient)))
    for (let i = 0; i < n; i++) direction[i]! *= scale
    pairs.forEach(({ s, y, rho }, k) => add(direction, s, alphas[k]! - rho * dot(y, direction)))
    const slope = dot(direction, gradient)
    if (!(slope < 0)) return { value, steps: step }
    start.set(x)
    let length = 1
    let found = value
    for (let tries = 0; ; tries++) {
      for (let i = 0; i < n; i++) x[i] = start[i]! + length * direction[i]!
      found = objective(x, next)
      if (found <= value + 1e-4 * length * slope) break
      if (tries === 30) { x.set(start); return { value, steps: step } }
      length /= 2
    }
    const s = new Float64Array(n)
    const y = new Float64Array(n)
    for (let i = 0; i < n; i++) { s[i] = x[i]! - start[i]!; y[i] = next[i]! - gradient[i]! }
    const curve = dot(s, y)
    if (curve > 1e-12) {
      if (pairs.length === memory) pairs.shift()
      pairs.push({ s, y, rho: 1 / curve })
    }
    ;[gradient, next] = [next, gradient]
    value = found
  }
  return { value, steps }
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let i = 0; i < a.length; i++) total += a[i]! * b[i]!
  return total
}

function add(to: Float64Array, from: Float64Array, times: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += times * from[i]!
}
