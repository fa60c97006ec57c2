// The rows on the screen, and only they: at 100,000 tickets there are some thirty elements in the page.
import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { EmptyList } from './EmptyList.tsx'
import type { TicketList } from './ticket-list.ts'
import type { TicketSearch } from './ticket-search.ts'
import { TicketRow } from './TicketRow.tsx'
import classes from './ticket-rows.module.css'

const wideFrom = 700
const rowHeight = { wide: 36, narrow: 56 }
/** The next page is asked for this many rows before the end. */
const ahead = 40

export interface RowsHandle { show(id: string, focus: boolean): void; scrolledTop(): boolean; touched(): boolean; focus(): void }

export function TicketRows({ list, search, openId, handle }: { list: TicketList; search: TicketSearch; openId: string | undefined; handle: Ref<RowsHandle> }) {
  const { t } = useTranslation('tickets')
  const { rows, state, error, next, loadingMore, moreError, news } = list.get()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const wide = width >= wideFrom
  const height = wide ? rowHeight.wide : rowHeight.narrow
  // Back from a ticket the keyboard goes on at its row.
  const wantsFocus = useRef<string | undefined>(openId === undefined ? search.selected : undefined)
  const pointer = useRef(false)

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
    initialOffset: list.topRow * height,
  })
  const place = useEffectEvent(() => {
    if (width === 0) return
    virtual.measure()
    scroller.current?.scrollTo(0, list.topRow * height)
    const index = list.indexOf(openId ?? search.selected ?? '')
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  const measuredYet = width > 0
  useLayoutEffect(() => place(), [wide, measuredYet, list, openId])

  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - ahead && next !== null && moreError === null) void list.loadMore()
  }, [last, rows.length, next, moreError, list])

  useEffect(() => {
    const id = wantsFocus.current
    if (id === undefined) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)
    if (!row) return
    wantsFocus.current = undefined
    row.focus({ preventScroll: true })
  })

  const cursor = openId ?? search.selected
  const tabbable = cursor !== undefined && list.indexOf(cursor) >= 0 && items.some(({ index }) => rows[index]?.id === cursor) ? cursor : rows[items.find(({ index }) => index >= list.topRow)?.index ?? 0]?.id
  const show = (id: string, focus: boolean) => {
    const index = list.indexOf(id)
    if (index < 0) return
    if (focus) wantsFocus.current = id
    virtual.scrollToIndex(index, { align: 'auto' })
    if (focus) scroller.current?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  }
  useImperativeHandle(handle, () => ({
    show,
    scrolledTop: () => (scroller.current?.scrollTop ?? 0) < 4,
    touched: () => pointer.current || (scroller.current?.contains(document.activeElement) ?? false),
    focus: () => scroller.current?.querySelector<HTMLElement>('[data-ticket][tabindex="0"]')?.focus(),
  }))

  const toNews = async () => {
    await list.reload()
    list.topRow = 0
    scroller.current?.scrollTo({ top: 0 })
    const first = list.get().rows[0]
    if (first) show(first.id, true)
  }
  return (
    <div className={classes.place} ref={measured}>
      {news > 0 && (
        <Button className={classes.news} size="compact-sm" radius="xl" onClick={() => void toNews()}>
          {t('list.news', { count: news })}
        </Button>
      )}
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={(event) => {
          if (width > 0) list.topRow = event.currentTarget.scrollTop / height
        }}
        onPointerEnter={(event) => {
          pointer.current = event.pointerType === 'mouse'
        }}
        onPointerLeave={() => {
          pointer.current = false
        }}
      >
        {state === 'loading' && (
          <div className={classes.padded}>
            <RowSkeletons rows={14} height={height} />
          </div>
        )}
        {state === 'failed' && (
          <div className={classes.padded}>
            <Problem error={error} retry={() => void list.reload()} />
          </div>
        )}
        {state === 'ready' && rows.length === 0 && <EmptyList search={search} />}
        {rows.length > 0 && (
          <div role="list" aria-label={t('list.label')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {items.map(({ index, start, size, key }) => {
              const ticket = rows[index]
              return (
                ticket && (
                  <div key={key} role="listitem" aria-setsize={next === null ? rows.length : -1} aria-posinset={index + 1} className={classes.item} style={{ height: size, transform: `translateY(${start}px)` }}>
                    <TicketRow ticket={ticket} search={search} current={ticket.id === search.selected} open={ticket.id === openId} tabbable={ticket.id === tabbable} wide={wide} />
                  </div>
                )
              )
            })}
          </div>
        )}
        {loadingMore && (
          <div className={classes.padded}>
            <RowSkeletons rows={3} height={height} />
          </div>
        )}
        {moreError !== null && (
          <div className={classes.padded}>
            <Problem error={moreError} retry={() => void (next === null ? list.reload() : list.loadMore())} />
          </div>
        )}
      </div>
    </div>
  )
}
