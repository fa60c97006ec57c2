import type { Survey } from '@kontuar/contracts'
import { createContext, use } from 'react'
import type { AnswerSearch } from '../answers/answer-search.ts'

/** Which survey, and how a number leads to its rows. */
export interface ResultsPlace { survey: Survey; behind(more?: Partial<AnswerSearch>): AnswerSearch }
export const ResultsContext = createContext<ResultsPlace | null>(null)
export function useResultsPlace(): ResultsPlace {
  const place = use(ResultsContext)
  if (!place) throw new Error('Results are shown inside ResultsPage.')
  return place
}
