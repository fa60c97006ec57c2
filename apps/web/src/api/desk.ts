// The organization's own words: short lists that many screens name. Asked for once, kept until news says otherwise.
import { getTaskSettings, listCalendars, listCannedAnswers, listCauses, listCustomFields, listLegalBases, listLocations, listPresence, listQueues, listReasons, listRegions, listStaff, listStatuses, listTags, listTeams, type Cause, type CustomField, type Location, type Presence, type Queue, type Reason, type Region, type Staff, type Status, type Tag, type Team } from '@kontuar/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Static } from 'typebox'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

const staleTime = 5 * 60_000
export const statusesQuery = queryOptions({ queryKey: queryKeys.statuses, queryFn: ({ signal }) => api(listStatuses, { signal }), staleTime })
export const queuesQuery = queryOptions({ queryKey: queryKeys.queues, queryFn: ({ signal }) => api(listQueues, { signal }), staleTime })
export const reasonsQuery = queryOptions({ queryKey: queryKeys.reasons, queryFn: ({ signal }) => api(listReasons, { signal }), staleTime })
export const tagsQuery = queryOptions({ queryKey: queryKeys.tags, queryFn: ({ signal }) => api(listTags, { signal }), staleTime })
export const customFieldsQuery = queryOptions({ queryKey: queryKeys.customFields, queryFn: ({ signal }) => api(listCustomFields, { signal }), staleTime })
export const locationsQuery = queryOptions({ queryKey: queryKeys.locations, queryFn: ({ signal }) => api(listLocations, { signal }), staleTime })
export const teamsQuery = queryOptions({ queryKey: queryKeys.teams, queryFn: ({ signal }) => api(listTeams, { signal }), staleTime })
export const regionsQuery = queryOptions({ queryKey: queryKeys.regions, queryFn: ({ signal }) => api(listRegions, { signal }), staleTime })
export const causesQuery = queryOptions({ queryKey: queryKeys.causes, queryFn: ({ signal }) => api(listCauses, { signal }), staleTime })
export const taskSettingsQuery = queryOptions({ queryKey: queryKeys.taskSettings, queryFn: ({ signal }) => api(getTaskSettings, { signal }), staleTime })
export const staffQuery = queryOptions({ queryKey: queryKeys.staff, queryFn: ({ signal }) => api(listStaff, { query: { limit: 200 }, signal }), staleTime })
export const presenceQuery = queryOptions({ queryKey: queryKeys.presence, queryFn: ({ signal }) => api(listPresence, { signal }), staleTime: 20_000 })
export const legalBasesQuery = queryOptions({ queryKey: queryKeys.legalBases, queryFn: ({ signal }) => api(listLegalBases, { signal }), staleTime })
export const calendarsQuery = queryOptions({ queryKey: queryKeys.calendars, queryFn: ({ signal }) => api(listCalendars, { signal }), staleTime })
export const cannedAnswersQuery = queryOptions({ queryKey: queryKeys.cannedAnswers, queryFn: ({ signal }) => api(listCannedAnswers, { signal }), staleTime })

const none: readonly never[] = []
/** All of them, retired ones too (an old ticket still names them), in the organization's order. */
export const useStatuses = (): readonly Status[] => useQuery(statusesQuery).data?.items ?? none
export const useQueues = (): readonly Queue[] => useQuery(queuesQuery).data?.items ?? none
export const useReasons = (): readonly Reason[] => useQuery(reasonsQuery).data?.items ?? none
export const useTags = (): readonly Tag[] => useQuery(tagsQuery).data?.items ?? none
export const useLocations = (): readonly Location[] => useQuery(locationsQuery).data?.items ?? none
export const useTeams = (): readonly Team[] => useQuery(teamsQuery).data?.items ?? none
export const useRegions = (): readonly Region[] => useQuery(regionsQuery).data?.items ?? none
export const useCauses = (): readonly Cause[] => useQuery(causesQuery).data?.items ?? none
export const useStaff = (): readonly Staff[] => useQuery(staffQuery).data?.items ?? none

/** Who is there now; empty while it is not known. */
export const usePresence = (): readonly Static<typeof Presence>[] => useQuery(presenceQuery).data?.items ?? none

export function useCustomFields(subject: CustomField['subject']): readonly CustomField[] {
  const all = useQuery(customFieldsQuery).data?.items
  return useMemo(() => all?.filter((field) => field.subject === subject) ?? none, [all, subject])
}
