import type { LegalDeadline } from '@kontuar/contracts'
import { IconExternalLink, IconGavel } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../../api/me.ts'
import { legalBasesQuery } from '../../../../api/desk.ts'
import { useQuery } from '@tanstack/react-query'
import { currentLocale } from '../../../../i18n/i18n.ts'
import { useNamed } from '../../../../ui/ready-made.ts'
import { useNow } from '../../../../ui/use-now.ts'
import { daysBetween, todayIn, writtenDay } from './legal-days.ts'
import classes from './legal.module.css'

/** The last day large, how many are left, what follows from missing it, and how it was counted. */
export function LegalCard({ deadline, correct }: { deadline: LegalDeadline; correct: (() => void) | undefined }) {
  const { t } = useTranslation('ticket')
  const named = useNamed()
  const locale = currentLocale()
  const { timeZone } = useMe().organization
  const now = useNow()
  const [how, setHow] = useState(false)
  const basis = useQuery(legalBasesQuery).data?.items.find(({ code, version }) => code === deadline.basisCode && version === deadline.basisVersion)
  const left = daysBetween(todayIn(timeZone, now), deadline.lastDay)
  const closed = deadline.kept !== null
  const tone = closed ? (deadline.kept ? 'kept' : 'late') : left < 0 ? 'late' : left <= 3 ? 'soon' : 'calm'
  const leftWords = closed ? (deadline.kept ? t('legal.kept') : t('legal.missed')) : left < 0 ? t('legal.daysLate', { count: -left }) : left === 0 ? t('legal.today') : t('legal.daysLeft', { count: left })
  const day = (date: string) => writtenDay(date, locale)
  const internal = deadline.internalDay === null ? null : { day: deadline.internalDay, passed: !closed && daysBetween(todayIn(timeZone, now), deadline.internalDay) < 0 }
  return (
    <div className={classes.card} data-tone={tone}>
      <p className={classes.label}><IconGavel size={14} stroke={1.5} aria-hidden /> {t('legal.lastDay')}</p>
      <p className={classes.day}>{day(deadline.lastDay)}</p>
      <p className={classes.left}>{leftWords}</p>
      <dl className={classes.facts}>
        {internal && <><dt>{t('legal.internal')}</dt><dd data-passed={internal.passed || undefined}>{day(internal.day)}{internal.passed && ` (${t('legal.passed')})`}</dd></>}
        <dt>{t('legal.received')}</dt><dd>{day(deadline.receivedOn)}</dd>
        <dt>{t('legal.basis')}</dt><dd>{named('legal', { name: deadline.basisName, readyMade: basis?.readyMade })}</dd>
      </dl>
      {deadline.consequence !== '' && <p className={classes.consequence}>{named('legalConsequence', { name: deadline.consequence, readyMade: basis?.readyMade })}</p>}
      <p className={classes.source}>
        {deadline.sourceUrl === '' ? deadline.source : <a href={deadline.sourceUrl} target="_blank" rel="noreferrer">{deadline.source} <IconExternalLink size={12} stroke={1.5} aria-hidden /></a>}
      </p>
      <div className={classes.acts}>
        {deadline.steps.length > 0 && <button type="button" className={classes.act} aria-expanded={how} onClick={() => setHow(!how)}>{how ? t('legal.hideHow') : t('legal.how')}</button>}
        {correct && <button type="button" className={classes.act} onClick={correct}>{t('legal.correct')}</button>}
      </div>
      {how && (
        <ol className={classes.steps}>
          {deadline.steps.map(({ kind, on, note }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- steps have no identity but their place
            <li key={index}><span>{day(on)}:</span> {note || stepWord(kind)}</li>
          ))}
        </ol>
      )}
    </div>
  )

  /** For a counting that came without its words. */
  function stepWord(kind: string): string {
    switch (kind) {
      case 'event': return t('legal.step.event')
      case 'counted': return t('legal.step.counted')
      case 'skipped': return t('legal.step.skipped')
      case 'moved': return t('legal.step.moved')
      case 'end': return t('legal.step.end')
      case 'internal': return t('legal.internal')
      default: return ''
    }
  }
}
