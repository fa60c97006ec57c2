// A figure of a question: its metric with n and interval. The formulas are those of packages/statistics alone.
import type { Figure } from '@kontuar/contracts'
import { customerEffort, customerSatisfaction, meanOf, netPromoterScore, promoterCounts, type EffortPoints, type SatisfactionPoints } from '@kontuar/statistics'
import { metricOf, scaleOf, type Question } from '@kontuar/survey'

/** From so many answers on screens show a figure; below it stands "4 answers, shown from 5". Programs get it with n all the same. */
export const shownFrom = 5

export type Histogram = ReadonlyMap<string, number>

/**
 * The figure of a question with a metric; null without one. Partial answers that have its score count, for the score was confirmed;
 * what was taken back does not. Below `shownFrom` it is told, not `shown`; whoever reads an anonymous survey takes it away
 * (`withoutValue`).
 */
export function figureOf(question: Question, histogram: Histogram): Figure | null {
  const metric = metricOf(question)
  if (metric === null) return null
  const points = onScale(question, histogram)
  const n = Object.values(points).reduce((a, b) => a + b, 0)
  const method = metric === 'nps' ? 'adjusted-wald' as const : 'wilson' as const
  const parts = partsOf(question, points)
  if (n === 0) return { metric, value: null, interval: null, n, shown: false, shownFrom, mean: null, meanInterval: null, method, parts }
  const { value, low, high, mean } = valueOf(question, points)
  return { metric, value, interval: { low, high }, n, shown: n >= shownFrom, shownFrom, mean: mean?.mean ?? null, meanInterval: mean === null || mean.low === null || mean.high === null ? null : { low: mean.low, high: mean.high }, method, parts }
}

/** The figure as n alone: where an anonymous survey must not say more. */
export const withoutValue = (figure: Figure): Figure => ({ ...figure, value: null, interval: null, shown: false, mean: null, meanInterval: null, parts: {} })

function valueOf(question: Question, points: Record<number, number>) {
  const mean = meanOf(Object.entries(points).map(([value, count]) => ({ value: Number(value), count })))
  const metric = metricOf(question)
  if (metric === 'nps') {
    const { score, low, high } = netPromoterScore(promoterCounts(points))!
    return { value: score, low, high, mean }
  }
  if (metric === 'ces') {
    const effort = customerEffort(points, scaleOf(question)!.max as EffortPoints, question.reversed === true ? 'easy-is-low' : 'easy-is-high')!
    return { value: effort.share, low: effort.low, high: effort.high, mean: effort.mean }
  }
  const { share, low, high } = customerSatisfaction(points, scaleOf(question)!.max as SatisfactionPoints)!
  return { value: share, low, high, mean }
}

/** Promoters, passives, detractors; or satisfied and rest. Whole answers. */
export function partsOf(question: Question, points: Record<number, number>): Record<string, number> {
  const metric = metricOf(question)
  if (metric === 'nps') return { ...promoterCounts(points) }
  const n = Object.values(points).reduce((a, b) => a + b, 0)
  const satisfied = metric === 'ces'
    ? customerEffort(points, scaleOf(question)!.max as EffortPoints, question.reversed === true ? 'easy-is-low' : 'easy-is-high')?.easy ?? 0
    : customerSatisfaction(points, scaleOf(question)!.max as SatisfactionPoints)?.satisfied ?? 0
  return { satisfied, rest: n - satisfied }
}

/** What lies on the scale as the newest version has it. */
function onScale(question: Question, histogram: Histogram): Record<number, number> {
  const { min, max } = scaleOf(question)!
  return Object.fromEntries([...histogram].flatMap(([value, n]) => (/^\d{1,2}$/.test(value) && Number(value) >= min && Number(value) <= max && n > 0 ? [[Number(value), n]] : [])))
}
