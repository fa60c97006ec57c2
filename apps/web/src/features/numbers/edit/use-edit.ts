// A dashboard while it is edited: its history, saving, and what was begun and left, kept until it is saved or thrown away.
import { changeDashboard, type Dashboard } from '@kontuar/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { act, begin, draftOf, redo, undo, type Draft, type History } from './draft.ts'

/** By dashboard, for coming back from another page; the version it was begun from tells whether it still fits. */
const begun = new Map<string, { from: string; history: History }>()

export function useEdit(dashboard: Dashboard, saved: () => void) {
  const queries = useQueryClient()
  const { id, updatedAt, readyMade } = dashboard
  const kept = begun.get(id)
  const [history, setHistory] = useState<History>(() => (kept?.from === updatedAt ? kept.history : begin(draftOf(dashboard))))
  const set = (next: History) => {
    begun.set(id, { from: updatedAt, history: next })
    setHistory(next)
  }
  const saving = useMutation({
    mutationFn: ({ name, definition, sharedWith }: Draft) => api(changeDashboard, { params: { id }, body: { definition, ...(!readyMade && { name, sharedWith: sharedWith ?? null }) } }),
    onSuccess: (next) => {
      begun.delete(id)
      queries.setQueryData(queryKeys.dashboards.one(id), next)
      void queries.invalidateQueries({ queryKey: queryKeys.dashboards.all, exact: true })
      saved()
    },
  })
  return {
    draft: history.now, changed: history.past.length > 0, canUndo: history.past.length > 0, canRedo: history.future.length > 0, saving,
    change: (next: Draft) => set(act(history, next)), undo: () => set(undo(history)), redo: () => set(redo(history)),
    save: () => saving.mutate(history.now),
    leave: () => { begun.delete(id) },
  }
}
