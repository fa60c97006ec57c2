import { listTicketFields, type ConditionField } from '@kontuar/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'

export const ticketFieldsQuery = queryOptions({ queryKey: queryKeys.ticketFields, queryFn: ({ signal }) => api(listTicketFields, { signal }), staleTime: 5 * 60_000 })
const none: readonly ConditionField[] = []

/** What conditions over tickets may ask. Empty until the answer is here. */
export const useTicketFields = (): readonly ConditionField[] => useQuery(ticketFieldsQuery).data?.items ?? none
