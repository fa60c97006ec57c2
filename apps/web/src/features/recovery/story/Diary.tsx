import type { Recovery, RecoveryStory } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { IconArrowDownLeft, IconArrowUpRight, IconLock, IconMoodSad } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { scoreSaid } from '../score-said.ts'
import classes from './diary.module.css'

type Entry = RecoveryStory['diary'][number]
const kinds = ['message', 'call', 'visit', 'note', 'rating', 'signal', 'review'] as const
const kindOf = (kind: string) => kinds.find((each) => each === kind) ?? 'message'

/** So much of what led to the low score is seen at once; it stands where the eye falls. */
const nearest = 4

/** What was said and done before the low score and since, oldest first, with the score as a line between. */
export function Diary({ diary, recovery }: { diary: readonly Entry[]; recovery: Recovery }) {
  const { t } = useTranslation('recovery')
  const score = scoreSaid(recovery)
  const [all, showAll] = useState(false)
  // The low score itself is the line between.
  const said = diary.filter(({ kind, at }) => kind !== 'rating' || at !== recovery.openedAt)
  const before = said.filter(({ after }) => !after)
  return (
    <section className={classes.diary} aria-labelledby="diary-of-recovery">
      <h2 id="diary-of-recovery" className={classes.title}>{t('diary')}</h2>
      {!all && before.length > nearest && <Button size="compact-sm" variant="subtle" color="gray" onClick={() => showAll(true)}>{t('diary.earlier')}</Button>}
      <Entries first={recovery.reachInteractionId} entries={all ? before : before.slice(-nearest)} label={t('diary.before')} nothing={t('diary.nothingBefore')} />
      <p className={classes.line}><IconMoodSad size={16} stroke={1.5} aria-hidden /><span>{score === null ? t('diary.score') : t('diary.scoreOf', { score })}</span><RelativeTime at={recovery.openedAt} /></p>
      <Entries first={recovery.reachInteractionId} entries={said.filter(({ after }) => after)} label={t('diary.since')} nothing={t('diary.nothingSince')} />
    </section>
  )
}

function Entries({ entries, first, label, nothing }: { entries: readonly Entry[]; /** Which of them was the first talk with the customer. */ first: string | null; label: string; nothing: string }) {
  const { t } = useTranslation('alerts')
  const { t: tRecovery } = useTranslation('recovery')
  if (entries.length === 0) return <p className={classes.nothing}>{nothing}</p>
  return (
    <ol className={classes.entries} aria-label={label}>
      {entries.map((entry) => {
        const Direction = entry.direction === 'in' ? IconArrowDownLeft : entry.direction === 'out' ? IconArrowUpRight : IconLock
        const about = <>{[t(`kind.${kindOf(entry.kind)}`), entry.by].filter(Boolean).join(' · ')}</>
        return (
          <li key={entry.id} data-direction={entry.direction}>
            <span className={classes.meta}>
              <Direction size={14} stroke={1.5} aria-hidden />
              {entry.ticketId === null ? <span>{about}</span> : <Link to="/tickets/$ticketId" params={{ ticketId: entry.ticketId }} search={{}}>{about}</Link>}
              <RelativeTime at={entry.at} />
              {entry.id === first && <span className={classes.first}>{tRecovery('diary.first')}</span>}
            </span>
            {entry.excerpt !== '' && <p dir="auto">{entry.excerpt}</p>}
          </li>
        )
      })}
    </ol>
  )
}
