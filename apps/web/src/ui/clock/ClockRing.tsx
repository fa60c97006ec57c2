import type { Ticket } from '@kontuar/contracts'
import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNow } from '../use-now.ts'
import { clockTone, usedShare } from './time-left.ts'
import { useClockWords } from './use-clock-words.ts'
import classes from './clock.module.css'

const round = 2 * Math.PI * 5

interface Given {
  /** RFC 3339. Where the ring begins to fill; null: shown full. */
  from: string | null
  due: string
  kind?: Ticket['dueKind'] | undefined
  /** The ring alone; its words are for screen readers and the tooltip. */
  bare?: boolean
}

/** A deadline as a quiet ring that fills; amber in the last quarter, red after, always with its words. */
export function ClockRing({ from, due, kind, bare = false }: Given) {
  const { t } = useTranslation()
  const now = useNow()
  const words = useClockWords()
  const [start, end] = [from === null ? null : new Date(from), new Date(due)]
  const tone = clockTone(start, end, now)
  const left = words.left(end, now)
  const exact = kind ? `${t(`clock.kind.${kind}`)}: ${words.exact(end)}` : words.exact(end)
  return (
    <Tooltip label={bare ? `${left} · ${exact}` : exact}>
      <span className={classes.clock} data-tone={tone}>
        <svg viewBox="0 0 14 14" width="14" height="14" {...(bare ? { role: 'img', 'aria-label': left } : { 'aria-hidden': true })}>
          <circle className={classes.track} cx="7" cy="7" r="5" />
          {tone === 'late' ? <path className={classes.fill} d="M7 4v3.4M7 9.6v.2" /> : null}
          <circle className={classes.fill} cx="7" cy="7" r="5" strokeDasharray={`${round * usedShare(start, end, now)} ${round}`} transform="rotate(-90 7 7)" />
        </svg>
        {!bare && <time className={classes.words} dateTime={due}>{left}</time>}
      </span>
    </Tooltip>
  )
}
