import { changeQueueRule, createQueueRule, deleteQueueRule, listQueueRuleFields, listQueueRules, type BodyOf, type ConditionField, type QueueRule } from '@kontuar/contracts'
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'

export type RuleBody = BodyOf<typeof createQueueRule>

export const rulesQuery = queryOptions({ queryKey: [...queryKeys.queueRules, 'list'], queryFn: ({ signal }) => api(listQueueRules, { signal }) })
const fieldsQuery = queryOptions({ queryKey: [...queryKeys.queueRules, 'fields'], queryFn: ({ signal }) => api(listQueueRuleFields, { signal }), staleTime: Infinity })
const none: readonly ConditionField[] = []

/** What a rule may ask of a new message, in words: some of it no list of tickets can ask, so the builder does not know it. */
export function useRuleFields(): readonly ConditionField[] {
  const { t } = useTranslation('queues')
  const fields = useQuery(fieldsQuery).data?.items ?? none
  return useMemo(() => {
    const look = t as unknown as (key: string, options: object) => string
    return fields.map((field) => ({
      ...field,
      label: look(`field.${field.name}`, { defaultValue: field.label }),
      options: field.options.map((option) => ({ ...option, name: look(`mailClass.${option.id}`, { defaultValue: option.name }) })),
    }))
  }, [fields, t])
}

export function useSaveRule(id: string | null) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: RuleBody): Promise<QueueRule> => (id === null ? api(createQueueRule, { body }) : api(changeQueueRule, { params: { id }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: rulesQuery.queryKey }),
  })
}

/** Removes at once; taken back, the same rule is made anew in its place. */
export function useDeleteRule(): (rule: QueueRule) => void {
  const { t } = useTranslation('queues')
  const { t: everywhere } = useTranslation()
  const queries = useQueryClient()
  const read = () => queries.invalidateQueries({ queryKey: rulesQuery.queryKey })
  const failed = (error: unknown) => showNotice({ message: problemText(error, everywhere), tone: 'failed' })
  return (rule) => {
    const { name, conditions, queueId, locationId, priority, active, position } = rule
    queries.setQueryData(rulesQuery.queryKey, (before) => before && { ...before, items: before.items.filter(({ id }) => id !== rule.id) })
    api(deleteQueueRule, { params: { id: rule.id } })
      .then(() => showNotice({ message: t('rule.deleted', { name }), undo: () => void api(createQueueRule, { body: { name, conditions, queueId, locationId, priority, active, position } }).catch(failed).finally(() => void read()) }))
      .catch(failed)
      .finally(() => void read())
  }
}
