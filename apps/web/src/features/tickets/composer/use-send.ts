import { answerTicket, cancelInteraction, type AnswerBody, type Interaction, type TicketDetail } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { useMe } from '../../../api/me.ts'
import { ApiProblem } from '../../../api/problem.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { randomId } from '../../../api/random-id.ts'
import { problemText } from '../../../ui/problem-text.ts'
import { showNotice } from '../../../ui/undo.ts'
import { changeInLists } from '../list/open-lists.ts'
import { useStatuses } from '../../../api/desk.ts'
import { statusNamed } from '../actions/status-named.ts'
import { useMailboxes } from '../people.ts'
import { withEntry, withoutEntry, type TimelineData } from '../timeline/timeline-data.ts'
import type { Content } from './draft-content.ts'
import { localEntry } from './local-entry.ts'
import { actDone, keyForAct, rememberSent } from './sending.ts'

const undoSeconds = 8

/** Sends and shows it at once. Answers the entry, or throws after having taken everything back. */
export function useSend(ticket: TicketDetail, takeBack: (interactionId: string) => void) {
  const { t } = useTranslation('tickets')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const me = useMe().staff
  const mailboxes = useMailboxes()
  const statuses = useStatuses()
  const key = queryKeys.tickets.timeline(ticket.id)
  const put = (change: (data: TimelineData | undefined) => TimelineData | undefined) => queries.setQueryData<TimelineData>(key, change)

  const undo = async (entry: Interaction) => {
    try {
      const answer = await api(cancelInteraction, { params: { id: entry.id } })
      put((data) => withEntry(data, answer))
      takeBack(entry.id)
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.one(ticket.id) })
    } catch (error) {
      showNotice({ message: error instanceof ApiProblem && error.code === 'too-late' ? t('send.tooLate') : problemText(error, tCommon), tone: 'failed' })
    }
  }
  return async (body: AnswerBody, content: Content, text: string): Promise<Interaction> => {
    const note = body.kind === 'note'
    const mailbox = mailboxes.find(({ id }) => id === (body.mailboxId ?? ticket.mailboxId))
    const local = localEntry(`local-${randomId()}`, ticket, me, body, text, { name: mailbox?.name ?? me.name, address: mailbox?.address ?? '' })
    void queries.cancelQueries({ queryKey: key })
    put((data) => withEntry(data, local))
    const sending = note ? body : { ...body, undoSeconds }
    try {
      const idempotencyKey = keyForAct(JSON.stringify([ticket.id, sending]), randomId)
      const entry = await api(answerTicket, { params: { id: ticket.id }, body: sending, idempotencyKey })
      actDone()
      rememberSent(entry.id, content)
      put((data) => withEntry(withoutEntry(data, local.id), entry))
      if (!note) {
        const next = statusNamed(statuses, body.status ?? 'waiting')
        const shown = { ...(next ? { status: next.key, statusCategory: next.category } : {}), lastDirection: 'out', lastInteractionAt: entry.at, preview: text.slice(0, 160) } as const
        queries.setQueryData<TicketDetail>(queryKeys.tickets.one(ticket.id), (before) => before && { ...before, ...shown })
        changeInLists(ticket, shown)
        showNotice({ message: t('send.done', { number: ticket.number }), seconds: undoSeconds, undo: () => undo(entry) })
      }
      void queries.invalidateQueries({ queryKey: queryKeys.tickets.one(ticket.id) })
      return entry
    } catch (error) {
      put((data) => withoutEntry(data, local.id))
      throw error
    }
  }
}
