import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { queryKeys } from '../../../api/query-keys.ts'
import { useThrottledNews } from '../../../live/use-throttled-news.ts'

/** The server answers each question once a second at most; to ask more often would bring the same. */
const askEvery = 1000
const counts = (name: string) => name.startsWith('insight.')

/** While the screen is open its numbers follow what happens. A screen nobody sees asks when it is looked at again. */
export function useLiveFigures(): void {
  const queries = useQueryClient()
  const refresh = useCallback(() => { if (document.visibilityState === 'visible') void queries.invalidateQueries({ queryKey: queryKeys.insight.counted }) }, [queries])
  useThrottledNews(counts, refresh, askEvery)
  useEffect(() => {
    const seen = () => { if (document.visibilityState === 'visible') void queries.refetchQueries({ queryKey: queryKeys.insight.counted, type: 'active', stale: true }) }
    document.addEventListener('visibilitychange', seen)
    return () => document.removeEventListener('visibilitychange', seen)
  }, [queries])
}
