// The board and the tickets of the opened owner, kept fresh while work goes on, and still while something is dragged.
import { getBoard, listTickets, type Board, type Ticket } from '@kontuar/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../api/api.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { useThrottledNews } from '../../live/use-throttled-news.ts'
import { boardQuery, type BoardSearch } from './board-search.ts'
import { inKnownOrder } from './stable-order.ts'

const concerns = (name: string) => /^(diary|routing)\./.test(name) && name !== 'routing.viewsCounted'
const askEvery = 2500
/** Deadlines pass without any event. */
const lookEvery = 60_000
export const mostOfOwner = 100

export const ownerKey = (ownerId: string | null) => ownerId ?? 'none'

export function useBoard(search: BoardSearch) {
  const queries = useQueryClient()
  const query = boardQuery(search)
  const board = useQuery({ queryKey: queryKeys.board.now(query), queryFn: ({ signal }) => api(getBoard, { query, signal }), placeholderData: keepPreviousData, refetchInterval: lookEvery })
  const held = useRef(false)
  const missed = useRef(false)
  const renew = useCallback(() => {
    if (held.current) missed.current = true
    else void queries.invalidateQueries({ queryKey: queryKeys.board.all })
  }, [queries])
  useThrottledNews(concerns, renew, askEvery)
  /** Nothing moves while something is held. */
  const hold = useCallback((on: boolean) => {
    held.current = on
    if (on || !missed.current) return
    missed.current = false
    renew()
  }, [renew])
  return { ...board, board: useSteady(board.data, JSON.stringify(query)), renew, hold }
}

/** The rows of queues and owners stay in the places they had when this board was opened. */
function useSteady(board: Board | undefined, key: string): Board | undefined {
  const [known, setKnown] = useState<{ key: string; queues: string[]; owners: string[] }>({ key: '', queues: [], owners: [] })
  const steady = board && known.key === key
    ? { ...board, queues: inKnownOrder(board.queues, (each) => ownerKey(each.queueId), known.queues), owners: inKnownOrder(board.owners, (each) => ownerKey(each.ownerId), known.owners) }
    : board
  const order = steady ? JSON.stringify({ key, queues: steady.queues.map((each) => ownerKey(each.queueId)), owners: steady.owners.map((each) => ownerKey(each.ownerId)) }) : null
  useEffect(() => {
    if (order !== null) setKnown(JSON.parse(order) as typeof known)
  }, [order])
  return steady
}

const none: readonly Ticket[] = []

/** The open tickets of one owner (`none`: without one), the most urgent first. */
export function useOwnerTickets(search: BoardSearch) {
  const owner = search.owner ?? 'none'
  const query = { assigneeId: owner, statusCategory: 'active', sort: 'dueAt' as const, limit: mostOfOwner, ...(search.queue && { queueId: search.queue }), ...(search.location && { locationId: search.location }) }
  const list = useQuery({ queryKey: queryKeys.board.owner(query), queryFn: ({ signal }) => api(listTickets, { query, signal }), placeholderData: (before, asked) => ((asked?.queryKey[2] as { assigneeId?: string } | undefined)?.assigneeId === owner ? before : undefined) })
  return { ...list, tickets: list.data?.items ?? none, more: list.data?.next !== null && list.data !== undefined }
}
