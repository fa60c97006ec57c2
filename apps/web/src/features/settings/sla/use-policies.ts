import { changeSlaPolicy, createSlaPolicy, listSlaPolicies, previewSlaPolicy, type BodyOf, type ConditionField, type SlaPolicy } from '@kontuar/contracts'
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useTicketFields } from '../../../ui/conditions/use-ticket-fields.ts'

export type PolicyBody = BodyOf<typeof createSlaPolicy>
export const policiesQuery = queryOptions({ queryKey: queryKeys.slaPolicies, queryFn: ({ signal }) => api(listSlaPolicies, { signal }), staleTime: 5 * 60_000 })

export function useSavePolicy(id: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: PolicyBody): Promise<SlaPolicy> => (id === null ? api(createSlaPolicy, { body }) : api(changeSlaPolicy, { params: { id }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: queryKeys.slaPolicies }),
  })
}
export const usePreviewPolicy = (id: string) => useMutation({ mutationFn: (definition: PolicyBody['definition']) => api(previewSlaPolicy, { params: { id }, body: { definition } }) })

/** A policy is chosen for a ticket as it was at some moment: what changes by itself (age, deadlines, status) it cannot ask. */
const asked = new Set(['queueId', 'locationId', 'mailboxId', 'priority', 'channel', 'language', 'reasonId', 'tagIds', 'customerTagIds'])
export function usePolicyFields(): readonly ConditionField[] {
  const fields = useTicketFields()
  return useMemo(() => fields.filter(({ name, custom }) => custom || asked.has(name)), [fields])
}
