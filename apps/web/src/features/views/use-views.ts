// Saved views and their counters. Counters come with news at most every few seconds, whatever happens in between.
import { countViews, listViews, type View } from '@kontuar/contracts'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { currentLocale } from '../../i18n/i18n.ts'
import { useThrottledNews } from '../../live/use-throttled-news.ts'

export const viewsQuery = queryOptions({ queryKey: queryKeys.views.list, queryFn: ({ signal }) => api(listViews, { signal }), staleTime: 60_000 })
const countsQuery = queryOptions({ queryKey: queryKeys.views.counts, queryFn: ({ signal }) => api(countViews, { signal }) })
const none: readonly View[] = []
const counted = /^(diary\.|routing\.view)/
const askEvery = 3000

export function useViews(): { views: readonly View[]; known: boolean } {
  const { data, isPending } = useQuery(viewsQuery)
  return { views: data?.items ?? none, known: !isPending }
}

/** "1 024", "1 000+" where counting stopped, "…" while it is counted for the first time; null: not known yet. */
export function useSavedCounts(): (id: string) => string | null {
  const { t } = useTranslation('views')
  const { data, refetch } = useQuery(countsQuery)
  useThrottledNews(useCallback((name) => counted.test(name), []), useCallback(() => void refetch(), [refetch]), askEvery)
  return (id) => {
    const found = data?.items.find(({ viewId }) => viewId === id)
    if (!found) return null
    if (found.tickets === null) return t('counting')
    return `${new Intl.NumberFormat(currentLocale()).format(found.tickets)}${found.atLeast ? '+' : ''}`
  }
}
