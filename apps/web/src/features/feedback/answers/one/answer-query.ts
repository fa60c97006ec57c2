import { changeAnswer, getAnswer, listQuotes, type BodyOf } from '@kontuar/contracts'
import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { api } from '../../../../api/api.ts'
import { queryKeys } from '../../../../api/query-keys.ts'
import { changeInAnswers } from '../list/open-answers.ts'

export const answerQueryOf = (id: string) => queryOptions({ queryKey: queryKeys.answers.one(id), queryFn: ({ signal }) => api(getAnswer, { params: { id }, signal }) })
export const quotesOf = (answerId: string) => queryOptions({ queryKey: queryKeys.quotes.list({ answerId }), queryFn: ({ signal }) => api(listQuotes, { query: { answerId, limit: 100 }, signal }) })

/** Tags, or whether it counts; shown at once where the answer is shown. Throws what the server said. */
export function useAnswerChange(id: string) {
  const queries = useQueryClient()
  return async (body: BodyOf<typeof changeAnswer>): Promise<void> => {
    const key = queryKeys.answers.one(id)
    await queries.cancelQueries({ queryKey: key })
    const before = queries.getQueryData(answerQueryOf(id).queryKey)
    if (before && body.tagIds) queries.setQueryData(answerQueryOf(id).queryKey, { ...before, tagIds: body.tagIds })
    try {
      const { questions: _, ...answer } = await api(changeAnswer, { params: { id }, body })
      queries.setQueryData(answerQueryOf(id).queryKey, (shown) => shown && { ...shown, ...answer })
      changeInAnswers(id, answer)
      if (body.invalid !== undefined) void queries.invalidateQueries({ queryKey: queryKeys.surveys.counted(answer.surveyId) })
    } catch (error) {
      if (before) queries.setQueryData(answerQueryOf(id).queryKey, before)
      throw error
    }
  }
}
