// A list put in order by dragging the handle, or with the arrow keys on it. While it is dragged the rows make room;
// Escape puts everything back.
import { VisuallyHidden } from '@mantine/core'
import { IconGripVertical } from '@tabler/icons-react'
import { useEffect, useRef, useState, type PointerEvent as PointerPress, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { moved, placeAt } from './moved.ts'
import classes from './sortable.module.css'

interface Props<T> {
  items: readonly T[]
  idOf: (item: T) => string
  nameOf: (item: T) => string
  /** Told once, when it is let go. */
  move: (from: number, to: number) => void
  className?: string | undefined
  label?: string
  disabled?: boolean
  children: (item: T, handle: ReactNode) => ReactNode
}

export function Sortable<T>({ items, idOf, nameOf, move, className, label, disabled = false, children }: Props<T>) {
  const { t } = useTranslation()
  const [held, setHeld] = useState<{ id: string; to: number } | null>(null)
  const [said, setSaid] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const refocus = useRef<string>(undefined)
  const stop = useRef<() => void>(undefined)
  const from = held === null ? -1 : items.findIndex((item) => idOf(item) === held.id)
  const shown = held === null || from < 0 ? items : moved(items, from, held.to)

  // The browser takes the focus from a row that changes its place.
  useEffect(() => {
    if (refocus.current === undefined) return
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(refocus.current)}"]`)?.focus()
    refocus.current = undefined
  })
  useEffect(() => () => stop.current?.(), [])

  const place = (item: T, to: number) => {
    const start = items.indexOf(item)
    if (to < 0 || to >= items.length || to === start) return
    refocus.current = idOf(item)
    setSaid(t('sort.moved', { name: nameOf(item), place: to + 1, places: items.length }))
    move(start, to)
  }
  const grab = (event: PointerPress, item: T) => {
    if (event.button !== 0) return
    const id = idOf(item)
    let to = items.indexOf(item)
    const follow = ({ clientY }: PointerEvent) => {
      const others = [...(list.current?.children ?? [])].filter((each) => each instanceof HTMLElement && each.dataset['id'] !== id)
      to = placeAt(clientY, others.map((each) => { const { top, height } = each.getBoundingClientRect(); return top + height / 2 }))
      setHeld({ id, to })
    }
    const end = (done: boolean) => {
      stop.current?.()
      setHeld(null)
      if (done) place(item, to)
    }
    const drop = () => end(true)
    const leave = (key: KeyboardEvent) => { if (key.key === 'Escape') { key.stopPropagation(); end(false) } }
    const cancel = () => end(false)
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', leave, true)
    stop.current = () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', leave, true)
    }
    setHeld({ id, to })
  }
  return (
    <>
      <ol ref={list} className={className ?? classes.list} aria-label={label} data-dragging={held !== null || undefined}>
        {shown.map((item) => (
          <li key={idOf(item)} data-id={idOf(item)} className={classes.item} data-held={held?.id === idOf(item) || undefined}>
            {children(item, disabled || items.length < 2 ? <span className={classes.room} /> : (
              <button
                type="button"
                className={classes.handle}
                data-handle={idOf(item)}
                aria-label={t('sort.handle', { name: nameOf(item) })}
                title={t('sort.hint')}
                onPointerDown={(event) => grab(event, item)}
                onKeyDown={(event) => {
                  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
                  event.preventDefault()
                  place(item, items.indexOf(item) + (event.key === 'ArrowUp' ? -1 : 1))
                }}
              >
                <IconGripVertical size={16} stroke={1.5} aria-hidden />
              </button>
            ))}
          </li>
        ))}
      </ol>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </>
  )
}
