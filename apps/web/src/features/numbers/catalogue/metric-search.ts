import type { Conditions } from '@kontuar/contracts'
import { comparisons, conditionsOf, present, readPeriod, type Comparison, type PeriodSearch } from '../search/numbers-search.ts'

/** One metric: over which days, by what, with which filter. */
export interface MetricSearch extends PeriodSearch { by?: string; compare?: Comparison; where?: Conditions }

export const readMetricSearch = (given: Record<string, unknown>): MetricSearch => ({
  ...readPeriod(given),
  ...present<MetricSearch>({ by: typeof given['by'] === 'string' && /^[\w:-]{1,60}$/.test(given['by']) ? given['by'] : undefined, compare: comparisons.find((each) => each === given['compare']), where: conditionsOf(given['where']) }),
})
