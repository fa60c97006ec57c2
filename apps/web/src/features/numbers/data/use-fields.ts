// What may be asked about numbers, under the names of the screen: the one list for the filter bar, the builder of conditions and their sentence.
import type { ConditionField } from '@kontuar/contracts'
import { useMemo } from 'react'
import { useTeams } from '../../../api/desk.ts'
import { useDimensionWords } from '../tiles/use-tile-words.ts'
import { useMetricFields } from './queries.ts'

export function useFields(): readonly ConditionField[] {
  const fields = useMetricFields()
  const teams = useTeams()
  const { nameOf } = useDimensionWords()
  return useMemo(() => fields.map((field) => ({ ...field, label: field.custom ? field.label : nameOf(field.name), ...(field.choices === 'teams' && { options: teams.filter(({ retired }) => !retired).map(({ id, name }) => ({ id, name })) }) })), [fields, teams, nameOf])
}
