import { assertCount } from './count.ts'
import { countWhere, readHistogram, type Histogram } from './histogram.ts'
import { twoSidedQuantile } from './normal.ts'

/** Only those who answered: an invitation opened and left is in none of them. */
export interface PromoterCounts {
  /** 9 and 10 */
  promoters: number
  /** 7 and 8 */
  passives: number
  /** 0 to 6 */
  detractors: number
}

/** In points from -100 to 100, unrounded. */
export interface NetPromoterScore {
  n: number
  score: number
  low: number
  high: number
}

/**
 * 100·(P - D)/n. The interval is adjusted Wald: three answers are added, ¾ promoters, 1½ passives, ¾ detractors, then
 * the usual standard error (B. Rocks, Interval estimation for the Net Promoter Score, The American Statistician 70 (2016)
 * 365-372; recommended by MeasuringU). It is drawn towards 0, so it is not symmetrical about the score, and one answer
 * alone may even lie outside it; the score shown stays the plain one. Null when nobody answered.
 * @throws RangeError unless the counts are whole numbers from 0 and 0 < confidence < 1.
 */
export function netPromoterScore(counts: PromoterCounts, confidence = 0.95): NetPromoterScore | null {
  const n = countAnswers(counts)
  const z = twoSidedQuantile(confidence)
  if (n === 0) return null
  const { score, variance } = adjusted(counts)
  const margin = z * Math.sqrt(variance)
  return { n, score: 100 * (counts.promoters - counts.detractors) / n, low: Math.max(-100, 100 * (score - margin)), high: Math.min(100, 100 * (score + margin)) }
}

/** Sorts answers of 0 to 10 into the three groups. @throws RangeError for any other value. */
export function promoterCounts(histogram: Histogram): PromoterCounts {
  const values = readHistogram(histogram, 0, 10)
  return {
    promoters: countWhere(values, (value) => value >= 9),
    passives: countWhere(values, (value) => value === 7 || value === 8),
    detractors: countWhere(values, (value) => value <= 6),
  }
}

export function countAnswers({ promoters, passives, detractors }: PromoterCounts): number {
  assertCount('promoters', promoters)
  assertCount('passives', passives)
  assertCount('detractors', detractors)
  return promoters + passives + detractors
}

/** Score from -1 to 1, and the variance of that score: of one answer it is p + d - (p - d)². */
export function plain({ promoters, passives, detractors }: PromoterCounts): { score: number, variance: number } {
  const n = promoters + passives + detractors
  const score = (promoters - detractors) / n
  // By rounding it could fall under 0 where all answered alike.
  return { score, variance: Math.max(0, (promoters + detractors) / n - score * score) / n }
}

export const adjusted = ({ promoters, passives, detractors }: PromoterCounts): { score: number, variance: number } =>
  plain({ promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 })
