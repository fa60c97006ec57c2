import { listStudySets } from '@kontuar/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const studySetsQuery = queryOptions({ queryKey: queryKeys.studySets.list, queryFn: ({ signal }) => api(listStudySets, { signal }) })
