// What the screens of warnings ask of the server, and what they change there.
import { changeWarning, getWarning, getWarningSettings, listWarnings, makeWarningTask, replayWarnings, type BodyOf, type QueryOf, type Warning, type WarningSettings } from '@kontuar/contracts'
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import type { WarningsSearch } from '../search.ts'

const pageSize = 20

export function warningsQuery({ state = 'open', kind, location }: WarningsSearch) {
  const query: QueryOf<typeof listWarnings> = { state, ...(kind && { kind }), ...(location && { locationId: location }) }
  return infiniteQueryOptions({
    queryKey: queryKeys.warnings.list(query),
    queryFn: ({ pageParam, signal }) => api(listWarnings, { query: { ...query, limit: pageSize, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
}
export const warningQuery = (id: string) => queryOptions({ queryKey: queryKeys.warnings.one(id), queryFn: ({ signal }) => api(getWarning, { params: { id }, signal }) })
/** The open ones for a tile: as many as are looked through for the most urgent. */
export const openWarningsQuery = queryOptions({ queryKey: queryKeys.warnings.list({ tile: true }), queryFn: ({ signal }) => api(listWarnings, { query: { state: 'open', limit: 50 }, signal }) })
export const warningSettingsQuery = queryOptions({ queryKey: queryKeys.warnings.settings, queryFn: ({ signal }) => api(getWarningSettings, { signal }) })
/** The past under these settings. Until it is counted anew the last answer stays, so that nothing jumps under a slider. */
export const replayQuery = (months: number, settings: WarningSettings) => queryOptions({ queryKey: queryKeys.warnings.replay({ months, settings }), queryFn: ({ signal }) => api(replayWarnings, { body: { months, settings }, signal }), placeholderData: keepPreviousData, staleTime: 5 * 60_000 })

export const changeOne = (id: string, body: BodyOf<typeof changeWarning>): Promise<Warning> => api(changeWarning, { params: { id }, body })
export const makeTask = (id: string, body: BodyOf<typeof makeWarningTask>): Promise<Warning> => api(makeWarningTask, { params: { id }, body })
