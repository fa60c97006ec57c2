import { countAlerts, countRecoveries } from '@kontuar/contracts'
import { IconBellRinging, IconHeartHandshake } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useCan } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import classes from './also-waiting.module.css'

/** Unhappy customers and alerts are no lines of the day, and yet somebody's: whoever looks only here must not miss them. */
export function AlsoWaiting() {
  const { t } = useTranslation('today')
  const [readsLoops, readsAlerts] = [useCan('recovery.read'), useCan('alert.read')]
  const loops = useQuery({ queryKey: queryKeys.recoveries.counts, queryFn: ({ signal }) => api(countRecoveries, { signal }), enabled: readsLoops, meta: { silent: true } }).data?.mine ?? 0
  const alerts = useQuery({ queryKey: queryKeys.alerts.counts, queryFn: ({ signal }) => api(countAlerts, { signal }), enabled: readsAlerts, meta: { silent: true } }).data?.mine ?? 0
  if (loops === 0 && alerts === 0) return null
  return (
    <ul className={classes.also} aria-label={t('also')}>
      {loops > 0 && <li><Link to="/recoveries" search={{ show: 'mine' }}><IconHeartHandshake size={16} stroke={1.5} aria-hidden /> {t('also.recoveries', { count: loops })}</Link></li>}
      {alerts > 0 && <li><Link to="/alerts" search={{ show: 'mine' }}><IconBellRinging size={16} stroke={1.5} aria-hidden /> {t('also.alerts', { count: alerts })}</Link></li>}
    </ul>
  )
}
