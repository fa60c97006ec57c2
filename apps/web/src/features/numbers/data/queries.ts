// What numbers ask of the server, once for all screens that need it.
import { getDashboard, listDashboards, listMarkedDays, listMeasures, listMetricFields, listMetrics, readMetrics, type ConditionField, type Dashboard, type MarkedDay, type MeasureInfo, type MetricInfo, type MetricQuery, type MetricResult } from '@kontuar/contracts'
import { keepPreviousData, queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { queryKey } from '../search/tile-queries.ts'

const staleTime = 5 * 60_000
const none: readonly never[] = []

export const metricsQuery = (language = currentLocale()) => queryOptions({ queryKey: queryKeys.insight.part('metrics', language), queryFn: ({ signal }) => api(listMetrics, { query: { language }, signal }), staleTime })
/** The catalogue, by name. */
export function useMetrics(): ReadonlyMap<string, MetricInfo> {
  const { items } = useSuspenseQuery(metricsQuery()).data
  return useMemo(() => new Map(items.map((metric) => [metric.name, metric])), [items])
}

const fieldsQuery = queryOptions({ queryKey: queryKeys.insight.part('fields'), queryFn: ({ signal }) => api(listMetricFields, { signal }), staleTime })
/** What conditions over numbers may ask; empty until it is known. */
export const useMetricFields = (): readonly ConditionField[] => (useQuery(fieldsQuery).data?.items as readonly ConditionField[] | undefined) ?? none
const measuresQuery = (language = currentLocale()) => queryOptions({ queryKey: queryKeys.insight.part('measures', language), queryFn: ({ signal }) => api(listMeasures, { query: { language }, signal }), staleTime })
export const useMeasures = (): readonly MeasureInfo[] => useQuery(measuresQuery()).data?.items ?? none

export const dashboardsQuery = queryOptions({ queryKey: queryKeys.dashboards.all, queryFn: ({ signal }) => api(listDashboards, { signal }) })
export const useDashboards = (): readonly Dashboard[] => useQuery(dashboardsQuery).data?.items ?? none
export const dashboardQuery = (id: string) => queryOptions({ queryKey: queryKeys.dashboards.one(id), queryFn: ({ signal }) => api(getDashboard, { params: { id }, signal }) })

const marksQuery = queryOptions({ queryKey: queryKeys.markedDays, queryFn: ({ signal }) => api(listMarkedDays, { signal }), staleTime })
export const useMarks = (): readonly MarkedDay[] => useQuery(marksQuery).data?.items ?? none

export type Answer = MetricResult | { problem: { code: string; detail: string } }
export type Answers = ReadonlyMap<string, Answer>
/** As many as the route takes at once. */
const atOnce = 40

async function readAll(queries: readonly MetricQuery[], signal: AbortSignal): Promise<Answers> {
  const parts = Array.from({ length: Math.ceil(queries.length / atOnce) }, (_, index) => queries.slice(index * atOnce, (index + 1) * atOnce))
  const results = (await Promise.all(parts.map((part) => api(readMetrics, { body: { queries: [...part] }, signal })))).flatMap((answer) => answer.results)
  return new Map(queries.map((query, index) => [queryKey(query), results[index]!]))
}
/** Everything a screen asks, in one question. While a new one is counted the old numbers stay, so that nothing jumps. */
export const figuresQuery = (queries: readonly MetricQuery[]) => queryOptions({ queryKey: queryKeys.insight.figures(queries), queryFn: ({ signal }) => readAll(queries, signal), placeholderData: keepPreviousData, enabled: queries.length > 0 })
