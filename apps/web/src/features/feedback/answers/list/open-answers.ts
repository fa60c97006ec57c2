// The lists of answers that were opened, kept for coming back to the same place and for going from answer to answer.
import { getAnswer, listAnswers, type SurveyAnswer } from '@kontuar/contracts'
import { api } from '../../../../api/api.ts'
import { TicketList } from '../../../tickets/list/index.ts'
import type { AnswersQuery } from '../answer-search.ts'

export type AnswerList = TicketList<SurveyAnswer>
const pageSize = 100
const most = 6
const lists = new Map<string, AnswerList>()
const keyOf = (me: string, query: AnswersQuery) => JSON.stringify([me, query])

export function openAnswers(me: string, query: AnswersQuery): AnswerList {
  const key = keyOf(me, query)
  const list = lists.get(key) ?? new TicketList<SurveyAnswer>({
    page: (cursor) => api(listAnswers, { query: { ...query, limit: pageSize, ...(cursor === null ? {} : { cursor }) } }),
    one: (id) => api(getAnswer, { params: { id } }),
  })
  lists.delete(key)
  lists.set(key, list)
  for (const oldest of lists.keys()) if (lists.size > most) lists.delete(oldest)
  return list
}

/** The list somebody came from; null when the answer was opened by its own address. */
export const knownAnswers = (me: string, query: AnswersQuery): AnswerList | null => lists.get(keyOf(me, query)) ?? null

/** The person's own change, in every list that shows the answer. */
export const changeInAnswers = (id: string, change: Partial<SurveyAnswer>): void => lists.forEach((list) => list.patch(id, change))
