import { listCustomers } from '@kontuar/contracts'
import { IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api/api.ts'
import { queryKeys } from '../../../api/query-keys.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useShortcuts } from '../../../ui/Shortcuts.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { SearchBox } from '../../../ui/SearchBox.tsx'
import { CustomerRow } from './CustomerRow.tsx'
import classes from './customers-page.module.css'

const rowHeight = 44
const ahead = 30

export function CustomersPage() {
  const { t } = useTranslation('customers')
  const { t: tTickets } = useTranslation('tickets')
  const navigate = useNavigate()
  const { q } = useSearch({ from: '/workspace/customers' })
  const filter = { ...(q ? { q } : {}), limit: 100 }
  const query = useInfiniteQuery({
    queryKey: queryKeys.customers.list({ ...filter, paged: true }),
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) => api(listCustomers, { query: { ...filter, ...(pageParam === null ? {} : { cursor: pageParam }) }, signal }),
    getNextPageParam: ({ next }) => next,
    placeholderData: (before) => before,
  })
  const customers = query.data?.pages.flatMap(({ items }) => items) ?? []
  const scroller = useRef<HTMLDivElement>(null)
  const [cursor, setCursor] = useState(-1)
  const virtual = useVirtualizer({ count: customers.length, getScrollElement: () => scroller.current, estimateSize: () => rowHeight, overscan: 10, getItemKey: (index) => customers[index]?.id ?? index })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query
  useEffect(() => {
    if (last >= customers.length - ahead && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage()
  }, [last, customers.length, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage])
  useEffect(() => {
    if (cursor >= 0) scroller.current?.querySelector<HTMLElement>(`[data-index="${cursor}"]`)?.focus({ preventScroll: true })
  }, [cursor, items.length])

  const move = (step: number) => {
    const next = Math.max(0, Math.min(customers.length - 1, cursor + step))
    virtual.scrollToIndex(next)
    setCursor(next)
  }
  useTitle(t('title'))
  useShortcuts(t('title'), [
    { keys: 'j', label: t('keys.next'), run: () => move(1) },
    { keys: 'k', label: t('keys.previous'), run: () => move(-1) },
    { keys: 'arrowdown', label: t('keys.next'), run: () => move(1), hidden: true },
    { keys: 'arrowup', label: t('keys.previous'), run: () => move(-1), hidden: true },
    { keys: '/', label: tTickets('keys.search'), run: () => document.querySelector<HTMLInputElement>('[data-list-search]')?.focus() },
  ])
  return (
    <section className={classes.page} aria-label={t('title')}>
      <header className={classes.head}>
        <h1 className={classes.title}>{t('title')}</h1>
        <SearchBox value={q ?? ''} search={(words) => void navigate({ to: '/customers', search: words ? { q: words } : {}, replace: true })} leave={() => move(0)} label={t('search')} />
      </header>
      <div ref={scroller} className={classes.scroller}>
        {query.isPending && <div className={classes.padded}><RowSkeletons rows={12} height={rowHeight} /></div>}
        {query.error && customers.length === 0 && <div className={classes.padded}><Problem error={query.error} retry={() => void query.refetch()} /></div>}
        {query.data && customers.length === 0 && <EmptyState icon={<IconUsers size={22} stroke={1.5} />} title={q ? t('nobodyFound') : t('nobody')} text={q ? t('nobodyFoundText') : t('nobodyText')} />}
        {customers.length > 0 && (
          <div role="list" aria-label={t('title')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {items.map(({ index, start, key }) => (
              <div key={key} role="listitem" aria-setsize={hasNextPage ? -1 : customers.length} aria-posinset={index + 1} className={classes.item} style={{ height: rowHeight, transform: `translateY(${start}px)` }}>
                <CustomerRow customer={customers[index]!} index={index} tabbable={index === Math.max(0, cursor) || (cursor >= 0 && index === items[0]?.index && !items.some((item) => item.index === cursor))} />
              </div>
            ))}
          </div>
        )}
        {isFetchNextPageError && <div className={classes.padded}><Problem error={query.error} retry={() => void fetchNextPage()} /></div>}
      </div>
    </section>
  )
}
