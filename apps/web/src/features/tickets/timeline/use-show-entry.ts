import { getInteraction } from '@kontuar/contracts'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { api } from '../../../api/api.ts'
import type { TimelineData } from './timeline-data.ts'

interface Given { ticketId: string; entry: string | undefined; content: RefObject<HTMLDivElement | null>; data: TimelineData | undefined; loadOlder: () => Promise<void>; shown: () => void }

/** A part of the page that is still being fetched hides what is around it. */
const patienceMs = 5000

/** What is hidden takes no focus: once it is seen. */
function lead(entry: HTMLElement, until: number): void {
  if (entry.offsetParent === null && entry.isConnected && performance.now() < until) return void requestAnimationFrame(() => lead(entry, until))
  entry.focus({ preventScroll: true })
  entry.scrollIntoView({ block: 'center' })
}

/** Leads to one entry, over as many older pages as it takes, and puts the keyboard there. An entry of another ticket is not looked for. */
export function useShowEntry({ ticketId, entry, content, data, loadOlder, shown }: Given): void {
  const done = useRef<string>(undefined)
  const ours = useRef<string>(undefined)
  const show = useEffectEvent((id: string) => {
    const found = content.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)
    if (found) {
      done.current = id
      shown()
      found.tabIndex = -1
      found.dataset['shown'] = ''
      return lead(found, performance.now() + patienceMs)
    }
    if (!data?.older) return void (done.current = id)
    if (ours.current === id) return void loadOlder()
    api(getInteraction, { params: { id } }).then(({ ticketId: of }) => {
      if (of !== ticketId) return void (done.current = id)
      ours.current = id
      return loadOlder()
    }, () => { done.current = id })
  })
  useEffect(() => {
    if (entry !== undefined && data !== undefined && done.current !== entry) show(entry)
  }, [entry, data])
}
