import type { Report } from '@kontuar/contracts'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useMoment, useScheduleWords } from '../words/use-report-words.ts'
import classes from './list.module.css'

/** @param people who gets it as things stand; null: not known (yet) */
export function ReportRow({ report, people }: { report: Report; people: number | null }) {
  const { t } = useTranslation('reports')
  const scheduleWords = useScheduleWords()
  const moment = useMoment()
  const { definition, last } = report
  return (
    <li className={classes.row}>
      <div className={classes.about}>
        <span className={classes.nameLine}>
          <Link to="/reports/$reportId" params={{ reportId: report.id }} search={{}} className={classes.name} data-report={report.id}>{report.name}</Link>
          {report.readyMade !== null && <span className={classes.mark}>{t('readyMade')}</span>}
        </span>
        <span className={classes.soft}>{[t(`period.${definition.period}`), t(`personal.${definition.personal}`), report.readyMade === null ? report.ownerName : null].filter(Boolean).join(' · ')}</span>
        {report.problems.length > 0 && <span className={classes.trouble}><IconAlertTriangle size={14} stroke={1.5} aria-hidden /> {t('problems', { count: report.problems.length })}</span>}
      </div>
      <div className={classes.cell}>
        <span>{report.active ? scheduleWords(report.schedule) : t('off')}</span>
        {report.nextAt !== null && <span className={classes.soft}>{t('nextAt', { at: moment(report.nextAt) })}</span>}
      </div>
      <div className={classes.cell}>{report.mayChange && report.active && people !== null && t('people', { count: people })}</div>
      <div className={classes.cell}>
        {last === null ? (report.mayChange && <span className={classes.soft}>{t('neverSent')}</span>) : (
          <Link to="/reports/runs/$runId" params={{ runId: last.runId }} search={{}} className={classes.link}>{last.failed > 0 ? t('last.failed', { count: last.failed, sent: last.sent }) : t('last.sent', { count: last.sent })}</Link>
        )}
        {last !== null && <RelativeTime at={last.at} className={classes.soft} />}
      </div>
    </li>
  )
}
