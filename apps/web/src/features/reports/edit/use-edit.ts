// A report while it is edited: what was begun and left is kept until it is saved or thrown away.
import { changeReport, createReport, type Report } from '@kontuar/contracts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { bodyOf, type Draft } from './draft.ts'

/** By report; the version it was begun from tells whether it still fits. */
const begun = new Map<string, { from: string; draft: Draft }>()

/** @param report null: a new one */
export function useEdit(report: Report | null, first: Draft, saved: (report: Report) => void) {
  const queries = useQueryClient()
  const [id, from] = [report?.id ?? 'new', report?.updatedAt ?? '']
  const kept = begun.get(id)
  const [draft, setDraft] = useState<Draft>(() => (kept?.from === from ? kept.draft : first))
  const saving = useMutation({
    mutationFn: (next: Draft) => {
      const { name, ...rest } = bodyOf(next)
      return report === null ? api(createReport, { body: { name, ...rest } }) : api(changeReport, { params: { id: report.id }, body: report.readyMade === null ? { name, ...rest } : rest })
    },
    onSuccess: (next) => {
      begun.delete(id)
      queries.setQueryData(queryKeys.reports.one(next.id), next)
      void queries.invalidateQueries({ queryKey: queryKeys.reports.all })
      saved(next)
    },
  })
  return {
    draft, saving, save: () => saving.mutate(draft), leave: () => { begun.delete(id) },
    change: (next: Draft) => {
      begun.set(id, { from, draft: next })
      setDraft(next)
    },
  }
}
