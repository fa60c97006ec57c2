// Everything that happened, the newest below. Keeps to the bottom while one is there, and to its place otherwise.
import { Button } from '@mantine/core'
import { IconArrowDown } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { byDay } from './days.ts'
import { DayLine } from './DayLine.tsx'
import { Entry } from './Entry.tsx'
import { TimelineSkeleton } from './TimelineSkeleton.tsx'
import { useShowEntry } from './use-show-entry.ts'
import { useTimeline } from './use-timeline.ts'
import classes from './timeline.module.css'

const near = 60

/** `entry`: what somebody came for; it is shown instead of the newest. */
export function Timeline({ ticketId, entry, undone }: { ticketId: string; entry?: string | undefined; undone: (interactionId: string) => void }) {
  const { t } = useTranslation('tickets')
  const { timeZone } = useMe().organization
  const { data, error, isPending, refetch, older, loadOlder } = useTimeline(ticketId)
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const stuck = useRef(true)
  const placed = useRef(false)
  const [below, setBelow] = useState(0)
  const first = data?.entries[0]?.id
  const newest = data?.entries.at(-1)?.id
  const before = useRef({ height: 0, first, newest })

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || !data) return
    const was = before.current
    if (!placed.current) {
      // A long last message begins at its beginning, not at its end.
      placed.current = true
      const entries = content.current?.querySelectorAll<HTMLElement>('[data-entry]')
      const top = (entries?.[entries.length - 1]?.offsetTop ?? 0) - 48
      box.scrollTop = Math.max(0, Math.min(box.scrollHeight - box.clientHeight, top))
      stuck.current = box.scrollHeight - box.clientHeight - box.scrollTop < near
    } else if (was.first !== first && was.newest === newest) {
      box.scrollTop += box.scrollHeight - was.height
    } else if (was.newest !== newest) {
      if (stuck.current) box.scrollTop = box.scrollHeight
      else setBelow((count) => count + 1)
    }
    before.current = { height: box.scrollHeight, first, newest }
  }, [data, first, newest])

  useShowEntry({ ticketId, entry, content, data, loadOlder, shown: () => { stuck.current = false } })

  const loaded = data !== undefined
  useEffect(() => {
    // Pictures and mail frames grow after they are shown.
    const box = scroller.current
    const inner = content.current
    if (!box || !inner) return
    const watch = new ResizeObserver(() => {
      if (stuck.current) box.scrollTop = box.scrollHeight
      before.current.height = box.scrollHeight
    })
    watch.observe(inner)
    watch.observe(box)
    return () => watch.disconnect()
  }, [loaded])

  const scrolled = () => {
    const box = scroller.current
    if (!box) return
    stuck.current = box.scrollHeight - box.clientHeight - box.scrollTop < near
    if (stuck.current) setBelow(0)
    if (box.scrollTop < 300 && older.error === null) void loadOlder()
  }
  const toBottom = () => {
    stuck.current = true
    setBelow(0)
    scroller.current!.scrollTop = scroller.current!.scrollHeight
  }

  return (
    <div className={classes.place}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrollable by keyboard (WCAG 2.1.1) */}
      <div ref={scroller} className={classes.scroller} onScroll={scrolled} tabIndex={0} role="region" aria-label={t('timeline.label')} data-timeline>
        <div ref={content} className={classes.content}>
          {isPending && <TimelineSkeleton />}
          {error && !data && (
            <div className={classes.problem}>
              <Problem error={error} retry={() => void refetch()} />
            </div>
          )}
          {data?.older && (
            <div className={classes.older}>
              {older.error !== null ? (
                <Problem error={older.error} retry={() => void loadOlder()} />
              ) : (
                <Button variant="subtle" size="compact-sm" loading={older.loading} onClick={() => void loadOlder()}>
                  {t('timeline.older')}
                </Button>
              )}
            </div>
          )}
          {data && byDay(data.entries, timeZone).map(({ day, entries }) => (
            <section key={day} aria-label={day}>
              <DayLine day={day} />
              {entries.map((entry) => (
                <Entry key={entry.id} entry={entry} undone={undone} />
              ))}
            </section>
          ))}
        </div>
      </div>
      {below > 0 && (
        <Button className={classes.below} size="compact-sm" radius="xl" leftSection={<IconArrowDown size={14} stroke={1.5} />} onClick={toBottom}>
          {t('timeline.below', { count: below })}
        </Button>
      )}
    </div>
  )
}
