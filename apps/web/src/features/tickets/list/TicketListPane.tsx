import { ActionIcon, Button, Tooltip, VisuallyHidden } from '@mantine/core'
import { IconEyeOff, IconPencilPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Suspense, lazy, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { KeyboardHint } from '../../../ui/KeyboardHint.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { FilterChips } from './FilterChips.tsx'
import { FilterMenu } from './FilterMenu.tsx'
import type { TicketList } from './ticket-list.ts'
import { TicketRows, type RowsHandle } from './TicketRows.tsx'
import { isBuiltIn, type Sort, type TicketSearch } from './ticket-search.ts'
import { useBulk } from './use-bulk.ts'
import type { ListView } from './use-list-view.ts'
import type { Selection } from './use-selection.ts'
import { ViewMenu } from './ViewMenu.tsx'
import filter from './filter-bar.module.css'
import classes from '../tickets-screen.module.css'

const RefusedList = lazy(async () => ({ default: (await import('./RefusedList.tsx')).RefusedList }))
const BulkBar = lazy(async () => ({ default: (await import('./BulkBar.tsx')).BulkBar }))

interface Given { /** No ticket stands beside it. */ alone: boolean; list: TicketList; view: ListView; search: TicketSearch; openId: string | undefined; handle: React.RefObject<RowsHandle | null>; startNew: () => void; selection: Selection }

export function TicketListPane({ list, view, search, openId, alone, handle, startNew, selection }: Given) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const navigate = useNavigate()
  const mayAnswer = useCan('ticket.answer')
  const mayChange = useCan('ticket.change')
  const bulk = useBulk(list, selection)
  const replace = (next: TicketSearch) => {
    const { selected: _, ...filters } = next
    void navigate({ to: '.', search: Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== '')) as TicketSearch, replace: true })
  }
  const change = (part: Partial<TicketSearch>) => replace({ ...search, ...part })
  const order = (sort: Sort) => change({ sort: sort === (view.saved?.sort ?? '-updatedAt') ? undefined : sort })
  return (
    <section className={classes.list} aria-label={t('list.label')}>
      {alone && <VisuallyHidden component="h1">{`${t('title')}: ${view.name}`}</VisuallyHidden>}
      {selection.tickets.length > 0 ? (
        <Suspense fallback={<div className={filter.bar} />}>
          <BulkBar selection={selection} apply={bulk.apply} pending={bulk.pending} />
        </Suspense>
      ) : (
        <div className={filter.bar}>
          <div className={classes.viewMenuPlace}>
            <ViewMenu view={view} />
          </div>
          <SearchBox value={search.q ?? ''} search={(words) => change({ q: words || undefined })} leave={() => handle.current?.focus()} label={t('search.label')} />
          <FilterMenu search={search} view={view} change={change} replace={replace} />
          {mayAnswer && (
            <Tooltip label={<span className={classes.tip}>{t('new.action')} <KeyboardHint keys="c" /></span>}>
              <ActionIcon className={filter.end} aria-label={t('new.action')} onClick={startNew}>
                <IconPencilPlus size={18} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          )}
        </div>
      )}
      <FilterChips search={search} drop={(name) => change({ [name]: undefined })} />
      {bulk.refused.length > 0 && <Suspense><RefusedList refused={bulk.refused} close={bulk.forget} /></Suspense>}
      {view.known && view.saved === null && !isBuiltIn(view.id) ? (
        <EmptyState icon={<IconEyeOff size={22} stroke={1.5} />} title={tViews('gone')} action={<Button variant="default" onClick={() => void navigate({ to: '/tickets' })}>{t('empty.showAll')}</Button>} />
      ) : view.known ? (
        <TicketRows key={openId === undefined ? 'alone' : 'beside'} list={list} search={search} openId={openId} handle={handle as Ref<RowsHandle>} columns={view.columns} group={view.group} broken={(view.saved?.problems.length ?? 0) > 0} sort={view.sort} order={order} selection={mayChange ? selection : undefined} />
      ) : (
        <div className={classes.waiting}><RowSkeletons rows={14} height={36} /></div>
      )}
    </section>
  )
}
