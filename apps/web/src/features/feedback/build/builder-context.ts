import type { Survey } from '@kontuar/contracts'
import type { Language, SurveyDefinition, SurveyProblem } from '@kontuar/survey'
import { createContext, use } from 'react'
import type { FocusWish, Where } from './focus-wish.ts'
import type { Change } from './draft/use-draft.ts'

/** What is selected: a question's id, `intro` or `thanks`. */
export type At = string

interface Builder {
  survey: Survey
  definition: SurveyDefinition
  change: Change
  problems: readonly SurveyProblem[]
  language: Language
  setLanguage: (language: Language) => void
  at: At
  /** `focus`: where the keyboard goes on, the first field of the editor or the row of the list. */
  select: (at: At, focus?: Where) => void
  focusWish: FocusWish
  readOnly: boolean
  /** Said to those who listen: "Question 2 moved to place 1 of 4". */
  say: (sentence: string) => void
}
export const BuilderContext = createContext<Builder | null>(null)

export function useBuilder(): Builder {
  const builder = use(BuilderContext)
  if (!builder) throw new Error('This piece exists only inside the builder of surveys.')
  return builder
}
