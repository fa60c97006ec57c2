// What the address of results says: the period, one filter or more, how the breakdown is read.
import type { QueryOf, getSurveyBreakdown } from '@kontuar/contracts'
import { daysOf, dimensionNames, dimensionQuery, present, readDimensions, readPeriod, type AnswerSearch, type DimensionSearch, type PeriodSearch } from '../answers/answer-search.ts'

export const usualPeriod = '30d'
export const breakdowns = [...dimensionNames, 'version'] as const
export type By = (typeof breakdowns)[number]
export const steps = ['day', 'week', 'month'] as const
export type Step = (typeof steps)[number]
export const orders = ['n', 'name', 'figure'] as const
export type Order = (typeof orders)[number]

export interface ResultsSearch extends DimensionSearch, PeriodSearch {
  by?: By
  step?: Step
  /** Of the breakdown; a minus in front turns it round. */
  order?: Order | `-${Order}`
}

const orderings = orders.flatMap((order) => [order, `-${order}`] as const)
const among = <T extends string>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)

export const readResultsSearch = (given: Record<string, unknown>): ResultsSearch => ({
  ...readDimensions(given), ...readPeriod(given), ...present<ResultsSearch>({ by: among(breakdowns, given['by']), step: among(steps, given['step']), order: among(orderings, given['order']) }),
})

export const periodOf = (search: ResultsSearch): PeriodSearch => (search.from === undefined && search.until === undefined ? { period: search.period ?? usualPeriod } : present<PeriodSearch>({ from: search.from, until: search.until }))

export type ResultsQuery = Omit<QueryOf<typeof getSurveyBreakdown>, 'by'>
export const resultsQuery = (search: ResultsSearch, today: string): ResultsQuery => ({ ...dimensionQuery(search), ...daysOf(periodOf(search), today) }) as ResultsQuery

/** The address of the rows behind a number: the filters of the screen, and what the number itself counts. */
export function rowsBehind(search: ResultsSearch, more: Partial<AnswerSearch> = {}): AnswerSearch {
  const { from, until, ...rest } = more
  const period = from === undefined && until === undefined ? periodOf(search) : present<PeriodSearch>({ from, until })
  return { ...readDimensions({ ...search }), ...(period.period === 'all' ? {} : period), ...rest }
}
