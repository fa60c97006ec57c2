// The rows on the screen, and only they: behind a number there may be a hundred thousand.
import { Button } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { MetricInfo } from '@kontuar/contracts'
import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { useThrottledNews } from '../../../live/use-throttled-news.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import type { RowsSearch } from '../search/numbers-search.ts'
import { openRows } from './open-rows.ts'
import { Row } from './Row.tsx'
import classes from './rows.module.css'

const height = 76
/** The next page is asked for this many rows before the end. */
const ahead = 30
const counts = (name: string) => name === 'insight.factsNoted'

export function RowList({ rows: search, metric }: { rows: RowsSearch; metric: MetricInfo | undefined }) {
  const { t } = useTranslation('numbers')
  const me = useMe().staff.id
  const key = JSON.stringify(search)
  const list = useMemo(() => openRows(me, JSON.parse(key) as RowsSearch), [me, key])
  const { rows, state, error, next, loadingMore, moreError, news } = useSyncExternalStore(list.subscribe, list.get)
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, getItemKey: (index) => rows[index]?.id ?? index, overscan: 8, initialOffset: list.topRow * height })
  const handsOff = useCallback(() => list.topRow < 0.1 && !scroller.current?.contains(document.activeElement), [list])
  useEffect(() => {
    if (list.get().state === 'ready') void list.hear([], () => list.topRow < 0.1)
    else void list.reload()
  }, [list])
  useThrottledNews(counts, useCallback(() => void list.hear([], handsOff), [list, handsOff]), 2000)

  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - ahead && next !== null && moreError === null) void list.loadMore()
  }, [last, rows.length, next, moreError, list])
  const toNews = () => void list.reload().then(() => { list.topRow = 0; scroller.current?.scrollTo({ top: 0 }) })
  return (
    <div className={classes.place}>
      {news > 0 && <Button className={classes.news} size="compact-sm" radius="xl" onClick={toNews}>{t('rows.news', { count: news })}</Button>}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrollable by keyboard (WCAG 2.1.1) */}
      <div ref={scroller} className={classes.scroller} tabIndex={0} role="region" aria-label={t('rows.label')} onScroll={(event) => { list.topRow = event.currentTarget.scrollTop / height }}>
        {state === 'loading' && <RowSkeletons rows={8} height={height} />}
        {state === 'failed' && <Problem error={error} retry={() => void list.reload()} />}
        {state === 'ready' && rows.length === 0 && <p className={classes.none}>{t('rows.none')}</p>}
        {rows.length > 0 && (
          <div role="list" aria-label={t('rows.label')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {items.map(({ index, start, size, key: id }) => {
              const row = rows[index]
              return row && <div key={id} role="listitem" aria-setsize={next === null ? rows.length : -1} aria-posinset={index + 1} className={classes.item} style={{ height: size, transform: `translateY(${start}px)` }}><Row row={row} metric={metric} /></div>
            })}
          </div>
        )}
        {loadingMore && <RowSkeletons rows={2} height={height} />}
        {moreError !== null && <Problem error={moreError} retry={() => void (next === null ? list.reload() : list.loadMore())} />}
      </div>
    </div>
  )
}
