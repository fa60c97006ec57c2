import { changeTask, pullTicket, type Ticket } from '@kontuar/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCustomFields, useReasons, useStatuses } from '../../api/desk.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { problemText } from '../../ui/problem-text.ts'
import { showNotice } from '../../ui/undo.ts'
import { isComplete, requiredToEnter, useTicketActions } from '../tickets/actions/index.ts'
import { asksWords } from '../tasks/index.ts'
import type { Scope } from '../tickets/search/index.ts'
import type { TodayList, TodayRow } from './today-list.ts'

export function useTodayActs(list: TodayList, whose: Scope) {
  const { t } = useTranslation('today')
  const { t: tCommon } = useTranslation()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { closeOrReopen } = useTicketActions()
  const [statuses, fields, reasons] = [useStatuses(), useCustomFields('ticket'), useReasons()]
  const [pulling, setPulling] = useState(false)
  const failed = (error: unknown) => showNotice({ message: problemText(error, tCommon), tone: 'failed' })
  const open = (ticketId: string) => void navigate({ to: '/tickets/$ticketId', params: { ticketId }, search: { view: 'today', ...(whose === 'mine' ? {} : { whose }) } })

  const setTask = async (row: TodayRow, done: boolean): Promise<void> => {
    const back = list.mark(row.id, done)
    try {
      await api(changeTask, { params: { id: row.id }, body: { done } })
      void queries.invalidateQueries({ queryKey: queryKeys.today.counts })
    } catch (error) {
      back()
      failed(error)
    }
  }
  const finish = (row: TodayRow) => {
    if (row.task) {
      const done = !row.done
      if (done && asksWords(row.task)) {
        void navigate({ to: '/tasks', search: { show: 'everybody', task: row.task.id, close: true } })
        showNotice({ message: t('taskAsks', { title: row.task.title }) })
        return true
      }
      void setTask(row, done)
      if (done) showNotice({ message: t('taskDone', { title: row.task.title }), undo: () => void setTask({ ...row, done: true }, false) })
      return true
    }
    return row.ticket ? close(row.ticket) : false
  }
  /** False when the ticket has to be opened first: closing asks for something. */
  const close = (ticket: Ticket): boolean => {
    const closed = statuses.find(({ category, isDefault }) => category === 'closed' && isDefault)
    if (ticket.statusCategory !== 'closed' && closed && !isComplete(requiredToEnter(closed, ticket, fields, reasons))) {
      open(ticket.id)
      showNotice({ message: t('closeAsks', { number: ticket.number }) })
      return false
    }
    void closeOrReopen(ticket)
    return true
  }
  const pull = async (): Promise<void> => {
    if (pulling) return
    setPulling(true)
    try {
      const ticket = await api(pullTicket, { body: {} })
      if (ticket === null) showNotice({ message: t('pull.nothing') })
      else {
        queries.removeQueries({ queryKey: queryKeys.tickets.one(ticket.id) })
        // The person asked for it, so it may stand in the list at once.
        void list.reload()
        showNotice({ message: t('pull.done', { number: ticket.number }) })
        open(ticket.id)
      }
    } catch (error) {
      failed(error)
    } finally {
      setPulling(false)
    }
  }
  return { finish, open, pull: () => void pull(), pulling }
}
