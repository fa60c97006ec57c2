/**
 * The numbers of feedback with their intervals: shares, NPS, CSAT, CES, and what a breakdown must hide. Pure: it reads no
 * clock, no file, no connection. An empty denominator gives null, never 0 or 100; nothing is rounded; thresholds are
 * inclusive; what is out of range is refused (RangeError), never clamped.
 */
export type { Histogram } from './histogram.ts'
export { wilson, type Share } from './wilson.ts'
export { responseRate } from './response-rate.ts'
export { meanOf, type Mean } from './mean.ts'
export { netPromoterScore, promoterCounts, type NetPromoterScore, type PromoterCounts } from './net-promoter-score.ts'
export { npsChange, type NpsChange } from './nps-change.ts'
export { customerSatisfaction, type Satisfaction, type SatisfactionPoints } from './customer-satisfaction.ts'
export { customerEffort, type Effort, type EffortPoints, type EffortPolarity } from './customer-effort.ts'
export { differenceOfShares, type DifferenceOfShares } from './difference-of-shares.ts'
export { suppressSmall } from './suppress-small.ts'
export { normalQuantile, twoSidedTail } from './normal.ts'
export { studentQuantile } from './student.ts'
