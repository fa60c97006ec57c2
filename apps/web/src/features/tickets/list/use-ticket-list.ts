import type { LiveEvent, Ticket, TicketQuery } from '@kontuar/contracts'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useMe } from '../../../api/me.ts'
import { useLiveEvents } from '../../../live/LiveProvider.tsx'
import { openList } from './open-lists.ts'
import { TicketList } from './ticket-list.ts'

/** News is gathered for a moment, and asked for at most this often: fifty mails a second must not be fifty requests. */
const gatherFor = 250
const askEvery = 1500

/** Asks for nothing: what is to be listed is not known yet. */
const idle = new TicketList<Ticket>({ page: () => new Promise(() => {}), one: async () => null })

/** The query may be a new object each time; null while it is not known. `handsOff`: nobody is about to click into the list, so that rows may move. */
export function useTicketList(query: TicketQuery | null, handsOff: () => boolean): TicketList {
  const me = useMe().staff.id
  const key = JSON.stringify(query)
  const list = useMemo(() => (key === 'null' ? idle : openList(me, JSON.parse(key) as TicketQuery)), [me, key])
  useSyncExternalStore(list.subscribe, list.get)

  useEffect(() => {
    if (list === idle) return
    if (list.get().state === 'ready') void list.hear([], () => list.topRow === 0)
    else void list.reload()
  }, [list])

  const waiting = useRef({ ids: new Set<string>(), timer: undefined as ReturnType<typeof setTimeout> | undefined, last: 0 })
  useLiveEvents(
    useCallback(
      (events: readonly LiveEvent[]) => {
        const news = waiting.current
        const ids = events.flatMap((event) => event.ids['ticketId'] ?? [])
        if (events.length > 0 && ids.length === 0) return
        ids.forEach((id) => news.ids.add(id))
        news.timer ??= setTimeout(() => {
          const heard = [...news.ids]
          Object.assign(news, { ids: new Set(), timer: undefined, last: Date.now() })
          void list.hear(heard, handsOff)
        }, Math.max(gatherFor, news.last + askEvery - Date.now()))
      },
      [list, handsOff],
    ),
  )
  useEffect(() => {
    const news = waiting.current
    return () => {
      clearTimeout(news.timer)
      news.timer = undefined
    }
  }, [list])
  return list
}
