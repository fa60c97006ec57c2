import type { LiveEvent } from '@kontuar/contracts'
import { useCallback, useEffect, useRef } from 'react'
import { useLiveEvents } from './LiveProvider.tsx'

/** News is gathered for a moment: one mail is several events. */
const gatherFor = 250

/** Runs `act` soon after news of this kind, at most every `every` ms. Both functions must be stable (useCallback). */
export function useThrottledNews(wanted: (name: string) => boolean, act: (ids: readonly Record<string, string>[]) => void, every: number): void {
  const waiting = useRef({ ids: [] as Record<string, string>[], timer: undefined as ReturnType<typeof setTimeout> | undefined, last: 0 })
  useLiveEvents(
    useCallback(
      (events: readonly LiveEvent[]) => {
        const heard = events.filter(({ name }) => wanted(name))
        // No event at all: the connection is back and something may have been missed.
        if (heard.length === 0 && events.length > 0) return
        const news = waiting.current
        news.ids.push(...heard.map(({ ids }) => ids))
        news.timer ??= setTimeout(() => {
          const ids = news.ids
          Object.assign(news, { ids: [], timer: undefined, last: Date.now() })
          act(ids)
        }, Math.max(gatherFor, news.last + every - Date.now()))
      },
      [wanted, act, every],
    ),
  )
  useEffect(() => {
    const news = waiting.current
    return () => {
      clearTimeout(news.timer)
      news.timer = undefined
    }
  }, [act])
}
