import type { ConditionField } from '@kontuar/contracts'
import { createContext, use } from 'react'
import type { PlacedProblem } from './condition-problems.ts'
import type { Choice } from './use-choices.ts'

interface Builder {
  fields: readonly ConditionField[]
  byName: ReadonlyMap<string, ConditionField>
  choicesOf: (field: ConditionField) => readonly Choice[]
  problems: readonly PlacedProblem[]
  me: boolean
  whenEmpty: string
  about: string
}
export const BuilderContext = createContext<Builder | null>(null)

export function useBuilder(): Builder {
  const builder = use(BuilderContext)
  if (!builder) throw new Error('A rule exists only inside the builder of conditions.')
  return builder
}
