// List and ticket, side by side where there is room, one at a time where there is not. A ticket opened from Today keeps
// Today as its list.
import { Navigate, Outlet, useChildMatches, useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, lazy, useCallback, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../api/me.ts'
import { usePaletteActions } from '../../ui/Palette.tsx'
import { RowSkeletons } from '../../ui/Skeletons.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { TicketListPane } from './list/TicketListPane.tsx'
import type { RowsHandle } from './list/TicketRows.tsx'
import { isBuiltIn, ticketQuery, today } from './list/ticket-search.ts'
import { useListKeys } from './list/use-list-keys.ts'
import { useListView } from './list/use-list-view.ts'
import { useSelection } from './list/use-selection.ts'
import { useTicketList } from './list/use-ticket-list.ts'
import { ViewColumn } from './list/ViewColumn.tsx'
import classes from './tickets-screen.module.css'

const TodayPane = lazy(async () => ({ default: (await import('../today/index.ts')).TodayPane }))

export function TicketsScreen() {
  const { view, whose } = useSearch({ from: '/workspace/tickets' })
  const child = useChildMatches({ select: (matches) => matches.at(-1) })
  if (view !== today) return <ListScreen />
  const openId = (child?.params as { ticketId?: string } | undefined)?.ticketId
  if (openId === undefined) return <Navigate to="/today" search={whose === undefined ? {} : { whose }} replace />
  return (
    <div className={classes.screen} data-pane data-today>
      <Suspense fallback={<div className={classes.list}><div className={classes.waiting}><RowSkeletons rows={14} height={56} /></div></div>}>
        <TodayPane whose={whose ?? 'mine'} openId={openId} />
      </Suspense>
      <div className={classes.pane}>
        <Outlet />
      </div>
    </div>
  )
}

function ListScreen() {
  const { t } = useTranslation('tickets')
  const navigate = useNavigate()
  const search = useSearch({ from: '/workspace/tickets' })
  const child = useChildMatches({ select: (matches) => matches.at(-1) })
  const openId = (child?.params as { ticketId?: string } | undefined)?.ticketId
  const pane = child !== undefined && child.routeId !== '/workspace/tickets/'
  const mayAnswer = useCan('ticket.answer')
  const rows = useRef<RowsHandle>(null)
  const view = useListView(search)
  const handsOff = useCallback(() => rows.current !== null && rows.current.scrolledTop() && !rows.current.touched(), [])
  const list = useTicketList(view.known && (view.saved !== null || isBuiltIn(view.id)) ? ticketQuery(search, view.saved) : null, handsOff)
  const selection = useSelection(list)

  const startNew = () => void navigate({ to: '/tickets/new', search: (before) => ({ ...before, selected: undefined }) })
  useListKeys({ list, search, openId, rows, startNew: mayAnswer ? startNew : undefined, selection })
  usePaletteActions(t('title'), mayAnswer ? [{ id: 'ticket.new', label: t('new.action'), keys: 'c', run: startNew }] : [])

  return (
    <div className={classes.screen} data-pane={pane || undefined}>
      {!pane && <Title title={`${t('title')}: ${view.name}`} />}
      <div className={classes.views}>
        <ViewColumn current={view.id} />
      </div>
      <TicketListPane alone={!pane} list={list} view={view} search={search} openId={openId} handle={rows} startNew={startNew} selection={selection} />
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
