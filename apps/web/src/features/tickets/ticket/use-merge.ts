import { mergeTicket, undoMerge, type Ticket, type TicketDetail } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'

/** Merges and goes to where the entries are now; the notice leads back. Throws what the server refused. */
export function useMerge(ticket: Pick<TicketDetail, 'id' | 'number'>) {
  const { t } = useTranslation('ticket')
  const queries = useQueryClient()
  const navigate = useNavigate()
  const takeBack = useTakeBack(ticket)
  return async (into: Pick<Ticket, 'id' | 'number'>) => {
    await api(mergeTicket, { params: { id: ticket.id }, body: { intoId: into.id } })
    void queries.invalidateQueries({ queryKey: queryKeys.tickets.all })
    void navigate({ to: '/tickets/$ticketId', params: { ticketId: into.id }, search: (before) => before as never })
    showNotice({ message: t('merge.done', { number: ticket.number, into: into.number }), seconds: 15, undo: takeBack })
  }
}

/** Takes a merge back and shows the ticket that stands alone again. */
export function useTakeBack(ticket: Pick<TicketDetail, 'id' | 'number'>) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return async () => {
    try {
      await api(undoMerge, { params: { id: ticket.id } })
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.all })
      showNotice({ message: t('merge.takenBack', { number: ticket.number }) })
      void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, search: (before) => before as never })
    } catch (error) {
      showNotice({ message: problemText(error, tCommon), tone: 'failed', seconds: 12 })
    }
  }
}
