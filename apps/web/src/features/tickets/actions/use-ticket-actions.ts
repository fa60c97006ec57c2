// What one does with a ticket. Shown at once, in the ticket and in every list; taken back when the server refuses or the
// person undoes it.
import { changeTicket, type BodyOf, type Ticket, type TicketDetail } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { statusesQuery, useStatuses } from '../../../api/desk.ts'
import { useMe } from '../../../api/me.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { useNamed } from '../../../ui/ready-made.ts'
import { showNotice } from '../../../ui/undo.ts'
import { changeInLists } from '../list/open-lists.ts'
import type { Priority } from '../list/ticket-search.ts'
import { asShown } from './as-shown.ts'
import { statusNamed } from './status-named.ts'
import { undoOf } from './undo-of.ts'

export type Patch = BodyOf<typeof changeTicket>
type Person = { id: string; name: string }
interface Manner {
  owner?: Person | null
  /** Said with a way back; without it the change is silent. */
  done?: string
  /** The caller shows a refusal where it happened; else a notice does. */
  quiet?: boolean
}
/** `error` is null when it was done. */
export interface Outcome { error: unknown }

export function useTicketActions() {
  const { t } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const { staff: me } = useMe()
  const named = useNamed()
  useStatuses()
  const statuses = () => queries.getQueryData(statusesQuery.queryKey)?.items ?? []

  const change = async (ticket: Ticket, patch: Patch, { owner = null, done, quiet = false }: Manner = {}): Promise<Outcome> => {
    const key = queryKeys.tickets.one(ticket.id)
    const before = queries.getQueryData<TicketDetail>(key)
    const shown = asShown(patch, before ?? ticket, statuses(), owner)
    const back = undoOf(patch, before ?? ticket)
    void queries.cancelQueries({ queryKey: key, exact: true })
    if (before) queries.setQueryData<TicketDetail>(key, { ...before, ...shown })
    const restore = changeInLists(ticket, shown)
    const sent = api(changeTicket, { params: { id: ticket.id }, body: patch }).then(
      (answer): Outcome => {
        queries.setQueryData(key, answer)
        return { error: null }
      },
      (error: unknown): Outcome => {
        if (before) queries.setQueryData(key, before)
        restore()
        if (!quiet) showNotice({ message: t('action.failed', { number: ticket.number, why: problemText(error, tCommon) }), tone: 'failed', seconds: 12 })
        return { error }
      },
    )
    // At once, or a quick Z would take back the act before. When the caller shows the refusal, the notice goes.
    const takeAway = done === undefined ? null : offerUndo(done, sent)
    const outcome = await sent
    if (outcome.error !== null) takeAway?.()
    return outcome

    function offerUndo(message: string, done: Promise<Outcome>) {
      if (back === null) return showNotice({ message })
      return showNotice({
        message,
        undo: async () => {
          if ((await done).error !== null) return
          restore()
          await change({ ...ticket, ...shown }, back, { owner: ticket.assignee })
        },
      })
    }
  }

  const setStatus = async (ticket: Ticket, wish: string, filled: Patch = {}, manner: Pick<Manner, 'quiet'> = {}): Promise<Outcome> => {
    const status = statusNamed(statuses(), wish)
    if (status?.key === ticket.status && Object.keys(filled).length === 0) return { error: null }
    const done = (status?.category ?? wish) === 'closed' ? t('action.closed', { number: ticket.number }) : t('action.statusSet', { number: ticket.number, status: status ? named('status', status) : wish })
    return change(ticket, { ...filled, status: wish }, { ...manner, done })
  }
  const setOwner = async (ticket: Ticket, owner: Person | null, manner: Pick<Manner, 'quiet'> = {}): Promise<Outcome> => {
    if ((owner?.id ?? null) === ticket.assigneeId) return { error: null }
    const done = owner === null ? t('action.unassigned', { number: ticket.number }) : owner.id === me.id ? t('action.assignedToMe', { number: ticket.number }) : t('action.assigned', { number: ticket.number, name: owner.name })
    return change(ticket, { assigneeId: owner?.id ?? null }, { ...manner, owner, done })
  }
  return {
    change,
    setStatus,
    setOwner,
    setPriority: async (ticket: Ticket, priority: Priority, manner: Pick<Manner, 'quiet'> = {}): Promise<Outcome> =>
      priority === ticket.priority ? { error: null } : change(ticket, { priority }, { ...manner, done: t('action.prioritySet', { number: ticket.number, priority: t(`priority.${priority}`) }) }),
    setSubject: async (ticket: Ticket, subject: string) => (await change(ticket, { subject }, { done: t('action.subjectSet', { number: ticket.number }) })).error === null,
    assignToMe: (ticket: Ticket) => setOwner(ticket, { id: me.id, name: me.name }),
    closeOrReopen: (ticket: Ticket) => setStatus(ticket, ticket.statusCategory === 'closed' ? 'open' : 'closed'),
  }
}
