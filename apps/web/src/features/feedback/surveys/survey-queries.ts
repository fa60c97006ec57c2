import { getSurvey, listSurveyTemplates, listSurveyVersions, listSurveys, type Survey } from '@kontuar/contracts'
import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Locale } from '@kontuar/contracts'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const surveyQuery = (id: string) => queryOptions({ queryKey: queryKeys.surveys.one(id), queryFn: ({ signal }) => api(getSurvey, { params: { id }, signal }) })

export const surveysQuery = (retired: 'true' | 'false') => infiniteQueryOptions({
  queryKey: queryKeys.surveys.list({ retired }),
  queryFn: ({ pageParam, signal }) => api(listSurveys, { query: { retired, limit: 100, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
})

export const surveyVersionsQuery = (id: string) => queryOptions({ queryKey: queryKeys.surveys.versions(id), queryFn: ({ signal }) => api(listSurveyVersions, { params: { id }, signal }) })

/** Ready-made surveys change only with the program. */
export const surveyTemplatesQuery = (language: Locale) => queryOptions({ queryKey: queryKeys.surveyTemplates(language), queryFn: ({ signal }) => api(listSurveyTemplates, { query: { language }, signal }), staleTime: Infinity })

/** What the server answered becomes what every screen shows, without asking again; the lists are asked again. */
export function keepSurvey(queries: QueryClient, survey: Survey): void {
  queries.setQueryData(queryKeys.surveys.one(survey.id), survey)
  void queries.invalidateQueries({ queryKey: queryKeys.surveys.lists })
}
