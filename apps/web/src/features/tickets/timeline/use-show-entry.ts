import { getInteraction } from '@kontuar/contracts'
import { useEffect, useEffectEvent, useRef, type RefObject } from 'react'
import { api } from '../../../api/api.ts'
import type { TimelineData } from './timeline-data.ts'

interface Given { ticketId: string; entry: string | undefined; content: RefObject<HTMLDivElement | null>; data: TimelineData | undefined; loadOlder: () => Promise<void>; shown: () => void }

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
      found.focus({ preventScroll: true })
      return found.scrollIntoView({ block: 'center' })
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
