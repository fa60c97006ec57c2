import { countWhere, readHistogram, type Histogram } from './histogram.ts'
import { wilson, type Share } from './wilson.ts'

export interface Satisfaction extends Share {
  n: number
  satisfied: number
}

// Top two of five is the usual reading; a scale of three has one good end, a scale of ten three (8 to 10).
const satisfiedFrom = { 3: 3, 5: 4, 10: 8 } as const

export type SatisfactionPoints = keyof typeof satisfiedFrom

/**
 * The share of satisfied among those who answered, from answers of 1 to `points`. Null when nobody answered.
 * @throws RangeError for a scale without an agreed reading (seven points) and for a value outside the scale.
 */
export function customerSatisfaction(histogram: Histogram, points: SatisfactionPoints, confidence = 0.95): Satisfaction | null {
  if (!Object.hasOwn(satisfiedFrom, points)) throw new RangeError(`Satisfaction is asked on 3, 5 or 10 points; it was ${points}.`)
  const values = readHistogram(histogram, 1, points)
  const n = countWhere(values, () => true)
  const satisfied = countWhere(values, (value) => value >= satisfiedFrom[points])
  const share = wilson(satisfied, n, confidence)
  return share && { n, satisfied, ...share }
}
