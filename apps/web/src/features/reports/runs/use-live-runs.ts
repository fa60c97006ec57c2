import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { queryKeys } from '../../../api/query-keys.ts'
import { useThrottledNews } from '../../../live/use-throttled-news.ts'

/** Four sendings end in a second: more often than this nobody can read. */
const askEvery = 2000
const tellsOfRuns = (name: string) => name === 'reports.runChanged'

/** While the screen is open it follows what is being sent. */
export function useLiveRuns(): void {
  const queries = useQueryClient()
  const refresh = useCallback(() => {
    void queries.invalidateQueries({ queryKey: queryKeys.reportRuns.all })
    void queries.invalidateQueries({ queryKey: queryKeys.reports.list })
  }, [queries])
  useThrottledNews(tellsOfRuns, refresh, askEvery)
}
