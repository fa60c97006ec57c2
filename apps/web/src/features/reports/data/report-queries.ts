// What the pages of reports ask of the server.
import { getReport, getReportRun, listReportReach, listReportRuns, listReportScopes, listReportSendings, listReports, viewReport, type QueryOf, type ReportPeriod } from '@kontuar/contracts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

const staleTime = 60_000
/** A run that goes is looked at again after so many milliseconds. */
const lookAgain = 2000
const first = null as string | null
const cursorOf = (pageParam: string | null) => (pageParam === null ? {} : { cursor: pageParam })
const nextOf = ({ next }: { next: string | null }) => next

export const reportsQuery = infiniteQueryOptions({ queryKey: queryKeys.reports.list, queryFn: ({ pageParam, signal }) => api(listReports, { query: { limit: 100, ...cursorOf(pageParam) }, signal }), initialPageParam: first, getNextPageParam: nextOf })
export const reportQuery = (id: string) => queryOptions({ queryKey: queryKeys.reports.one(id), queryFn: ({ signal }) => api(getReport, { params: { id }, signal }) })
export const scopesQuery = (id: string) => queryOptions({ queryKey: queryKeys.reports.scopes(id), queryFn: ({ signal }) => api(listReportScopes, { params: { id }, signal }), staleTime })
/** Figures of now: a report is not kept. While another scope or period is counted the old one stays. */
export const viewQuery = (id: string, asked: { for?: string; period?: ReportPeriod }) => queryOptions({ queryKey: queryKeys.reports.view(id, asked), queryFn: ({ signal }) => api(viewReport, { params: { id }, query: asked, signal }), placeholderData: keepPreviousData })
export const reachQuery = (filter: QueryOf<typeof listReportReach>) => queryOptions({ queryKey: queryKeys.reports.reach(filter), queryFn: ({ signal }) => api(listReportReach, { query: filter, signal }), staleTime })

export const runsQuery = (filter: { reportId?: string }) => infiniteQueryOptions({
  queryKey: queryKeys.reportRuns.list(filter), queryFn: ({ pageParam, signal }) => api(listReportRuns, { query: { limit: 30, ...filter, ...cursorOf(pageParam) }, signal }), initialPageParam: first, getNextPageParam: nextOf,
  refetchInterval: ({ state }) => (state.data?.pages.some(({ items }) => items.some((run) => run.state === 'running' || run.state === 'stopping')) ? lookAgain : false),
})
export const runQuery = (id: string) => queryOptions({ queryKey: queryKeys.reportRuns.one(id), queryFn: ({ signal }) => api(getReportRun, { params: { id }, signal }), refetchInterval: ({ state }) => (state.data?.state === 'running' || state.data?.state === 'stopping' ? lookAgain : false) })
export const sendingsQuery = (filter: Pick<QueryOf<typeof listReportSendings>, 'runId' | 'reportId' | 'state'>) => infiniteQueryOptions({ queryKey: queryKeys.reportRuns.sendings(filter), queryFn: ({ pageParam, signal }) => api(listReportSendings, { query: { limit: 50, ...filter, ...cursorOf(pageParam) }, signal }), initialPageParam: first, getNextPageParam: nextOf })
