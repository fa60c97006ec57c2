import { getAbility, getAccess } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const useAccess = (id: string) => useQuery({ queryKey: queryKeys.access(id), queryFn: ({ signal }) => api(getAccess, { params: { id }, signal }) })
export const useAbility = (id: string) => useQuery({ queryKey: queryKeys.ability(id), queryFn: ({ signal }) => api(getAbility, { params: { id }, signal }) })
