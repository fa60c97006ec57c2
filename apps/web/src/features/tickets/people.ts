// Colleagues and mailboxes: short lists that many parts of a ticket name.
import { listMailboxes, listStaff, type Mailbox, type Staff } from '@kontuar/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'

const staffQuery = queryOptions({ queryKey: queryKeys.staff, queryFn: ({ signal }) => api(listStaff, { query: { limit: 200 }, signal }), staleTime: 5 * 60_000 })
const mailboxesQuery = queryOptions({ queryKey: queryKeys.mailboxes.list, queryFn: ({ signal }) => api(listMailboxes, { query: { limit: 200 }, signal }), staleTime: 5 * 60_000 })
const nobody: readonly Staff[] = []
const none: readonly Mailbox[] = []

export const useStaff = (): readonly Staff[] => useQuery(staffQuery).data?.items ?? nobody
export const useMailboxes = (): readonly Mailbox[] => useQuery(mailboxesQuery).data?.items ?? none
