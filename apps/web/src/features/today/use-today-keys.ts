// The keys of Today. Beside a ticket J and K go from one to the next; the ticket has its own keys there.
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { useShortcuts } from '../../ui/Shortcuts.tsx'
import type { Shortcut } from '../../ui/shortcut-registry.ts'
import { answerWhenOpen } from './answer-when-open.ts'
import type { TodayList, TodayRow } from './today-list.ts'
import type { useTodayActs } from './use-today-acts.ts'

interface Given { list: TodayList; acts: ReturnType<typeof useTodayActs>; place: RefObject<HTMLDivElement | null>; openId: string | undefined; cursor: string | undefined; setCursor: (id: string) => void }

export function useTodayKeys({ list, acts, place, openId, cursor, setCursor }: Given) {
  const { t } = useTranslation('today')
  const { t: tTickets } = useTranslation('tickets')
  const navigate = useNavigate()
  const mayChange = useCan('ticket.change')
  const mayAnswer = useCan('ticket.answer')
  const element = (id: string) => place.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(id)}"]`)
  const ticketOf = (row: TodayRow | undefined) => row?.ticket?.id ?? row?.task?.ticketId ?? undefined
  const current = () => list.get().rows.find(({ id }) => id === cursor)

  const put = (row: TodayRow | undefined) => {
    if (!row) return
    setCursor(row.id)
    element(row.id)?.focus()
    element(row.id)?.scrollIntoView({ block: 'nearest' })
  }
  // Back from a ticket: its row has the focus again.
  const arrived = useRef(false)
  useEffect(() => {
    if (arrived.current || openId !== undefined || cursor === undefined || !element(cursor)) return
    arrived.current = true
    if (document.activeElement === null || document.activeElement === document.body || document.activeElement.id === 'content') element(cursor)?.focus()
  })
  const move = (step: 1 | -1, undone = false) => {
    if (openId === undefined) return put(list.neighbour(cursor, step, undone))
    let row = list.neighbour(cursor, step, undone)
    // A task without a ticket has nothing to show beside.
    while (row && ticketOf(row) === undefined) row = list.neighbour(row.id, step, undone)
    const ticketId = ticketOf(row)
    if (!row || ticketId === undefined) return
    element(row.id)?.scrollIntoView({ block: 'nearest' })
    void navigate({ to: '/tickets/$ticketId', params: { ticketId }, search: (before) => before, replace: true })
  }
  const open = () => {
    const ticketId = ticketOf(current())
    if (ticketId !== undefined) acts.open(ticketId)
  }
  const finish = (row: TodayRow) => {
    const next = list.neighbour(row.id, 1, true) ?? list.neighbour(row.id, -1, true)
    if (acts.finish(row) && !row.done && openId === undefined) put(next)
  }
  const walk: Shortcut[] = [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    ...(mayChange ? [{ keys: 't', label: t('pull'), run: acts.pull }] : []),
  ]
  const act = (run: (row: TodayRow) => void) => () => {
    const row = current()
    if (row) run(row)
  }
  const alone: Shortcut[] = [
    { keys: 'n', label: t('keys.nextUndone'), run: () => move(1, true) },
    { keys: 'arrowdown', label: t('keys.next'), run: () => move(1), hidden: true },
    { keys: 'arrowup', label: t('keys.previous'), run: () => move(-1), hidden: true },
    { keys: 'enter', label: tTickets('keys.open'), run: () => (document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement ? document.activeElement.click() : open()) },
    ...(mayAnswer ? [{ keys: 'r', label: tTickets('keys.answer'), run: act((row) => { if (ticketOf(row) !== undefined) { acts.open(ticketOf(row)!); answerWhenOpen() } }) }] : []),
    ...(mayChange ? [{ keys: 'e', label: t('keys.finish'), run: act(finish) }] : []),
  ]
  useShortcuts(t('title'), openId === undefined ? [...walk, ...alone] : walk)
  return { put, finish }
}
