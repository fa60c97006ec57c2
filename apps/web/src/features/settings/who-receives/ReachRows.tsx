import type { AlertReach, ReportReach, ReportSending } from '@kontuar/contracts'
import { IconBellRinging, IconPlayerPause, IconReport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { currentLocale } from '../../../i18n/i18n.ts'
import { exactTime } from '../../../ui/relative-time.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useLedgerWords } from '../../../ui/use-ledger-words.ts'
import { useBecause } from '../../alerts/index.ts'
import { useReportBecause, useScheduleWords } from '../../reports/index.ts'
import classes from './who.module.css'

function Paused({ until }: { until: string | null }) {
  const { t } = useTranslation('reports')
  const { timeZone } = useMe().organization
  return <span className={classes.paused}><IconPlayerPause size={14} stroke={1.5} aria-hidden /> {until === null ? t('who.paused') : t('who.pausedUntil', { at: exactTime(new Date(until), currentLocale(), timeZone) })}</span>
}

export function ReportReachRow({ reach }: { reach: ReportReach }) {
  const { t } = useTranslation('reports')
  const schedule = useScheduleWords()
  const because = useReportBecause()
  const noted = useLedgerWords()
  const { last } = reach
  return (
    <li>
      <span className={classes.what}><IconReport size={16} stroke={1.5} aria-hidden /><span><Link to="/reports/$reportId" params={{ reportId: reach.reportId }} search={{}}>{reach.reportName}</Link>{reach.scopeName !== null && `, ${reach.scopeName}`}<small>{because(reach.because)}</small></span></span>
      <span>{schedule(reach.schedule)}<small>{reach.formats.map((format) => t(`format.${format as 'mail'}`)).join(', ')}</small></span>
      <span data-state={last?.state}>{reach.paused ? <Paused until={reach.pausedUntil} /> : last === null ? <span className={classes.soft}>{t('who.never')}</span> : t(`sending.${last.state as ReportSending['state']}`)}{noted(last) !== null && <small>{noted(last)}</small>}</span>
      {last === null ? <span /> : <RelativeTime at={last.at} className={classes.soft} />}
    </li>
  )
}

export function AlertReachRow({ reach }: { reach: AlertReach }) {
  const { t } = useTranslation('reports')
  const { t: tAlerts } = useTranslation('alerts')
  const because = useBecause()
  const noted = useLedgerWords()
  const { last } = reach
  return (
    <li>
      <span className={classes.what}><IconBellRinging size={16} stroke={1.5} aria-hidden /><span>{t('who.alert')} <Link to="/alerts/rules/$ruleId" params={{ ruleId: reach.ruleId }}>{reach.ruleName}</Link><small>{because(reach.because)}</small></span></span>
      <span>{tAlerts(`ledger.when.${reach.when as 'at-once'}`)}<small>{reach.roads.map((road) => tAlerts(`road.${road as 'app'}`)).join(', ')}</small></span>
      <span data-state={last?.state}>{reach.paused ? <Paused until={reach.pausedUntil} /> : last === null ? <span className={classes.soft}>{t('who.never')}</span> : tAlerts(`delivery.${last.state as 'sent'}`)}{noted(last) !== null && <small>{noted(last)}</small>}</span>
      {last === null ? <span /> : <RelativeTime at={last.at} className={classes.soft} />}
    </li>
  )
}
