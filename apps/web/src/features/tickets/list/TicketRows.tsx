// The rows on the screen, and only they: at 100,000 tickets there are some thirty elements in the page.
import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useMemo, useRef, type CSSProperties, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../ui/Skeletons.tsx'
import { fitting, template, useColumns } from './columns.ts'
import { EmptyList } from './EmptyList.tsx'
import { headingOf, withHeadings } from './headings.ts'
import { ListHead } from './ListHead.tsx'
import type { TicketList } from './ticket-list.ts'
import type { Sort, TicketSearch } from './ticket-search.ts'
import { TicketRow } from './TicketRow.tsx'
import { useNames } from './use-names.ts'
import type { Selection } from './use-selection.ts'
import classes from './ticket-rows.module.css'

const wideFrom = 700
const rowHeight = { wide: 36, narrow: 56 }
/** The next page is asked for this many rows before the end. */
const ahead = 40
/** The box for selecting, and the room at the edges, px. */
const besideColumns = 66

export interface RowsHandle { show(id: string, focus: boolean): void; scrolledTop(): boolean; touched(): boolean; focus(): void }
interface Given {
  list: TicketList
  search: TicketSearch
  openId: string | undefined
  handle: Ref<RowsHandle>
  /** How the view shows its rows. */
  columns: readonly string[] | null
  group: string | null
  /** The saved view asks for something that is gone. */
  broken: boolean
  sort: Sort
  order: (sort: Sort) => void
  /** Undefined: the person may change nothing. */
  selection: Selection | undefined
}

export function TicketRows({ list, search, openId, handle, columns: wanted, group, broken, sort, order, selection }: Given) {
  const { t } = useTranslation('tickets')
  const { t: tViews } = useTranslation('views')
  const { rows, state, error, next, loadingMore, moreError, news } = list.get()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const names = useNames()
  const all = useColumns(wanted)
  const wide = width >= wideFrom
  const columns = useMemo(() => (wide ? fitting(all, width - besideColumns) : null), [wide, all, width])
  const height = wide ? rowHeight.wide : rowHeight.narrow
  // Back from a ticket the keyboard goes on at its row.
  const wantsFocus = useRef<string | undefined>(openId === undefined ? search.selected : undefined)
  const pointer = useRef(false)
  const entries = useMemo(() => withHeadings(rows, headingOf(group, names, { priority: ({ priority }) => t(`priority.${priority}`), none: tViews('group.none') })), [rows, group, names, t, tViews])
  const entryOf = (id: string) => entries.findIndex((entry) => entry.kind === 'row' && entry.ticket.id === id)

  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    getItemKey: (index) => {
      const entry = entries[index]
      return entry === undefined ? index : entry.kind === 'row' ? entry.ticket.id : entry.key
    },
    overscan: 12,
    initialOffset: list.topRow * height,
  })
  const place = useEffectEvent(() => {
    if (width === 0) return
    virtual.measure()
    scroller.current?.scrollTo(0, list.topRow * height)
    const index = entryOf(openId ?? search.selected ?? '')
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  const measuredYet = width > 0
  useLayoutEffect(() => place(), [wide, measuredYet, list, openId])

  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= entries.length - ahead && next !== null && moreError === null) void list.loadMore()
  }, [last, entries.length, next, moreError, list])

  useEffect(() => {
    const id = wantsFocus.current
    if (id === undefined) return
    const row = scroller.current?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)
    if (!row) return
    wantsFocus.current = undefined
    row.focus({ preventScroll: true })
  })

  const cursor = openId ?? search.selected
  const ticketAt = (index: number) => {
    const entry = entries[index]
    return entry?.kind === 'row' ? entry.ticket : undefined
  }
  const firstShown = items.find(({ index }) => index >= list.topRow && ticketAt(index) !== undefined)?.index ?? entries.findIndex((entry) => entry.kind === 'row')
  const tabbable = cursor !== undefined && items.some(({ index }) => ticketAt(index)?.id === cursor) ? cursor : ticketAt(firstShown)?.id
  const show = (id: string, focus: boolean) => {
    const index = entryOf(id)
    if (index < 0) return
    if (focus) wantsFocus.current = id
    virtual.scrollToIndex(index, { align: 'auto' })
    if (focus) scroller.current?.querySelector<HTMLElement>(`[data-ticket="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  }
  useImperativeHandle(handle, () => ({
    show,
    scrolledTop: () => (scroller.current?.scrollTop ?? 0) < 4,
    // A row that is chosen must not move either.
    touched: () => pointer.current || (selection?.tickets.length ?? 0) > 0 || (scroller.current?.contains(document.activeElement) ?? false),
    focus: () => scroller.current?.querySelector<HTMLElement>('[data-ticket][tabindex="0"]')?.focus(),
  }))

  const toNews = async () => {
    await list.reload()
    list.topRow = 0
    scroller.current?.scrollTo({ top: 0 })
    const first = list.get().rows[0]
    if (first) show(first.id, true)
  }
  // Beside a ticket there is no room for boxes until one is chosen (X).
  const boxes = selection && (openId === undefined || selection.tickets.length > 0)
  return (
    <div className={classes.place} ref={measured} data-boxes={boxes ? true : undefined} style={columns ? ({ '--list-columns': template(columns, width - besideColumns) } as CSSProperties) : undefined}>
      {news > 0 && (
        <Button className={classes.news} size="compact-sm" radius="xl" onClick={() => void toNews()}>
          {t('list.news', { count: news })}
        </Button>
      )}
      {columns && (rows.length > 0 || state === 'loading') && <ListHead columns={columns} sort={sort} order={order} />}
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
        {state === 'ready' && rows.length === 0 && <EmptyList search={search} broken={broken} />}
        {rows.length > 0 && (
          <div role="list" aria-label={t('list.label')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {items.map(({ index, start, size, key }) => {
              const entry = entries[index]
              if (!entry) return null
              const at = { height: size, transform: `translateY(${start}px)` }
              if (entry.kind === 'heading') return <div key={key} role="listitem" className={classes.heading} style={at}>{entry.label}</div>
              const { ticket } = entry
              return (
                <div key={key} role="listitem" aria-setsize={next === null ? rows.length : -1} aria-posinset={entry.index + 1} className={classes.item} style={at}>
                  <TicketRow ticket={ticket} search={search} current={ticket.id === search.selected} open={ticket.id === openId} tabbable={ticket.id === tabbable} columns={columns} names={names} selected={boxes ? selection.has(ticket.id) : undefined} select={selection?.toggle ?? nothing} />
                </div>
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

const nothing = () => {}
