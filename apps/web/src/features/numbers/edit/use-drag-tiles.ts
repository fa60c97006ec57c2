import type { Tile } from '@kontuar/contracts'
import { useEffect, useRef, useState, type PointerEvent as Press, type RefObject } from 'react'
import { moved } from '../../../ui/sortable/moved.ts'

/** Tiles follow the pointer to the place of the tile it is over; Escape leaves them where they were. */
export function useDragTiles(place: RefObject<HTMLElement | null>, tiles: readonly Tile[], drop: (id: string, to: number) => void) {
  const [held, setHeld] = useState<{ id: string; to: number } | null>(null)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])
  const from = held === null ? -1 : tiles.findIndex(({ id }) => id === held.id)
  const grab = (event: Press, id: string) => {
    if (event.button !== 0) return
    let to = tiles.findIndex((tile) => tile.id === id)
    const follow = ({ clientX, clientY }: PointerEvent) => {
      const over = document.elementsFromPoint(clientX, clientY).map((each) => each.closest<HTMLElement>('[data-tile]')).find((each) => each !== null && place.current?.contains(each))
      if (!over || over.dataset['tile'] === id) return
      const index = [...(place.current?.children ?? [])].indexOf(over)
      if (index < 0 || index === to) return
      to = index
      setHeld({ id, to })
    }
    const end = (done: boolean) => {
      stop.current?.()
      setHeld(null)
      if (done) drop(id, to)
    }
    const up = () => end(true)
    const cancel = () => end(false)
    const leave = (key: KeyboardEvent) => { if (key.key === 'Escape') { key.stopPropagation(); end(false) } }
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', leave, true)
    stop.current = () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', leave, true)
    }
    setHeld({ id, to })
  }
  return { held: held?.id ?? null, grab, shown: held === null || from < 0 ? tiles : moved(tiles, from, held.to) }
}
