// Things carried by the pointer onto a receiver: tickets onto a person, tasks into a column. A press becomes a drag after some pixels, so that a click stays a click;
// Escape puts everything back. Where a thing may fall is marked with data-receiver.
import { useEffect, useRef, useState, type PointerEvent as Press } from 'react'

const threshold = 6
export interface Held { ids: readonly string[]; x: number; y: number; /** The receiver below the pointer. */ over: string | null }

interface Given { drop: (ids: readonly string[], receiver: string) => void; hold: (on: boolean) => void }

export function useDrag({ drop, hold }: Given) {
  const [held, setHeld] = useState<Held | null>(null)
  const stop = useRef<() => void>(undefined)
  useEffect(() => () => stop.current?.(), [])

  const press = (event: Press, ids: readonly string[]) => {
    if (event.button !== 0 || ids.length === 0) return
    const { clientX: fromX, clientY: fromY, pointerType } = event
    const onGrip = (event.target as HTMLElement).closest('[data-grip]') !== null
    // A finger scrolls; only the handle carries.
    if (pointerType === 'touch' && !onGrip) return
    let now: Held | null = null
    const follow = (move: PointerEvent) => {
      const { clientX: x, clientY: y } = move
      if (now === null) {
        if (Math.hypot(x - fromX, y - fromY) < threshold) return
        hold(true)
      }
      move.preventDefault()
      const over = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-receiver]')?.dataset['receiver'] ?? null
      now = { ids, x, y, over }
      setHeld(now)
    }
    const end = (done: boolean) => {
      stop.current?.()
      const last = now
      setHeld(null)
      if (last === null) return
      // The click that ends a drag must not open the thing below it.
      window.addEventListener('click', (click) => { click.preventDefault(); click.stopPropagation() }, { capture: true, once: true })
      setTimeout(() => hold(false), 0)
      if (done && last.over !== null) drop(last.ids, last.over)
    }
    const up = () => end(true)
    const cancel = () => end(false)
    const key = (pressed: KeyboardEvent) => {
      if (pressed.key !== 'Escape') return
      pressed.stopPropagation()
      end(false)
    }
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', cancel)
    window.addEventListener('keydown', key, true)
    stop.current = () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', cancel)
      window.removeEventListener('keydown', key, true)
    }
  }
  return { held, press }
}
