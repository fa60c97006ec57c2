import { listSurveysToAsk, type SurveyToAsk } from '@kontuar/contracts'
import { queryOptions } from '@tanstack/react-query'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'

export const surveysToAskQuery = queryOptions({ queryKey: [...queryKeys.surveys.all, 'to-ask'], queryFn: ({ signal }) => api(listSurveysToAsk, { signal }), staleTime: 60_000 })

const key = 'kontuar.asked-last'
/** Whoever asks ten times a day mostly asks the same. */
export function usualSurvey(surveys: readonly SurveyToAsk[]): string | null {
  let last: string | null = null
  try {
    last = localStorage.getItem(key)
  } catch {
    // A browser that keeps nothing offers the newest.
  }
  return (surveys.find(({ id }) => id === last) ?? surveys[0])?.id ?? null
}
export function rememberSurvey(id: string): void {
  try {
    localStorage.setItem(key, id)
  } catch {
    // As above.
  }
}
