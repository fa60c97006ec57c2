import { wholeText } from '@kontuar/charts'
import type { Warning } from '@kontuar/contracts'
import { IconAlertTriangle, IconCheck, IconClock, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../../i18n/i18n.ts'
import type { Answer } from '../../data/queries.ts'
import { ScreenContext } from '../../screen-context.ts'
import { quieterUntil, sinceThen } from '../words/said.ts'
import { useWarningWords } from '../words/use-warning-words.ts'
import { Behind } from './Behind.tsx'
import { CardActs } from './CardActs.tsx'
import { DismissForm } from './DismissForm.tsx'
import { MakeTask } from './MakeTask.tsx'
import { WarningChart } from './WarningChart.tsx'
import classes from './card.module.css'

const icons = { open: IconAlertTriangle, snoozed: IconClock, dismissed: IconX, over: IconCheck } as const
export type Asking = 'dismiss' | 'task' | null
interface Given { warning: Warning; answer: Answer | undefined; /** On a page of its own. */ alone?: boolean }

/** What, where, since when, why now; how it looks; what may be behind it, and what can be done. */
export function WarningCard({ warning, answer, alone = false }: Given) {
  const { t } = useTranslation('warnings')
  const words = useWarningWords()
  const [asking, setAsking] = useState<Asking>(null)
  const place = useRef<HTMLElement>(null)
  // The button one came from stands there again only after drawing; the card is always there.
  const close = () => { place.current?.focus({ preventScroll: true }); setAsking(null) }
  const { id, state, rows } = warning
  const Icon = icons[state]
  // Its numbers lead to its own rows, whatever the page around is filtered by.
  const screen = useMemo(() => (rows ? { days: { from: rows.from, to: rows.to }, where: rows.where ?? null } : null), [rows])
  const chance = words.chanceOf(warning)
  const heading = `warning-${id}`
  const title = words.whatOf(warning)
  const card = (
    <article ref={place} className={classes.card} data-warning={id} data-state={state} tabIndex={-1} aria-labelledby={heading}>
      <header className={classes.head}>
        <Icon size={20} stroke={1.5} aria-hidden />
        <h2 id={heading} className={classes.title}>{alone ? title : <Link to="/numbers/warnings/$warningId" params={{ warningId: id }}>{title}</Link>} <span className={classes.place}>{words.placeOf(warning)}</span></h2>
        <span className={classes.since}>{t('since', { when: words.when(warning.beganAt) })}</span>
      </header>
      <p className={classes.why}><strong>{words.comparedOf(warning)}</strong> {chance}</p>
      <StateLine warning={warning} total={answer && !('problem' in answer) ? sinceThen(warning, answer.points ?? []) : null} />
      <div className={classes.body}>
        {answer && !('problem' in answer) && <WarningChart warning={warning} result={answer} title={title} />}
        <Behind warning={warning} />
      </div>
      {asking === 'dismiss' ? <DismissForm warning={warning} close={close} />
        : asking === 'task' ? <MakeTask warning={warning} close={close} />
        : <CardActs warning={warning} ask={setAsking} />}
    </article>
  )
  return screen ? <ScreenContext value={screen}>{card}</ScreenContext> : card
}

/** What became of it, or how often it was seen. */
function StateLine({ warning, total }: { warning: Warning; /** Since it began. */ total: number | null }) {
  const { t } = useTranslation('warnings')
  const words = useWarningWords()
  const { state, snoozedUntil, closedReason, closedByName, closedAt, note, times, seenAt, evidence } = warning
  // The reason is one of our keys; of a newer server it may be another.
  const reason = closedReason === null ? null : t(`reason.${closedReason}` as 'reason.other', { defaultValue: closedReason })
  const became = state === 'snoozed' && snoozedUntil ? t('was.snoozed', { when: words.when(snoozedUntil) })
    : state === 'dismissed' && reason !== null ? (closedByName === null ? t('was.dismissed', { reason }) : t('was.dismissedBy', { reason, name: closedByName }))
    : state === 'over' && closedAt ? t('was.over', { when: words.when(closedAt) })
    : `${t('seen', { count: times, when: words.when(seenAt) })}.`
  const quieter = quieterUntil(evidence)
  const still = total !== null && (state === 'open' || state === 'snoozed')
  return <p className={classes.state}>{still && `${t('sinceThen', { n: wholeText(total, currentLocale()) })} `}{became}{quieter !== null && ` ${t('quieter', { when: words.when(quieter) })}`}{note !== '' && state === 'dismissed' && <q className={classes.note}>{note}</q>}</p>
}
