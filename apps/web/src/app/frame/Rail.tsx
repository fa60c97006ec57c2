import { countAlerts, countTickets } from '@kontuar/contracts'
import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/api.ts'
import { useMe } from '../../api/me.ts'
import { queryKeys } from '../../api/query-keys.ts'
import { KeyboardHint } from '../../ui/KeyboardHint.tsx'
import { Bell } from '../../features/notifications/Bell.tsx'
import { AccountMenu } from './AccountMenu.tsx'
import { MoreMenu } from './MoreMenu.tsx'
import { railItems, type RailItem } from './rail-items.tsx'
import classes from './rail.module.css'

export function useRailItems(): readonly RailItem[] {
  const { permissions } = useMe()
  return railItems.filter(({ permission }) => permission === undefined || permissions.includes(permission))
}

function RailLink({ item, badge }: { item: RailItem; badge: number }) {
  const { t } = useTranslation()
  const Icon = item.icon
  return (
    <Tooltip
      position="right"
      label={
        <span className={classes.tip}>
          {t(item.label)} <KeyboardHint keys={item.keys} />
        </span>
      }
    >
      <Link to={item.to} className={classes.link} data-end={item.end} data-rare={item.rare} activeProps={{ 'aria-current': 'page' }}>
        <Icon size={20} stroke={1.5} aria-hidden />
        <span className={classes.label}>{t(item.short ?? item.label)}</span>
        {badge > 0 && (
          <span className={classes.badge}>
            <span aria-hidden>{badge > 99 ? '99+' : badge}</span>
            <span className={classes.hidden}>{t(item.badge === 'alerts' ? 'nav.alertCount' : 'nav.parkedCount', { count: badge })}</span>
          </span>
        )}
      </Link>
    </Tooltip>
  )
}

export function Rail({ showShortcuts }: { showShortcuts: () => void }) {
  const { t } = useTranslation()
  const items = useRailItems()
  const shows = (wanted: RailItem['badge']) => items.some(({ badge }) => badge === wanted)
  const counts = useQuery({
    queryKey: queryKeys.tickets.counts,
    queryFn: ({ signal }) => api(countTickets, { signal }),
    enabled: shows('parked'),
    meta: { silent: true },
  })
  const alerts = useQuery({ queryKey: queryKeys.alerts.counts, queryFn: ({ signal }) => api(countAlerts, { signal }), enabled: shows('alerts'), meta: { silent: true } })
  const badges: Record<NonNullable<RailItem['badge']>, number> = { parked: counts.data?.parked ?? 0, alerts: alerts.data?.open ?? 0 }
  return (
    <section className={classes.rail} aria-label="Kontuar">
      <nav aria-label={t('nav.label')} className={classes.items}>
        {items.map((item) => (
          <RailLink key={item.to} item={item} badge={item.badge ? badges[item.badge] : 0} />
        ))}
        <MoreMenu items={items.filter(({ rare }) => rare)} />
      </nav>
      <Bell className={classes.link!} badgeClass={classes.badge!} labelClass={classes.label!} />
      <AccountMenu showShortcuts={showShortcuts} />
    </section>
  )
}
