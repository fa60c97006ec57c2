/*
 * How long a Poisson CUSUM runs until it warns. The sum is a Markov chain that is renewed at each return to 0, so only one
 * excursion from 0 has to be followed: after n steps it stands at m - n·k where m events came, and few m lie between 0 and
 * h. That is exact for every k, also one that is not a fraction, where the usual matrix of Brook and Evans (1972) must round.
 */
import { assertAmount } from '../amount.ts'
import { smallest } from '../distribution/law.ts'
import { poissonTerm } from '../distribution/terms.ts'
import { assertChart, poissonCusumK, rounding, type PoissonCusum } from './poisson-cusum.ts'

/**
 * The mean number of periods until the sum, begun at 0, first reaches h while the mean count is mu: between false alarms
 * where nothing has changed, until detection where it has. With k = 3 and h = 5 it is 188 at a mean of 2 and 5.2 at 4.
 * Infinity where it never gets there, as without any event.
 * @throws RangeError unless mu is a number from 0, and k and h are above 0.
 */
export function arlOfPoissonCusum({ mu, k, h, direction = 'up' }: PoissonCusum & { mu: number }): number {
  assertAmount('mu', mu)
  assertChart({ k, h, direction })
  const sign = direction === 'up' ? 1 : -1
  const events = eventsAtOnce(mu)
  // Of the numbers of events that keep the sum between 0 and h after n steps the lowest stands first.
  const lowest = (n: number) => Math.floor(direction === 'up' ? n * k : n * k - h)
  const width = Math.ceil(h) + 2
  let standing = new Float64Array(width)
  standing[-lowest(0)] = 1
  let [remaining, steps, warned] = [1, 0, 0]
  for (let n = 1; remaining > warned * 1e-16 && remaining > 1e-300; n++) {
    const next = new Float64Array(width)
    const [from, to] = [lowest(n - 1), lowest(n)]
    steps += remaining
    remaining = 0
    for (let place = 0; place < width; place++) {
      const chance = standing[place]!
      if (chance === 0) continue
      for (let x = 0; x < events.length; x++) {
        const [m, moved] = [from + place + x, chance * events[x]!]
        const sum = sign * (m - n * k)
        if (sum >= h - rounding) warned += moved
        else if (sum >= rounding) {
          next[m - to]! += moved
          remaining += moved
        }
      }
    }
    standing = next
  }
  return warned === 0 ? Infinity : steps / warned
}

/** The chance of 0, 1, 2 … events in a period, as far as it can matter. */
function eventsAtOnce(mu: number): number[] {
  const terms: number[] = []
  for (let x = 0; x <= mu || poissonTerm(x, mu) > 1e-30; x++) terms.push(poissonTerm(x, mu))
  return terms
}

export interface CusumDesign extends Required<PoissonCusum> {
  /** Mean number of periods between false alarms, at mu0; at least what was wanted. */
  arl: number
  /** Mean number of periods until a lasting shift to mu1 is found. */
  delay: number
}

/**
 * The smallest threshold with which false alarms are at least `arl` periods apart, and the delay that it costs. With whole k
 * the sums are whole and so is h; otherwise h is found to a tenth. A fall is looked for where mu1 is below mu0. k is
 * poissonCusumK unless it is given.
 * @throws RangeError unless both means are above 0 and differ, k lies between them and arl is above 1.
 */
export function thresholdFor({ mu0, mu1, arl, k = poissonCusumK({ mu0, mu1 }) }: { mu0: number, mu1: number, arl: number, k?: number }): CusumDesign {
  poissonCusumK({ mu0, mu1 })
  if (!((k > mu0 && k < mu1) || (k < mu0 && k > mu1))) throw new RangeError(`k lies between the two means ${mu0} and ${mu1}; it was ${k}.`)
  if (!(arl > 1 && arl < Infinity)) throw new RangeError(`False alarms are more than one period apart; it was ${arl}.`)
  const direction = mu1 > mu0 ? 'up' : 'down'
  const unit = Number.isInteger(k) ? 1 : 10
  const h = smallest((count) => arlOfPoissonCusum({ mu: mu0, k, h: (count + 1) / unit, direction }) >= arl, 3 * unit)
  const design = { k, h: (h + 1) / unit, direction } as const
  return { ...design, arl: arlOfPoissonCusum({ mu: mu0, ...design }), delay: arlOfPoissonCusum({ mu: mu1, ...design }) }
}
