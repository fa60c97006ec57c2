import type { Alert } from '@kontuar/contracts'
import { IconAlertTriangle, IconBellRinging, IconCheck, IconCircleDashed, IconHandStop } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { RelativeTime } from '../../ui/RelativeTime.tsx'
import type { AlertSearch } from './alert-search.ts'
import classes from './alerts.module.css'

/** What has happened, in one line and the customer's words; a shape and a word say its state, never the colour alone. */
export function AlertRow({ alert, current, search }: { alert: Alert; current: boolean; search: AlertSearch }) {
  const { t } = useTranslation('alerts')
  const Icon = alert.state === 'resolved' ? IconCheck : alert.state === 'acknowledged' ? IconHandStop : alert.noData ? IconCircleDashed : alert.urgent ? IconAlertTriangle : IconBellRinging
  const tone = alert.state === 'resolved' ? 'done' : alert.state === 'acknowledged' ? 'held' : alert.noData ? 'still' : alert.urgent ? 'late' : 'soon'
  const states = [alert.state === 'open' ? null : t(`state.${alert.state}`), alert.urgent ? t('urgent') : null, alert.noData ? t('noData') : null, alert.times > 1 ? t('times', { count: alert.times }) : null].filter((part) => part !== null)
  /** Where no customer spoke: the figures. */
  const said = alert.words?.text ?? (alert.ruleKind === 'event' || alert.ruleKind === 'sequence' ? undefined : alert.sentences[0])
  return (
    <li>
      <Link to="/alerts/$alertId" params={{ alertId: alert.id }} search={search} className={classes.row} data-alert={alert.id} aria-current={current ? 'true' : undefined}>
        <span className={classes.icon} data-tone={tone}><Icon size={17} stroke={1.5} aria-hidden /></span>
        <span className={classes.about}>
          <span className={classes.name}>{alert.title}</span>
          {said !== undefined && <span className={classes.words}>{said}</span>}
          <span className={classes.more}>{[...states, alert.customer?.name ?? null, alert.ruleName].filter(Boolean).join(' · ')}</span>
        </span>
        <RelativeTime at={alert.lastAt} className={classes.time} />
      </Link>
    </li>
  )
}
