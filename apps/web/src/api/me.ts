import { getMe, type Me, type Permission } from '@kontuar/contracts'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { api } from './api.ts'
import { queryKeys } from './query-keys.ts'

export const meQuery = queryOptions({ queryKey: queryKeys.me, queryFn: ({ signal }) => api(getMe, { signal }), staleTime: Infinity })

/** Who is signed in. Inside the workspace it is always there. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data
export const useCan = (permission: Permission): boolean => useMe().permissions.includes(permission)
