import type { Recovery, RecoveryStory } from '@kontuar/contracts'
import { IconArrowDownLeft, IconArrowUpRight, IconLock, IconMoodSad } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { scoreSaid } from '../score-said.ts'
import classes from './diary.module.css'

type Entry = RecoveryStory['diary'][number]
const kinds = ['message', 'call', 'visit', 'note', 'rating', 'signal', 'review'] as const
const kindOf = (kind: string) => kinds.find((each) => each === kind) ?? 'message'
const directions = { in: IconArrowDownLeft, out: IconArrowUpRight } as const

/** What was said and done before the low score and since, oldest first, with the score as a line between. */
export function Diary({ diary, recovery }: { diary: readonly Entry[]; recovery: Recovery }) {
  const { t } = useTranslation('recovery')
  const since = diary.filter(({ after }) => after)
  const score = scoreSaid(recovery)
  return (
    <section className={classes.diary} aria-labelledby="diary-of-recovery">
      <h2 id="diary-of-recovery" className={classes.title}>{t('diary')}</h2>
      <Entries entries={diary.filter(({ after }) => !after)} label={t('diary.before')} nothing={t('diary.nothingBefore')} />
      <p className={classes.line}><IconMoodSad size={16} stroke={1.5} aria-hidden /><span>{score === null ? t('diary.score') : t('diary.scoreOf', { score })}</span><RelativeTime at={recovery.openedAt} /></p>
      <Entries entries={since} label={t('diary.since')} nothing={t('diary.nothingSince')} />
    </section>
  )
}

function Entries({ entries, label, nothing }: { entries: readonly Entry[]; label: string; nothing: string }) {
  const { t } = useTranslation('alerts')
  if (entries.length === 0) return <p className={classes.nothing}>{nothing}</p>
  return (
    <ol className={classes.entries} aria-label={label}>
      {entries.map((entry) => {
        const Direction = directions[entry.direction as keyof typeof directions] ?? IconLock
        const about = <>{[t(`kind.${kindOf(entry.kind)}`), entry.by].filter(Boolean).join(' · ')}</>
        return (
          <li key={entry.id} data-direction={entry.direction}>
            <span className={classes.meta}>
              <Direction size={14} stroke={1.5} aria-hidden />
              {entry.ticketId === null ? <span>{about}</span> : <Link to="/tickets/$ticketId" params={{ ticketId: entry.ticketId }} search={{}}>{about}</Link>}
              <RelativeTime at={entry.at} />
            </span>
            {entry.excerpt !== '' && <p dir="auto">{entry.excerpt}</p>}
          </li>
        )
      })}
    </ol>
  )
}
