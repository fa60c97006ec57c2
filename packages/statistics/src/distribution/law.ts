import { betaTails } from './beta.ts'
import { gammaTails } from './gamma.ts'
import { normalQuantile } from '../normal.ts'

/** How often a count comes by chance. Both tails hold the count itself, so together they are more than 1. */
export interface Tails {
  /** P(X ≥ count) */
  atLeast: number
  /** P(X ≤ count) */
  atMost: number
}

/** A law of counts from 0; `tails` takes whole numbers only. */
export interface Law {
  mean: number
  variance: number
  tails(count: number): Tails
}

export const poisson = (mean: number): Law => ({
  mean,
  variance: mean,
  tails: (count) => ({ atLeast: count === 0 ? 1 : gammaTails(count, mean).lower, atMost: gammaTails(count + 1, mean).upper }),
})

/** With variance mean + mean²/size; a size without end is the Poisson law. */
export function negativeBinomial(mean: number, size: number): Law {
  // With p = size/(size + mean) the tails are I_p(size, x + 1) and I_(1-p)(x, size).
  const [p, q] = [size / (size + mean), mean / (size + mean)]
  return {
    mean,
    variance: mean + mean * mean / size,
    tails: (count) => ({ atLeast: count === 0 ? 1 : betaTails(count, size, q, p).lower, atMost: betaTails(size, count + 1, p, q).lower }),
  }
}

export const binomial = (n: number, share: number): Law => ({
  mean: n * share,
  variance: n * share * (1 - share),
  tails: (count) => ({
    atLeast: count === 0 ? 1 : count > n ? 0 : betaTails(count, n - count + 1, share, 1 - share).lower,
    // A search may look beyond n.
    atMost: count >= n ? 1 : betaTails(n - count, count + 1, 1 - share, share).lower,
  }),
})

/** The smallest count with P(X ≥ count) ≤ level. For a law without an upper end, and 0 < level < 1. */
export const upperLimit = (law: Law, level: number): number => smallest((count) => law.tails(count).atLeast <= level, guess(law, -normalQuantile(level)))

/** The largest count with P(X ≤ count) ≤ level; null where even a count of 0 is more likely than that. */
export function lowerLimit(law: Law, level: number): number | null {
  const limit = smallest((count) => law.tails(count).atMost > level, guess(law, normalQuantile(level))) - 1
  return limit < 0 ? null : limit
}

/** So many standard errors from the mean: of large counts the exact quantile is a step or two away, and each step costs a tail. */
export const guess = ({ mean, variance }: Law, errors: number): number => Math.max(0, Math.round(mean + errors * Math.sqrt(variance)))

/** The smallest whole number from 0 at which a condition that stays true once it is holds, searched from `near` outwards. */
export function smallest(holds: (count: number) => boolean, near: number): number {
  let [fails, succeeds] = [near - 1, near]
  let step = 1
  if (holds(near)) {
    while (fails >= 0 && holds(fails)) [succeeds, fails, step] = [fails, fails - step, 2 * step]
    fails = Math.max(-1, fails)
  } else {
    fails = near
    for (succeeds = near + 1; !holds(succeeds); succeeds += step) [fails, step] = [succeeds, 2 * step]
  }
  while (succeeds - fails > 1) {
    const middle = Math.floor((succeeds + fails) / 2)
    if (holds(middle)) succeeds = middle
    else fails = middle
  }
  return succeeds
}
