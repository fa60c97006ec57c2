// The keys of the list. With a ticket open J and K go from ticket to ticket; without one they move the cursor.
import type { Ticket } from '@kontuar/contracts'
import { useNavigate } from '@tanstack/react-router'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import type { Shortcut } from '../../../ui/shortcut-registry.ts'
import { useTicketActions } from '../actions/use-ticket-actions.ts'
import type { RowsHandle } from './TicketRows.tsx'
import type { TicketList } from './ticket-list.ts'
import type { TicketSearch } from './ticket-search.ts'
import type { Selection } from './use-selection.ts'

interface Given { list: TicketList; search: TicketSearch; openId: string | undefined; rows: RefObject<RowsHandle | null>; startNew: (() => void) | undefined; selection: Selection }

export function useListKeys({ list, search, openId, rows, startNew, selection }: Given) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const navigate = useNavigate()
  const mayChange = useCan('ticket.change')
  const { assignToMe, closeOrReopen } = useTicketActions()
  const { selected, ...filter } = search

  const put = (ticket: Ticket | undefined) => {
    if (!ticket) return
    void navigate({ to: '/tickets', search: { ...filter, selected: ticket.id }, replace: true, resetScroll: false })
    rows.current?.show(ticket.id, true)
  }
  const go = (ticket: Ticket | undefined) => {
    if (!ticket) return
    void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, search: filter, replace: true })
    rows.current?.show(ticket.id, false)
  }
  const move = (step: 1 | -1) => {
    if (openId === undefined) return put(list.neighbour(selected, step))
    const next = list.neighbour(openId, step)
    go(next)
    if (step === 1 && list.indexOf(next?.id ?? '') > list.get().rows.length - 10) void list.loadMore()
  }
  const chosen = (): Ticket | undefined => (selected === undefined ? undefined : list.get().rows[list.indexOf(selected)])
  const act = (run: (ticket: Ticket) => void) => {
    const ticket = chosen()
    if (!ticket) return
    run(ticket)
    if (list.indexOf(ticket.id) < 0) put(list.neighbour(ticket.id, 1) ?? list.neighbour(ticket.id, -1))
  }
  const open = () => {
    const ticket = chosen()
    if (ticket) void navigate({ to: '/tickets/$ticketId', params: { ticketId: ticket.id }, search: filter })
  }
  const keys: Shortcut[] = [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: '/', label: t('keys.search'), run: () => document.querySelector<HTMLInputElement>('[data-list-search]')?.focus() },
    ...(startNew ? [{ keys: 'c', label: t('new.action'), run: startNew }] : []),
  ]
  const choosing: Shortcut[] = mayChange
    ? [
        { keys: 'x', label: tViews('select.key'), run: () => { const id = openId ?? selected; if (id !== undefined && list.indexOf(id) >= 0) selection.toggle(id, false) } },
        { keys: 'shift+x', label: tViews('select.key'), hidden: true, run: () => { const id = openId ?? selected; if (id !== undefined && list.indexOf(id) >= 0) selection.toggle(id, true) } },
        { keys: 'mod+a', label: tViews('select.all'), run: selection.all },
        ...(selection.tickets.length > 0 ? [{ keys: 'escape', label: tViews('select.clear'), run: selection.clear }] : []),
      ]
    : []
  const alone: Shortcut[] = [
    { keys: 'arrowdown', label: t('keys.next'), run: () => move(1), hidden: true },
    { keys: 'arrowup', label: t('keys.previous'), run: () => move(-1), hidden: true },
    { keys: 'enter', label: t('keys.open'), run: () => (document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement ? document.activeElement.click() : open()) },
    ...(mayChange
      ? [
          { keys: 'a', label: t('keys.assignToMe'), run: () => act(assignToMe) },
          { keys: 'e', label: t('keys.close'), run: () => act(closeOrReopen) },
        ]
      : []),
  ]
  useShortcuts(t('keys.list'), openId === undefined ? [...keys, ...choosing, ...alone] : [...keys, ...choosing.slice(0, 2)])
}
