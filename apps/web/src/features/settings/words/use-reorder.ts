// Puts a list in order at once on the screen and then on the server, one entry after the other: each entry has a place of
// its own. Quick presses of an arrow key wait for each other.
import type { RouteDefinition } from '@kontuar/contracts'
import { useQueryClient, type QueryKey } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, type ApiInput } from '../../../api/api.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'

interface Placed { position: number }

/** @returns a function that takes those that share one order, as it shall be. */
export function useReorder<T extends Placed, const R extends RouteDefinition>(route: R, queryKey: QueryKey, idOf: (item: T) => string) {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const waiting = useRef(Promise.resolve())
  const rounds = useRef(0)

  return (ordered: readonly T[]) => {
    const places = new Map(ordered.map((item, index) => [idOf(item), index + 1]))
    const changed = ordered.filter((item, index) => item.position !== index + 1).map(idOf)
    void queries.cancelQueries({ queryKey })
    queries.setQueryData<{ items: T[] }>(queryKey, (before) => before && { ...before, items: before.items.map((item) => ({ ...item, position: places.get(idOf(item)) ?? item.position })).sort((one, other) => one.position - other.position) })
    rounds.current += 1
    const save = async () => {
      try {
        for (const id of changed) await api(route, ...([{ params: { id }, body: { position: places.get(id) } }] as unknown as [ApiInput<R>]))
      } catch (error) {
        showNotice({ message: problemText(error, t), tone: 'failed' })
      } finally {
        rounds.current -= 1
        if (rounds.current === 0) await queries.invalidateQueries({ queryKey })
      }
    }
    waiting.current = waiting.current.then(save)
  }
}
