import { adjusted, countAnswers, plain, type PromoterCounts } from './net-promoter-score.ts'
import { twoSidedQuantile, twoSidedTail } from './normal.ts'

/** In points, from -200 to 200, unrounded. */
export interface NpsChange {
  /** After minus before, of the plain scores. */
  difference: number
  standardError: number
  low: number
  high: number
  /** How often so large a difference would come by chance alone, two-sided. */
  p: number
  /** Whether the interval excludes 0; only then is there an arrow on the screen. */
  real: boolean
}

/**
 * What changed between two groups of answers by different people: SE = √(var₁/n₁ + var₂/n₂) with the plain variances
 * p + d - (p - d)². From 60 % promoters and 20 % detractors to 40 % and 40 % is -40 points, and with 10 answers each p is
 * 0.29: no change has been shown.
 *
 * Where all of one group answered alike its plain variance is 0, as if one answer of 10 proved that everybody loves us.
 * Then interval, error and p are taken from the adjusted scores of both groups (see netPromoterScore), and `difference`
 * alone stays plain: one 10 against one 0 is no change (p 0.35), ten against ten is.
 *
 * Null when one of the groups is empty. @throws RangeError as netPromoterScore does.
 */
export function npsChange(before: PromoterCounts, after: PromoterCounts, confidence = 0.95): NpsChange | null {
  const [answersBefore, answersAfter] = [countAnswers(before), countAnswers(after)]
  const z = twoSidedQuantile(confidence)
  if (answersBefore === 0 || answersAfter === 0) return null
  const alike = plain(before).variance === 0 || plain(after).variance === 0
  const [first, second] = alike ? [adjusted(before), adjusted(after)] : [plain(before), plain(after)]
  const centre = 100 * (second.score - first.score)
  const standardError = 100 * Math.sqrt(first.variance + second.variance)
  const [low, high] = [centre - z * standardError, centre + z * standardError]
  return {
    difference: 100 * (plain(after).score - plain(before).score),
    standardError,
    low: Math.max(-200, low),
    high: Math.min(200, high),
    p: twoSidedTail(centre / standardError),
    real: low > 0 || high < 0,
  }
}
