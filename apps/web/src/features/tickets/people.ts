// Mailboxes and colleagues: short lists that many parts of a ticket name.
import { listMailboxes, type Mailbox } from '@kontuar/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'

export { useStaff } from '../../api/desk.ts'

const mailboxesQuery = queryOptions({ queryKey: queryKeys.mailboxes.list, queryFn: ({ signal }) => api(listMailboxes, { query: { limit: 200 }, signal }), staleTime: 5 * 60_000 })
const none: readonly Mailbox[] = []

export const useMailboxes = (): readonly Mailbox[] => useQuery(mailboxesQuery).data?.items ?? none
