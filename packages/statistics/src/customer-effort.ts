import { countWhere, readHistogram, type Histogram } from './histogram.ts'
import { meanOf, type Mean } from './mean.ts'
import { wilson, type Share } from './wilson.ts'

/** "The company made it easy" agrees upwards; the first form of the question, "how much effort", counted upwards for hard. */
export type EffortPolarity = 'easy-is-high' | 'easy-is-low'

export interface Effort extends Share {
  n: number
  easy: number
  /** On the scale where high is easy, whatever the polarity; its interval is cut at the ends of the scale. */
  mean: Mean
}

const easyFrom = { 5: 4, 7: 5 } as const

export type EffortPoints = keyof typeof easyFrom

/**
 * The share to whom it was easy (5 to 7 of seven, 4 and 5 of five) and the mean, from answers of 1 to `points`. Null when
 * nobody answered.
 * @throws RangeError for another scale, another polarity, and a value outside the scale.
 */
export function customerEffort(histogram: Histogram, points: EffortPoints, polarity: EffortPolarity, confidence = 0.95): Effort | null {
  if (!Object.hasOwn(easyFrom, points)) throw new RangeError(`Effort is asked on 5 or 7 points; it was ${points}.`)
  if (polarity !== 'easy-is-high' && polarity !== 'easy-is-low') throw new RangeError(`The polarity is easy-is-high or easy-is-low; it was ${String(polarity)}.`)
  const answers = readHistogram(histogram, 1, points)
  const values = polarity === 'easy-is-low' ? answers.map(({ value, count }) => ({ value: points + 1 - value, count })) : answers
  const n = countWhere(values, () => true)
  const easy = countWhere(values, (value) => value >= easyFrom[points])
  const share = wilson(easy, n, confidence)
  const mean = meanOf(values, confidence)
  if (!share || !mean) return null
  const within = (bound: number | null) => bound === null ? null : Math.min(points, Math.max(1, bound))
  return { n, easy, ...share, mean: { ...mean, low: within(mean.low), high: within(mean.high) } }
}
