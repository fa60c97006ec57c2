// Which rows are chosen to be changed together. Kept while the list is the same; a row that left the list is let go.
import type { Ticket } from '@kontuar/contracts'
import { useCallback, useMemo, useRef, useState } from 'react'
import { selectRange } from './select-range.ts'
import type { TicketList } from './ticket-list.ts'

/** As many as one request takes. */
export const mostSelected = 500

const nobody: ReadonlySet<string> = new Set()

export interface Selection {
  tickets: readonly Ticket[]
  has(id: string): boolean
  /** `range`: everything from the last chosen row to this one. */
  toggle(id: string, range: boolean): void
  all(): void
  clear(): void
}

export function useSelection(list: TicketList): Selection {
  const [state, setState] = useState<{ list: TicketList; ids: ReadonlySet<string> }>({ list, ids: new Set() })
  const anchor = useRef<string | null>(null)
  const ids = state.list === list ? state.ids : nobody
  const { rows } = list.get()
  const tickets = useMemo(() => (ids.size === 0 ? [] : rows.filter(({ id }) => ids.has(id))), [rows, ids])
  const set = useCallback((change: (ids: ReadonlySet<string>) => ReadonlySet<string>) => setState((before) => ({ list, ids: change(before.list === list ? before.ids : new Set()) })), [list])
  const toggle = useCallback((id: string, range: boolean) => {
    // Read now: React runs what follows later.
    const from = range ? anchor.current : null
    set((before) => {
      const all = list.get().rows.map((row) => row.id)
      const next = selectRange(all, before, id, from)
      return new Set([...next].slice(0, mostSelected))
    })
    anchor.current = id
  }, [list, set])
  return {
    tickets,
    has: (id) => ids.has(id),
    toggle,
    all: () => set(() => new Set(list.get().rows.slice(0, mostSelected).map(({ id }) => id))),
    clear: () => set(() => new Set()),
  }
}
