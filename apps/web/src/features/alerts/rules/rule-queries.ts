// What the screens of rules ask of the server.
import { getAlertRule, getBackTest, listAlertDestinations, listAlertFields, listAlertRules, listReadyAlertRules, type AlertSubject, type ConditionField } from '@kontuar/contracts'
import { infiniteQueryOptions, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const rulesQuery = infiniteQueryOptions({
  queryKey: queryKeys.alerts.rules,
  queryFn: ({ pageParam, signal }) => api(listAlertRules, { query: { limit: 50, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
})
export const ruleQuery = (id: string) => queryOptions({ queryKey: queryKeys.alerts.rule(id), queryFn: ({ signal }) => api(getAlertRule, { params: { id }, signal }) })
export const readyQuery = (language: 'pl' | 'ru' | 'en') => queryOptions({ queryKey: queryKeys.alerts.ready(language), queryFn: ({ signal }) => api(listReadyAlertRules, { query: { language }, signal }), staleTime: Infinity })
export const destinationsQuery = queryOptions({ queryKey: queryKeys.alerts.destinations, queryFn: ({ signal }) => api(listAlertDestinations, { signal }) })

/** Asked again until it has ended; the news that it ended comes sooner. */
const whileRunningMs = 1500
export const backTestQuery = (id: string) => queryOptions({
  queryKey: queryKeys.alerts.backTest(id), queryFn: ({ signal }) => api(getBackTest, { params: { id }, signal }),
  refetchInterval: ({ state }) => (state.data?.state === 'running' ? whileRunningMs : false),
})

const fieldsQuery = (on: AlertSubject) => queryOptions({ queryKey: queryKeys.alerts.fields(on), queryFn: ({ signal }) => api(listAlertFields, { query: { on }, signal }), staleTime: 5 * 60_000 })
const none: readonly ConditionField[] = []

/** What may be asked of these, in words: much of it no list of tickets can ask, so the builder does not know it. Empty until it is here. */
export const useAlertFields = (on: AlertSubject): readonly ConditionField[] => useInWords(useQuery(fieldsQuery(on)).data?.items ?? none)

/** Their names and choices in the reader's language. The page loads the words: `occurrences`. */
export function useInWords(fields: readonly ConditionField[]): readonly ConditionField[] {
  const { t } = useTranslation('occurrences')
  return useMemo(() => {
    const look = t as unknown as (key: string, options: object) => string
    return fields.map((field) => (field.custom ? field : {
      ...field,
      label: look(`field.${field.name}`, { defaultValue: field.label }),
      options: field.options.map((option) => ({ ...option, name: look(`option.${field.name}.${option.id}`, { defaultValue: option.name }) })),
    }))
  }, [fields, t])
}
