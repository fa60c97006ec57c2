// How the list that the address names is to be shown: a view that is always there, or a saved one.
import type { View } from '@kontuar/contracts'
import { useTranslation } from 'react-i18next'
import { useNamed } from '../../../ui/ready-made.ts'
import { useViews } from '../../views/index.ts'
import { defaultSort, defaultView, isBuiltIn, type Sort, type TicketSearch } from './ticket-search.ts'

export interface ListView {
  id: string
  name: string
  saved: View | null
  /** False while it is not known yet how the view is ordered: the list waits. */
  known: boolean
  sort: Sort
  group: string | null
  columns: readonly string[] | null
}

export function useListView(search: TicketSearch): ListView {
  const { t } = useTranslation('tickets')
  const named = useNamed()
  const { views, known } = useViews()
  const id = search.view ?? defaultView
  if (isBuiltIn(id)) return { id, name: t(`view.${id}`), saved: null, known: true, sort: search.sort ?? defaultSort, group: null, columns: null }
  const saved = views.find((each) => each.id === id) ?? null
  return { id, name: saved ? named('view', saved) : '…', saved, known: known || saved !== null, sort: search.sort ?? saved?.sort ?? defaultSort, group: saved?.group ?? null, columns: saved?.columns ?? null }
}
