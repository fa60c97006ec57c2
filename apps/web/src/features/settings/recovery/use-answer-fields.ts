import { operatorsOfType } from '@kontuar/conditions'
import type { ConditionField } from '@kontuar/contracts'
import { useMemo } from 'react'
import { useAlertFields } from '../../alerts/index.ts'

/** What the closed loop may ask of a low answer (the server's opening/answer-fields.ts); names and choices are those rules of alerts offer. */
const asked = new Set(['score', 'metric', 'text', 'surveyId', 'touchpointId', 'locationId', 'queueId', 'teamId', 'staffId', 'reasonId', 'channel', 'language', 'customerTagIds'])

export function useAnswerFields(): readonly ConditionField[] {
  const fields = useAlertFields('answer')
  // Of reasons it asks for just the one chosen, not for those below it.
  return useMemo(() => fields.filter(({ name }) => asked.has(name)).map((field) => (field.type === 'tree' ? { ...field, type: 'choice' as const, operators: [...operatorsOfType.choice] } : field)), [fields])
}
