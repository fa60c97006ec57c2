import type { ReportRun } from '@kontuar/contracts'
import { durationText } from '@kontuar/charts'
import { useTranslation } from 'react-i18next'
import { currentLocale } from '../../../i18n/i18n.ts'
import classes from './runs.module.css'

/** How far a run is, in a count and the time left; of one that is over, what became of it. */
export function RunProgress({ run }: { run: ReportRun }) {
  const { t } = useTranslation('reports')
  const going = run.state === 'running' || run.state === 'stopping'
  const parts = [
    run.secondsLeft !== null && run.state === 'running' ? t('run.left', { time: durationText(run.secondsLeft, currentLocale(), { short: true }) }) : null,
    going ? null : t('run.sent', { count: run.sent }), run.failed > 0 ? t('run.failed', { count: run.failed }) : null,
  ].filter((part) => part !== null)
  return (
    <div className={classes.progress} data-state={run.state} data-failed={run.failed > 0 || undefined}>
      <span>{t(`run.state.${run.state}`)}{going && `: ${t('run.of', { done: run.done, planned: run.planned })}`}</span>
      {going && <progress max={Math.max(1, run.planned)} value={run.done} aria-label={t('run.progress', { name: run.reportName })} />}
      <span className={classes.soft}>{parts.join(' · ')}</span>
    </div>
  )
}
