// Connects the live client to the browser and to TanStack Query.
import { liveEvents, liveSocket, type LiveEvent, type Viewer } from '@kontuar/contracts'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { api, apiPath } from '../api/api.ts'
import { createLiveClient, type LiveClient, type LiveSocket, type LiveState } from './live-client.ts'
import { whatChanged } from './what-changed.ts'

interface Live {
  client: LiveClient
  subscribe(listener: () => void): () => void
  viewers(ticketId: string): readonly Viewer[]
  onEvents(listener: (events: readonly LiveEvent[]) => void): () => void
}
const LiveContext = createContext<Live | null>(null)
const nobody: readonly Viewer[] = []

const socketAddress = (after: string | undefined) => {
  const address = new URL(apiPath(liveSocket, {}, { after }), location.href)
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  return address
}

function apply(queries: QueryClient, events: readonly LiveEvent[]) {
  const now = new Map<string, readonly unknown[]>()
  const quietly = new Map<string, readonly unknown[]>()
  for (const event of events) {
    const changed = whatChanged(event)
    for (const key of changed.now) now.set(JSON.stringify(key), key)
    for (const key of changed.quietly) quietly.set(JSON.stringify(key), key)
  }
  for (const queryKey of quietly.values()) void queries.invalidateQueries({ queryKey, refetchType: 'none' })
  for (const queryKey of now.values()) void queries.invalidateQueries({ queryKey })
}

function createLive(queries: QueryClient): Live {
  const watchers = new Set<() => void>()
  const hearers = new Set<(events: readonly LiveEvent[]) => void>()
  const present = new Map<string, readonly Viewer[]>()
  const tell = () => watchers.forEach((watch) => watch())

  const client = createLiveClient(
    {
      openSocket: (after) => new WebSocket(socketAddress(after)) as unknown as LiveSocket,
      poll: (after, wait, signal) => api(liveEvents, { query: { ...(after === undefined ? {} : { after }), wait }, signal }),
      random: Math.random,
    },
    {
      batch(batch, resumed) {
        if (!resumed) void queries.invalidateQueries({ predicate: (query) => query.state.dataUpdatedAt > 0 && query.queryKey[0] !== 'me' })
        apply(queries, batch.events)
        hearers.forEach((hear) => hear(batch.events))
      },
      state: tell,
      viewers(ticketId, viewers) {
        present.set(ticketId, viewers)
        tell()
      },
    },
  )
  return {
    client,
    subscribe: (listener) => {
      watchers.add(listener)
      return () => watchers.delete(listener)
    },
    viewers: (ticketId) => present.get(ticketId) ?? nobody,
    onEvents: (listener) => {
      hearers.add(listener)
      return () => hearers.delete(listener)
    },
  }
}

export function LiveProvider({ children }: { children: ReactNode }) {
  const queries = useQueryClient()
  const [live] = useState(() => createLive(queries))
  useEffect(() => {
    const awake = () => document.visibilityState === 'visible' && live.client.reconnectNow()
    live.client.start()
    window.addEventListener('online', awake)
    document.addEventListener('visibilitychange', awake)
    return () => {
      window.removeEventListener('online', awake)
      document.removeEventListener('visibilitychange', awake)
      live.client.stop()
    }
  }, [live])
  return <LiveContext value={live}>{children}</LiveContext>
}

function useLive(): Live {
  const live = use(LiveContext)
  if (!live) throw new Error('Live updates exist only inside the workspace.')
  return live
}

export function useLiveState(): { state: LiveState; reconnectNow: () => void } {
  const live = useLive()
  return { state: useSyncExternalStore(live.subscribe, live.client.state), reconnectNow: live.client.reconnectNow }
}

/** Who else has this ticket open. The list contains the person themselves too. */
export function useViewers(ticketId: string): readonly Viewer[] {
  const live = useLive()
  return useSyncExternalStore(live.subscribe, () => live.viewers(ticketId))
}

/** Tells the others where this person is, for as long as the component is shown. */
export function useHere(ticketId: string | null, doing: 'viewing' | 'writing' = 'viewing'): void {
  const { client } = useLive()
  useEffect(() => client.here(ticketId, doing), [client, ticketId, doing])
  useEffect(() => () => client.here(null), [client])
}

/** Hears every event after the queries were told; for counting "3 new". The handler must be stable (useCallback). */
export function useLiveEvents(handler: (events: readonly LiveEvent[]) => void): void {
  const live = useLive()
  useEffect(() => live.onEvents(handler), [live, handler])
}
