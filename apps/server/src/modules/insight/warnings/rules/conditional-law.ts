// How a count divides between now and the past when nothing has changed. Given both together, the law knows no unknown mean any more, so it
// holds exactly after any history, however short (J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313-323, for two Poisson counts;
// R. A. Fisher's exact test for shares). Predictive laws with an estimated mean, and limits of a mean taken for known, are both right only
// after long histories: at eight weeks of small counts they give up to twice the false alarms they promise, or half of them.

import { normalTail } from '@kontuar/statistics'

/** Together 1. */
export interface Places { below: number; equal: number; above: number }

/**
 * Of `count + past` events those that fall into the present: binomial with the present's part of the exposure. Where days differ beyond chance
 * (`dispersion`, 1/size of the negative binomial law of the present) beta-binomial about the same mean.
 * @param ratio exposure of the present / exposure of the past
 */
export function splitOfCounts({ count, past, ratio, dispersion = 0 }: { count: number; past: number; ratio: number; dispersion?: number }): Places {
  const all = count + past
  if (dispersion < 1e-9) return placesOf(count, 0, all, Math.floor((all + 1) * ratio / (1 + ratio)), (k) => (all - k) / (k + 1) * ratio)
  const [present, before] = [1 / dispersion, 1 / dispersion / ratio]
  return placesOf(count, 0, all, Math.floor(all * ratio / (1 + ratio)), (k) => (all - k) / (k + 1) * (present + k) / (before + all - k - 1))
}

/** Of `hits + pastHits` among `n + pastN` those among the present `n`: hypergeometric. */
export function splitOfShares({ hits, n, pastHits, pastN }: { hits: number; n: number; pastHits: number; pastN: number }): Places {
  const [good, all] = [hits + pastHits, n + pastN]
  return placesOf(hits, Math.max(0, n - (all - good)), Math.min(n, good), Math.floor((n + 1) * (good + 1) / (all + 2)), (k) => (good - k) * (n - k) / ((k + 1) * (all - good - n + k + 1)))
}

/** Answers as +1, 0 and -1. */
export interface Scored { n: number; good: number; bad: number }

/** So many answers are divided exactly; with more the sum is normal beyond doubt. */
const mostExact = 1000
/** What lies further from its mean is rarer than once in 10¹⁵. */
const furthest = 8

/** Of all answers, present and past, laid out at random: how the sum of the present ones lies. Multivariate hypergeometric. */
export function splitOfScores(present: Scored, past: Scored): Places {
  if (present.bad + past.bad === 0) return splitOfShares({ hits: present.good, n: present.n, pastHits: past.good, pastN: past.n })
  const { n } = present
  const [all, good, bad] = [n + past.n, present.good + past.good, present.bad + past.bad]
  const sum = present.good - present.bad
  if (n > mostExact) return normalPlaces(sum, n, all, good, bad)
  const middle = all - good - bad
  const every = lnChoose(all, n)
  const places = { below: 0, equal: 0, above: 0 }
  const reach = (of: number, least: number, most: number) => {
    const [mean, margin] = [n * of / all, furthest * Math.sqrt(n * of / all * (1 - of / all)) + 2]
    return [Math.max(least, Math.floor(mean - margin)), Math.min(most, Math.ceil(mean + margin))] as const
  }
  const [fewestBad, mostBad] = reach(bad, Math.max(0, n - good - middle), Math.min(n, bad))
  const [fewestGood, mostGood] = reach(good, 0, Math.min(n, good))
  for (let b = fewestBad; b <= mostBad; b++) {
    for (let g = Math.max(fewestGood, n - b - middle); g <= Math.min(mostGood, n - b); g++) {
      const chance = Math.exp(lnChoose(good, g) + lnChoose(bad, b) + lnChoose(middle, n - g - b) - every)
      places[g - b < sum ? 'below' : g - b > sum ? 'above' : 'equal'] += chance
    }
  }
  return places
}

/** With its step of 1 as the width of "equal". */
function normalPlaces(sum: number, n: number, all: number, good: number, bad: number): Places {
  const mean = (good - bad) / all
  const deviation = Math.sqrt(((good + bad) / all - mean * mean) * n * (all - n) / (all - 1))
  if (deviation === 0) return { below: 0, equal: 1, above: 0 }
  const [low, high] = [sum - 0.5, sum + 0.5].map((edge) => (edge - n * mean) / deviation) as [number, number]
  const [below, above] = [normalTail(-low), normalTail(high)]
  return { below, above, equal: Math.max(0, 1 - below - above) }
}

/** A law of whole numbers given by its quotients P(k + 1)/P(k), summed up from its middle outwards: nothing is too small to begin with. */
function placesOf(count: number, least: number, most: number, middle: number, quotient: (k: number) => number): Places {
  const sums = { below: 0, equal: 0, above: 0 }
  const start = Math.min(most, Math.max(least, middle))
  const add = (k: number, weight: number) => { sums[k < count ? 'below' : k > count ? 'above' : 'equal'] += weight }
  let peak = 1
  add(start, 1)
  for (let k = start, weight = 1; k < most && (weight > peak * 1e-18 || (k < count && weight > 0)); k++) {
    weight *= quotient(k)
    peak = Math.max(peak, weight)
    add(k + 1, weight)
  }
  for (let k = start, weight = 1; k > least && (weight > peak * 1e-18 || (k > count && weight > 0)); k--) {
    weight /= quotient(k - 1)
    peak = Math.max(peak, weight)
    add(k - 1, weight)
  }
  const total = sums.below + sums.equal + sums.above
  return { below: sums.below / total, equal: sums.equal / total, above: sums.above / total }
}

const factorials = [0]
function lnFactorial(n: number): number {
  for (let k = factorials.length; k <= n; k++) factorials.push(factorials[k - 1]! + Math.log(k))
  return factorials[n]!
}
const lnChoose = (n: number, k: number) => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)
