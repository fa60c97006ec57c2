/* Chance for simulations, the same in every run: no test hangs on luck. */

export interface Random {
  /** From 0 to 1. */
  uniform(): number
  /** Counts with this mean and the variance mean + mean²·beyond. */
  count(mean: number, beyond?: number): number
  /** Mean 1 and this variance. */
  gamma(variance: number): number
}

/** xorshift128, G. Marsaglia, Journal of Statistical Software 8(14), 2003. */
export function createRandom(seed: number): Random {
  let [x, y, z, w] = [seed * 747_796_405 + 1, 362_436_069, 521_288_629, 88_675_123]
  const uniform = () => {
    const t = x ^ (x << 11)
    ;[x, y, z] = [y, z, w]
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8)
    return ((w >>> 0) + 0.5) / 2 ** 32
  }
  for (let i = 0; i < 20; i++) uniform()
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
  /** G. Marsaglia and W. W. Tsang, ACM Transactions on Mathematical Software 26 (2000) 363-372. */
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * uniform() ** (1 / shape)
    const d = shape - 1 / 3
    for (;;) {
      const n = normal()
      const v = (1 + n / Math.sqrt(9 * d)) ** 3
      if (v > 0 && Math.log(uniform()) < n * n / 2 + d - d * v + d * Math.log(v)) return d * v
    }
  }
  const gamma = (variance: number) => (variance === 0 ? 1 : gammaOf(1 / variance) * variance)
  const poisson = (mean: number): number => {
    if (mean > 500) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal()))
    let [n, term] = [0, Math.exp(-mean)]
    let rest = uniform()
    while ((rest -= term) > 0 && n < 10 * mean + 100) term *= mean / ++n
    return n
  }
  return { uniform, gamma, count: (mean, beyond = 0) => poisson(mean * gamma(beyond)) }
}
