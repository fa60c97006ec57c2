/* Counts for simulations, the same in every run: no test hangs on luck. */

/** Uniform numbers from 0 to 1 (xorshift128, G. Marsaglia, Journal of Statistical Software 8(14), 2003). */
export function uniforms(seed: number): () => number {
  let [x, y, z, w] = [seed, 362_436_069, 521_288_629, 88_675_123]
  const next = () => {
    const t = x ^ (x << 11)
    ;[x, y, z] = [y, z, w]
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return ((w >>> 0) + 0.5) / 2 ** 32
  }
  for (let i = 0; i < 20; i++) next()
  return next
}

/** Counts with variance mean + mean²·beyond, by inversion. */
export function countsOf(uniform: () => number): (mean: number, beyond?: number) => number {
  return (mean, beyond = 0) => {
    const size = 1 / beyond
    let x = 0
    let term = beyond === 0 ? Math.exp(-mean) : (size / (size + mean)) ** size
    let rest = uniform()
    while ((rest -= term) > 0 && x < 100 * mean + 1000) {
      term *= beyond === 0 ? mean / (x + 1) : (size + x) / (x + 1) * mean / (size + mean)
      x++
    }
    return x
  }
}
