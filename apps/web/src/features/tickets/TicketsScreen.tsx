// List and ticket, side by side where there is room, one at a time where there is not.
import { Outlet, useChildMatches, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { usePaletteActions } from '../../ui/Palette.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { TicketListPane } from './list/TicketListPane.tsx'
import type { RowsHandle } from './list/TicketRows.tsx'
import { defaultView, ticketQuery } from './list/ticket-search.ts'
import { useListKeys } from './list/use-list-keys.ts'
import { useTicketList } from './list/use-ticket-list.ts'
import { ViewColumn } from './list/ViewColumn.tsx'
import classes from './tickets-screen.module.css'

export function TicketsScreen() {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const search = useSearch({ from: '/workspace/tickets' })
  const child = useChildMatches({ select: (matches) => matches.at(-1) })
  const openId = (child?.params as { ticketId?: string } | undefined)?.ticketId
  const pane = child !== undefined && child.routeId !== '/workspace/tickets/'
  const mayAnswer = useCan('ticket.answer')
  const rows = useRef<RowsHandle>(null)
  const query = ticketQuery(search)
  const handsOff = useCallback(() => rows.current !== null && rows.current.scrolledTop() && !rows.current.touched(), [])
  const list = useTicketList(query, handsOff)

  const startNew = () => void navigate({ to: '/tickets/new', search: (before) => ({ ...before, selected: undefined }) })
  useListKeys({ list, search, openId, rows, startNew: mayAnswer ? startNew : undefined })
  usePaletteActions(t('title'), mayAnswer ? [{ id: 'ticket.new', label: t('new.action'), keys: 'c', run: startNew }] : [])

  return (
    <div className={classes.screen} data-pane={pane || undefined}>
      {!pane && <Title title={`${t('title')}: ${t(`view.${search.view ?? defaultView}`)}`} />}
      <div className={classes.views}>
        <ViewColumn search={search} />
      </div>
      <TicketListPane alone={!pane} list={list} search={search} openId={openId} handle={rows} startNew={startNew} />
      {pane && (
        <div className={classes.pane}>
          <Outlet />
        </div>
      )}
    </div>
  )
}

/** Only while the list is alone: an open ticket names the page itself. */
function Title({ title }: { title: string }) {
  useTitle(title)
  return null
}
