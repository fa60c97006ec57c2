import type { Figure, SurveyResults } from '@kontuar/contracts'
import { differenceOfShares, npsChange, type PromoterCounts } from '@kontuar/statistics'

/** What changed since the period before; null where one of the two is not shown. Real only where the interval of the difference excludes 0. */
export function changeOf(before: Figure | null, now: Figure | null): SurveyResults['before'] {
  if (before === null || now === null || !before.shown || !now.shown) return null
  const change = now.metric === 'nps'
    ? npsChange(before.parts as unknown as PromoterCounts, now.parts as unknown as PromoterCounts)
    : differenceOfShares({ successes: before.parts['satisfied']!, n: before.n }, { successes: now.parts['satisfied']!, n: now.n })
  return change === null ? null : { figure: before, change: change.difference, interval: { low: change.low, high: change.high }, real: change.real }
}
