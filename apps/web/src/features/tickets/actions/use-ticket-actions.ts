// What one does with a ticket. Shown at once, in the ticket and in every list; taken back when the server refuses or the
// person undoes it.
import { changeTicket, type Ticket, type TicketDetail } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { changeInLists } from '../list/open-lists.ts'
import type { Priority, Status } from '../list/ticket-search.ts'

interface Patch { subject?: string; status?: Status; priority?: Priority; assigneeId?: string | null }

const asShown = (patch: Patch, owner: { id: string; name: string } | null): Partial<Ticket> => ({
  ...(patch.subject === undefined ? {} : { subject: patch.subject }),
  ...(patch.status === undefined ? {} : { status: patch.status, statusCategory: patch.status, closedAt: patch.status === 'closed' ? new Date().toISOString() : null }),
  ...(patch.priority === undefined ? {} : { priority: patch.priority }),
  ...(patch.assigneeId === undefined ? {} : { assigneeId: patch.assigneeId, assignee: owner }),
})

export function useTicketActions() {
  const { t } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const { staff: me } = useMe()

  const change = async (ticket: Ticket, patch: Patch, owner: { id: string; name: string } | null, done: string | null, back?: Patch): Promise<boolean> => {
    const key = queryKeys.tickets.one(ticket.id)
    const shown = asShown(patch, owner)
    const before = queries.getQueryData<TicketDetail>(key)
    void queries.cancelQueries({ queryKey: key, exact: true })
    if (before) queries.setQueryData<TicketDetail>(key, { ...before, ...shown })
    const restore = changeInLists(ticket, shown)
    const sent = api(changeTicket, { params: { id: ticket.id }, body: patch }).then(
      (answer) => {
        queries.setQueryData(key, answer)
        return true
      },
      (error: unknown) => {
        if (before) queries.setQueryData(key, before)
        restore()
        showNotice({ message: t('action.failed', { number: ticket.number, why: problemText(error, tCommon) }), tone: 'failed', seconds: 12 })
        return false
      },
    )
    if (done !== null && back) {
      showNotice({
        message: done,
        undo: async () => {
          if (!(await sent)) return
          restore()
          await change({ ...ticket, ...shown }, back, ticket.assignee, null)
        },
      })
    }
    return sent
  }

  const setStatus = (ticket: Ticket, status: Status) => {
    if (status === ticket.statusCategory) return
    const done = status === 'closed' ? t('action.closed', { number: ticket.number }) : t('action.statusSet', { number: ticket.number, status: t(`status.${status}`) })
    void change(ticket, { status }, null, done, { status: ticket.statusCategory })
  }
  const setOwner = (ticket: Ticket, owner: { id: string; name: string } | null) => {
    if ((owner?.id ?? null) === ticket.assigneeId) return
    const done = owner === null ? t('action.unassigned', { number: ticket.number }) : owner.id === me.id ? t('action.assignedToMe', { number: ticket.number }) : t('action.assigned', { number: ticket.number, name: owner.name })
    void change(ticket, { assigneeId: owner?.id ?? null }, owner, done, { assigneeId: ticket.assigneeId })
  }
  return {
    setStatus,
    setOwner,
    setPriority: (ticket: Ticket, priority: Priority) => {
      if (priority !== ticket.priority) void change(ticket, { priority }, null, t('action.prioritySet', { number: ticket.number, priority: t(`priority.${priority}`) }), { priority: ticket.priority })
    },
    setSubject: (ticket: Ticket, subject: string) => change(ticket, { subject }, null, t('action.subjectSet', { number: ticket.number }), ticket.subject === '' ? undefined : { subject: ticket.subject }),
    assignToMe: (ticket: Ticket) => setOwner(ticket, { id: me.id, name: me.name }),
    closeOrReopen: (ticket: Ticket) => setStatus(ticket, ticket.statusCategory === 'closed' ? 'open' : 'closed'),
  }
}
