// One request for all chosen tickets. What was refused stays as it was, and is said with its reason.
import { bulkChange, undoBulk, type BodyOf, type BulkResult, type changeTicket, type Ticket } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useStatuses } from '../../../api/desk.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { asShown } from '../actions/as-shown.ts'
import { changeInLists } from './open-lists.ts'
import type { TicketList } from './ticket-list.ts'
import type { Selection } from './use-selection.ts'

export type Refused = BulkResult['refused']

export function useBulk(list: TicketList, selection: Selection) {
  const { t } = useTranslation('views')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const statuses = useStatuses()
  const [pending, setPending] = useState(false)
  const [refused, setRefused] = useState<Refused>([])
  const failed = (error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })

  const apply = async (patch: BodyOf<typeof changeTicket>, owner: { id: string; name: string } | null = null) => {
    const { tickets } = selection
    if (tickets.length === 0 || pending) return
    setPending(true)
    try {
      const result = await api(bulkChange, { body: { ticketIds: tickets.map(({ id }) => id), patch } })
      const left = new Set(result.refused.map(({ ticketId }) => ticketId))
      const backs = tickets.filter(({ id }) => !left.has(id)).map((ticket: Ticket) => changeInLists(ticket, asShown(patch, ticket, statuses, owner)))
      setRefused(result.refused)
      selection.clear()
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.counts })
      const changed = t('bulk.changed', { count: result.changed })
      showNotice({
        message: left.size === 0 ? changed : t('bulk.partly', { changed, refused: t('bulk.refused', { count: left.size }) }),
        seconds: 15,
        ...(result.changed > 0 && { undo: () => void takeBack(result.id, backs) }),
      })
    } catch (error) {
      failed(error)
    } finally {
      setPending(false)
    }
  }
  const takeBack = async (id: string, backs: readonly (() => void)[]) => {
    try {
      const { restored, kept } = await api(undoBulk, { params: { id } })
      for (const back of backs) back()
      if (kept > 0) void list.reload()
      setRefused([])
      const said = t('bulk.restored', { count: restored })
      showNotice({ message: kept === 0 ? said : t('bulk.partly', { changed: said, refused: t('bulk.kept', { count: kept }) }) })
    } catch (error) {
      failed(error)
    }
  }
  return { apply: (...given: Parameters<typeof apply>) => void apply(...given), pending, refused, forget: () => setRefused([]) }
}
