import { getSolvedAgainstSaid, getSurveyBreakdown, getSurveyResults, getSurveyTrend } from '@kontuar/contracts'
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useThrottledNews } from '../../../live/use-throttled-news.ts'
import type { By, ResultsQuery, Step } from './results-search.ts'

// While a new period is counted the old numbers stay, so that nothing jumps.
const placeholderData = keepPreviousData
export const resultsOf = (id: string, query: ResultsQuery) => queryOptions({ queryKey: queryKeys.surveys.results(id, query), queryFn: ({ signal }) => api(getSurveyResults, { params: { id }, query, signal }), placeholderData })
export const breakdownOf = (id: string, query: ResultsQuery, by: By) => queryOptions({ queryKey: queryKeys.surveys.breakdown(id, { ...query, by }), queryFn: ({ signal }) => api(getSurveyBreakdown, { params: { id }, query: { ...query, by }, signal }), placeholderData })
export const trendOf = (id: string, query: ResultsQuery, step: Step | undefined) => queryOptions({ queryKey: queryKeys.surveys.trend(id, { ...query, step }), queryFn: ({ signal }) => api(getSurveyTrend, { params: { id }, query: { ...query, ...(step && { step }) }, signal }), placeholderData })
export const solvedOf = (id: string, query: ResultsQuery) => queryOptions({ queryKey: queryKeys.surveys.solvedAgainstSaid(id, query), queryFn: ({ signal }) => api(getSolvedAgainstSaid, { params: { id }, query, signal }), placeholderData })

/** Four questions at once, and hundreds of answers may come in a minute: asked again at most this often, ms. */
const askEvery = 5000
const counts = (name: string) => name.startsWith('feedback.answer') || name === 'feedback.invitationChanged'

/** While the screen is open its numbers follow what comes in. */
export function useLiveResults(surveyId: string): void {
  const queries = useQueryClient()
  useThrottledNews(counts, useCallback((ids: readonly Record<string, string>[]) => {
    if (ids.length > 0 && ids.every((each) => each['surveyId'] !== undefined && each['surveyId'] !== surveyId)) return
    void queries.invalidateQueries({ queryKey: queryKeys.surveys.counted(surveyId) })
  }, [queries, surveyId]), askEvery)
}
