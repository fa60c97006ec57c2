import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react'
import { useMe } from '../../../../api/me.ts'
import { useThrottledNews } from '../../../../live/use-throttled-news.ts'
import type { AnswersQuery } from '../answer-search.ts'
import { openAnswers, type AnswerList } from './open-answers.ts'

/** Hundreds of answers may come in a minute: the first page is asked for at most this often, ms. */
const askEvery = 2000
const ofAnswers = (name: string) => name === 'feedback.answerTaken' || name === 'feedback.answerChanged'

/** `handsOff`: nobody is about to click into the list, so that rows may move. */
export function useAnswerList(query: AnswersQuery, handsOff: () => boolean): AnswerList {
  const me = useMe().staff.id
  const key = JSON.stringify(query)
  const list = useMemo(() => openAnswers(me, JSON.parse(key) as AnswersQuery), [me, key])
  useSyncExternalStore(list.subscribe, list.get)
  useEffect(() => {
    if (list.get().state === 'ready') void list.hear([], () => list.topRow === 0)
    else void list.reload()
  }, [list])
  useThrottledNews(ofAnswers, useCallback((ids: readonly Record<string, string>[]) => void list.hear(ids.flatMap(({ answerId }) => answerId ?? []), handsOff), [list, handsOff]), askEvery)
  return list
}
