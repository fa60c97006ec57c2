/**
 * The figures of service, feedback and money with their intervals, what is normal for them and when they have changed. Pure: it
 * reads no clock, no file, no connection. An empty denominator gives null, never 0 or 100; nothing is rounded; thresholds are
 * inclusive; what is out of range is refused (RangeError), never clamped. Shares run from 0 to 1, NPS in points, `percent` to 100.
 */

// Shares, feedback, small groups
export type { Histogram } from './histogram.ts'
export { wilson, type Share } from './wilson.ts'
export { responseRate } from './response-rate.ts'
export { meanOf, type Mean } from './mean.ts'
export { netPromoterScore, promoterCounts, type NetPromoterScore, type PromoterCounts } from './net-promoter-score.ts'
export { npsChange, type NpsChange } from './nps-change.ts'
export { customerSatisfaction, type Satisfaction, type SatisfactionPoints } from './customer-satisfaction.ts'
export { customerEffort, type Effort, type EffortPoints, type EffortPolarity } from './customer-effort.ts'
export { differenceOfShares, type Counted, type DifferenceOfShares } from './difference-of-shares.ts'
export { suppressSmall } from './suppress-small.ts'
export { normalQuantile, normalTail, twoSidedTail } from './normal.ts'
export { studentQuantile } from './student.ts'

// Percentiles of durations and scores
export { binOf, binSql, growth, valueOf, type Bins } from './quantile/duration-bins.ts'
export { mergeBins } from './quantile/merge-bins.ts'
export { durationPercentile, nearestRank, percentileRanks, scorePercentile, type Percentile, type PercentileOf } from './quantile/percentile.ts'

// Detection: counts
export type { Tails } from './distribution/law.ts'
export { negativeBinomialSize, type ExpectedCount } from './detection/count-law.ts'
export { countTails, negativeBinomialTails, poissonTails } from './detection/count-tails.ts'
export { countLimits, poissonLowerLimit, poissonUpperLimit, type CountLimits } from './detection/count-limits.ts'
export { predictiveLimits, predictiveTails, type ShortHistory } from './detection/predictive.ts'
export { detectable, type Detectable } from './detection/detectable.ts'
export { baselineOf, overdispersionOf, type Baseline, type PastPeriod } from './detection/baseline.ts'
export { baselineTails, normalBand, type Judged, type NormalBand, type Sides } from './detection/normal-band.ts'
export { falseAlarmsPerMonth, levelForBudget, levelForChecks, type Check } from './detection/budget.ts'

// Detection: slow shifts, trends, rows
export { poissonCusum, poissonCusumK, poissonCusumStep, type CusumDirection, type CusumState, type PoissonCusum } from './detection/poisson-cusum.ts'
export { arlOfPoissonCusum, thresholdFor, type CusumDesign } from './detection/cusum-run-length.ts'
export { ewma, ewmaStep, startOfEwma, type EwmaChart, type EwmaPoint, type EwmaState } from './detection/ewma.ts'
export { arlOfEwma, ewmaWidthFor, type EwmaRun } from './detection/ewma-run-length.ts'
export { mannKendall, type MannKendall } from './detection/mann-kendall.ts'
export { senSlope, type SenSlope } from './detection/sen-slope.ts'
export { emptyRow, expectedWait, nextInRow, nInARow, type Row, type RowAnswer, type RowStep } from './detection/n-in-a-row.ts'

// Comparison
export { meanFunnel, positionInFunnel, rateFunnel, shareFunnel, type CountFunnelMethod, type FunnelLimits, type FunnelPosition, type ShareFunnelMethod } from './comparison/funnel.ts'
export { differenceInDifferencesOfMeans, differenceInDifferencesOfNps, differenceInDifferencesOfPeriods, differenceInDifferencesOfRates, differenceInDifferencesOfShares, type GroupMean, type PairedPeriod } from './comparison/difference-in-differences.ts'
export type { Effect, EffectOptions, FourGroups } from './comparison/effect.ts'

// Service
export { abandonment, type Abandonment } from './service/abandonment.ts'
export { serviceLevel, type ServiceLevel, type ServiceLevelVariant, type WaitingCounts } from './service/service-level.ts'
export { averageHandleTime, occupancy } from './service/handling.ts'
export { agesAt, backlogAt, backlogByAge, type OpenInterval } from './service/backlog.ts'
export { firstTimeResolution, resolvedInWindow, type FirstTimeReading, type FirstTimeResolution } from './service/first-time-resolution.ts'

// Rates
export { poissonInterval, rateInterval, type Rate } from './rate/poisson-interval.ts'
export { exactShare } from './rate/exact-share.ts'
export { ratioOfRates, type CountedRate, type RatioOfRates } from './rate/ratio-of-rates.ts'
export { shareChange } from './rate/share-change.ts'

// Money
export { arpu, churn, lifetimeValue } from './money/customers.ts'
export { dsoCountBack, dsoSimple, type SalesMonth } from './money/days-sales-outstanding.ts'
export { collectionEffectivenessIndex, recoveryRate, type Recovery } from './money/collection.ts'

// Classifiers
export { confusionOf, macroF1, type Classification, type ClassScore, type Judgement } from './classification/classification.ts'
export { expectedCalibrationError, type Calibration, type CalibrationBin, type Claim } from './classification/calibration.ts'
