import { getInteraction, listTicketInteractions, type Interaction, type LiveEvent } from '@kontuar/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { useLiveEvents } from '../../../live/LiveProvider.tsx'
import { withEntry, withNewest, withOlder, type TimelineData } from './timeline-data.ts'

const pageSize = 40

export function useTimeline(ticketId: string) {
  const queries = useQueryClient()
  const key = queryKeys.tickets.timeline(ticketId)
  const [older, setOlder] = useState<{ loading: boolean; error: unknown }>({ loading: false, error: null })
  const query = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const page = await api(listTicketInteractions, { params: { id: ticketId }, query: { sort: '-at', limit: pageSize }, signal })
      return withNewest(queries.getQueryData<TimelineData>(key), page)
    },
  })
  // The newest page is asked again by itself; an entry above it only when it is named.
  useLiveEvents(
    useCallback(
      (events: readonly LiveEvent[]) => {
        const shown = queryKeys.tickets.timeline(ticketId)
        const known = queries.getQueryData<TimelineData>(shown)?.entries ?? []
        const above = new Set(known.slice(0, -pageSize).map(({ id }) => id))
        const named = new Set(events.flatMap(({ ids }) => Object.values(ids)).filter((id) => above.has(id)))
        for (const id of named) void api(getInteraction, { params: { id } }).then((entry) => queries.setQueryData<TimelineData>(shown, (data) => withEntry(data, entry)), () => {})
      },
      [queries, ticketId],
    ),
  )
  const loadOlder = async () => {
    const before = queries.getQueryData<TimelineData>(key)
    if (!before?.older || older.loading) return
    setOlder({ loading: true, error: null })
    try {
      const page = await api(listTicketInteractions, { params: { id: ticketId }, query: { sort: '-at', limit: pageSize, cursor: before.older } })
      queries.setQueryData<TimelineData>(key, (data) => withOlder(data ?? before, page))
      setOlder({ loading: false, error: null })
    } catch (error) {
      setOlder({ loading: false, error })
    }
  }
  return { ...query, older, loadOlder }
}

/** Puts an entry that an act answered where it belongs, before the news of it arrives. */
export function useEntryChange() {
  const queries = useQueryClient()
  return (entry: Interaction) => { if (entry.ticketId !== null) queries.setQueryData<TimelineData>(queryKeys.tickets.timeline(entry.ticketId), (data) => withEntry(data, entry)) }
}
