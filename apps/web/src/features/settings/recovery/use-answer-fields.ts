import { operatorsOfType } from '@kontuar/conditions'
import { listAlertFields, type ConditionField } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../../../api/api.ts'
import { useCan } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'

/** What the closed loop may ask of a low answer (the server's opening/answer-fields.ts); the choices are those rules of alerts offer. */
const asked = ['score', 'metric', 'text', 'surveyId', 'touchpointId', 'locationId', 'queueId', 'teamId', 'staffId', 'reasonId', 'channel', 'language', 'customerTagIds']

export function useAnswerFields(): readonly ConditionField[] {
  const { data } = useQuery({ queryKey: queryKeys.alerts.fields('answer'), queryFn: ({ signal }) => api(listAlertFields, { query: { on: 'answer' }, signal }), staleTime: 5 * 60_000, enabled: useCan('alert.read') })
  return useMemo(() => (data?.items ?? []).filter(({ name }) => asked.includes(name)).map((field) => (field.type === 'tree' ? { ...field, type: 'choice' as const, operators: [...operatorsOfType.choice] } : field)), [data])
}
