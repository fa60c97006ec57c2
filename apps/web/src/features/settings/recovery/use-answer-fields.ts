import { listRecoveryFields, type ConditionField } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useInWords } from '../../alerts/index.ts'

const none: readonly ConditionField[] = []

/** What the closed loop may ask of a low answer, in the words rules of alerts have for it. Empty until it is here. */
export function useAnswerFields(): readonly ConditionField[] {
  const fields = useQuery({ queryKey: queryKeys.recoveries.fields, queryFn: ({ signal }) => api(listRecoveryFields, { signal }), staleTime: 5 * 60_000 })
  return useInWords(fields.data?.items ?? none)
}
