import { getSmsGateway, putSmsGateway, type SmsGatewayBody } from '@kontuar/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const gatewayQuery = queryOptions({ queryKey: queryKeys.smsGateway, queryFn: ({ signal }) => api(getSmsGateway, { signal }) })

export function useSaveGateway() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: SmsGatewayBody) => api(putSmsGateway, { body }),
    onSuccess: (overview) => queries.setQueryData(queryKeys.smsGateway, overview),
  })
}
