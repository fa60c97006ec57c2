// The header's menus and keys. A refusal stands below them until the next try.
import type { TicketDetail } from '@kontuar/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemText } from '../../../ui/problem-text.ts'
import { useTicketActions, type Outcome } from '../actions/use-ticket-actions.ts'
import type { Priority } from '../list/ticket-search.ts'
import type { Closing } from './use-closing.ts'

const quiet = { quiet: true }

export function useHeaderActions(ticket: TicketDetail, closing: Closing) {
  const { t } = useTranslation('ticket')
  const { t: tCommon } = useTranslation()
  const actions = useTicketActions()
  const [refusal, setRefusal] = useState<string | null>(null)
  const shown = (act: Promise<Outcome>) => {
    setRefusal(null)
    void act.then(({ error }) => {
      if (error !== null) setRefusal(problemText(error, tCommon))
    })
  }
  const setStatus = (status: string) => {
    setRefusal(null)
    const go = async (filled: object) => {
      const { error } = await actions.setStatus(ticket, status, filled, quiet)
      if (error !== null) throw error
    }
    closing.ask(status, go).catch((error: unknown) => setRefusal(problemText(error, tCommon)))
  }
  return {
    refusal,
    setStatus,
    setOwner: (owner: { id: string; name: string } | null) => shown(actions.setOwner(ticket, owner, quiet)),
    setPriority: (priority: Priority) => shown(actions.setPriority(ticket, priority, quiet)),
    setQueue: (queueId: string, name: string) => {
      if (queueId !== ticket.queueId) shown(actions.change(ticket, { queueId }, { ...quiet, done: t('done.queue', { number: ticket.number, name }) }))
    },
    setSubject: (subject: string) => actions.setSubject(ticket, subject),
    assignToMe: () => shown(actions.assignToMe(ticket)),
    closeOrReopen: () => setStatus(ticket.statusCategory === 'closed' ? 'open' : 'closed'),
  }
}
