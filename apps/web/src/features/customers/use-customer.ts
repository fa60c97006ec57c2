import { changeCustomer, getCustomer, type BodyOf, type Customer } from '@kontuar/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'

export const useCustomer = (id: string) => useQuery({ queryKey: queryKeys.customers.one(id), queryFn: ({ signal }) => api(getCustomer, { params: { id }, signal }) })

/** Saves a change and shows the answer; throws when the server refused. */
export function useCustomerChange(id: string) {
  const queries = useQueryClient()
  return async (body: BodyOf<typeof changeCustomer>): Promise<Customer> => {
    const answer = await api(changeCustomer, { params: { id }, body })
    queries.setQueryData(queryKeys.customers.one(id), answer)
    return answer
  }
}
