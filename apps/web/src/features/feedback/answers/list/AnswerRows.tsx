// The rows on the screen, and only they: at a million answers there are some thirty elements in the page.
import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../../../../ui/Problem.tsx'
import { RowSkeletons } from '../../../../ui/Skeletons.tsx'
import type { AnswerSearch } from '../answer-search.ts'
import { AnswerRow } from './AnswerRow.tsx'
import type { AnswerList } from './open-answers.ts'
import classes from './answer-rows.module.css'

/** As in answer-row.module.css. */
const wideFrom = 861
const rowHeight = { wide: 60, narrow: 92 }
/** The next page is asked for this many rows before the end. */
const ahead = 40

export interface RowsHandle { show(id: string): void; scrolledTop(): boolean; touched(): boolean; focus(): void }
interface Given { list: AnswerList; search: AnswerSearch; /** What the links to an answer take along. */ along: AnswerSearch; withSurvey: boolean; handle: Ref<RowsHandle>; empty: ReactNode }

export function AnswerRows({ list, search, along, withSurvey, handle, empty }: Given) {
  const { t } = useTranslation('answers')
  const { rows, state, error, next, loadingMore, moreError, news } = list.get()
  const scroller = useRef<HTMLDivElement>(null)
  const { ref: measured, width } = useElementSize()
  const height = width >= wideFrom ? rowHeight.wide : rowHeight.narrow
  // Back from an answer the keyboard goes on at its row.
  const wantsFocus = useRef<string | undefined>(search.selected)
  const pointer = useRef(false)

  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => scroller.current, estimateSize: () => height, getItemKey: (index) => rows[index]?.id ?? index, overscan: 10, initialOffset: list.topRow * height })
  const place = useEffectEvent(() => {
    if (width === 0) return
    virtual.measure()
    scroller.current?.scrollTo(0, list.topRow * height)
    const index = list.indexOf(search.selected ?? '')
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  const measuredYet = width > 0
  useLayoutEffect(() => place(), [height, measuredYet, list])

  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1
  useEffect(() => {
    if (last >= rows.length - ahead && next !== null && moreError === null) void list.loadMore()
  }, [last, rows.length, next, moreError, list])

  const rowOf = (id: string) => scroller.current?.querySelector<HTMLElement>(`[data-answer="${CSS.escape(id)}"]`)
  useEffect(() => {
    const row = wantsFocus.current === undefined ? null : rowOf(wantsFocus.current)
    if (!row) return
    wantsFocus.current = undefined
    row.focus({ preventScroll: true })
  })
  const show = (id: string) => {
    const index = list.indexOf(id)
    if (index < 0) return
    wantsFocus.current = id
    virtual.scrollToIndex(index, { align: 'auto' })
    rowOf(id)?.focus({ preventScroll: true })
  }
  useImperativeHandle(handle, () => ({
    show,
    scrolledTop: () => (scroller.current?.scrollTop ?? 0) < 4,
    touched: () => pointer.current || (scroller.current?.contains(document.activeElement) ?? false),
    focus: () => scroller.current?.querySelector<HTMLElement>('[data-answer][tabindex="0"]')?.focus(),
  }))
  const toNews = async () => {
    await list.reload()
    list.topRow = 0
    scroller.current?.scrollTo({ top: 0 })
    const first = list.get().rows[0]
    if (first) show(first.id)
  }
  const inSight = search.selected !== undefined && items.some(({ index }) => rows[index]?.id === search.selected)
  const tabbable = inSight ? search.selected : rows[items.find(({ index }) => index >= list.topRow)?.index ?? 0]?.id
  return (
    <div className={classes.place} ref={measured}>
      {news > 0 && <Button className={classes.news} size="compact-sm" radius="xl" onClick={() => void toNews()}>{t('list.news', { count: news })}</Button>}
      <div
        ref={scroller}
        className={classes.scroller}
        onScroll={(event) => { if (width > 0) list.topRow = event.currentTarget.scrollTop / height }}
        onPointerEnter={(event) => { pointer.current = event.pointerType === 'mouse' }}
        onPointerLeave={() => { pointer.current = false }}
      >
        {state === 'loading' && <div className={classes.padded}><RowSkeletons rows={12} height={height} /></div>}
        {state === 'failed' && <div className={classes.padded}><Problem error={error} retry={() => void list.reload()} /></div>}
        {state === 'ready' && rows.length === 0 && empty}
        {rows.length > 0 && (
          <div role="list" aria-label={t('list.label')} style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {items.map(({ index, start, size, key }) => {
              const answer = rows[index]
              return answer && (
                <div key={key} role="listitem" aria-setsize={next === null ? rows.length : -1} aria-posinset={index + 1} className={classes.item} style={{ height: size, transform: `translateY(${start}px)` }}>
                  <AnswerRow answer={answer} search={along} current={answer.id === search.selected} tabbable={answer.id === tabbable} withSurvey={withSurvey} />
                </div>
              )
            })}
          </div>
        )}
        {loadingMore && <div className={classes.padded}><RowSkeletons rows={3} height={height} /></div>}
        {moreError !== null && <div className={classes.padded}><Problem error={moreError} retry={() => void (next === null ? list.reload() : list.loadMore())} /></div>}
      </div>
    </div>
  )
}
