// What the person was told: the count at the bell, and how it is marked as read. News is heard here: an event names its
// person, and nobody else need ask again.
import { countNotifications, readNotifications, type BodyOf, type LiveEvent } from '@kontuar/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useLiveEvents } from '../../live/LiveProvider.tsx'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'

export function useUnread(): { unread: number; limit: number } {
  const { id: me } = useMe().staff
  const queries = useQueryClient()
  const { data } = useQuery({ queryKey: queryKeys.notifications.counts, queryFn: ({ signal }) => api(countNotifications, { signal }), staleTime: 30_000 })
  useLiveEvents(useCallback((events: readonly LiveEvent[]) => {
    if (events.some(({ name, ids }) => name.startsWith('notifications.') && ids['staffId'] === me)) void queries.invalidateQueries({ queryKey: queryKeys.notifications.all })
  }, [queries, me]))
  return data ?? { unread: 0, limit: 100 }
}

export function useMarkRead() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  return useCallback(async (what: BodyOf<typeof readNotifications>, quietly = false): Promise<void> => {
    try {
      await api(readNotifications, { body: what })
      await queries.invalidateQueries({ queryKey: queryKeys.notifications.all, predicate: ({ queryKey }) => queryKey !== queryKeys.notifications.settings })
    } catch (error) {
      if (!quietly) showNotice({ message: problemText(error, t), tone: 'failed' })
    }
  }, [queries, t])
}

/** Whoever opens it has read what told of it. */
export function useReadWhenOpened(of: 'alertId' | 'recoveryId', id: string): void {
  const markRead = useMarkRead()
  useEffect(() => void markRead({ [of]: id }, true), [markRead, of, id])
}
