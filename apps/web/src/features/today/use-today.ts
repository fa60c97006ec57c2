import { countToday, listToday } from '@kontuar/contracts'
import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { api } from '../../api/api.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useThrottledNews } from '../../live/use-throttled-news.ts'
import { onOwnChange } from '../tickets/list/index.ts'
import type { Scope } from '../tickets/search/index.ts'
import { TodayList } from './today-list.ts'

const lists = new Map<string, TodayList>()
// What is done inside a ticket fades here at once.
onOwnChange((ticket, change) => {
  const backs = [...lists.values()].map((list) => list.change(ticket, change))
  return () => backs.forEach((back) => back())
})

const concerns = (name: string) => /^(diary|routing)\./.test(name) && name !== 'routing.viewsCounted'
const askEvery = 2000

/** Kept while one works: coming back from a ticket shows the same rows in the same places. */
export function useToday(whose: Scope): TodayList {
  const me = useMe().staff.id
  const key = `${me} ${whose}`
  let list = lists.get(key)
  if (!list) lists.set(key, (list = new TodayList((cursor, limit) => api(listToday, { query: { whose, limit, ...(cursor === null ? {} : { cursor }) } }))))
  const found = list
  useSyncExternalStore(found.subscribe, found.get)
  useEffect(() => void (found.get().state === 'ready' ? found.hear() : found.reload()), [found])
  useThrottledNews(concerns, useCallback(() => void found.hear(), [found]), askEvery)
  return found
}

export function useTodayCounts() {
  const { data, refetch } = useQuery({ queryKey: queryKeys.today.counts, queryFn: ({ signal }) => api(countToday, { signal }) })
  useThrottledNews(concerns, useCallback(() => void refetch(), [refetch]), askEvery)
  return data
}
