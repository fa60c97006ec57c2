import { IconPlus } from '@tabler/icons-react'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../api/me.ts'
import { usePaletteActions } from '../../../ui/Palette.tsx'
import { numbersPlaces } from './numbers-places.ts'
import { useDashboardGroups } from './use-dashboard-groups.ts'
import classes from './frame.module.css'

/** The dashboards one may see, and the other places of numbers. */
export function SideList() {
  const { t } = useTranslation('numbers')
  const navigate = useNavigate()
  const { permissions } = useMe()
  const groups = useDashboardGroups()
  const places = numbersPlaces.filter(({ permission }) => !permission || permissions.includes(permission))
  usePaletteActions(t('title'), [
    ...groups.flatMap(({ dashboards }) => dashboards.map(({ id, name }) => ({ id: `dashboard-${id}`, label: name, run: () => void navigate({ to: '/numbers/dashboards/$dashboardId', params: { dashboardId: id } }) }))),
    ...places.map(({ to, label }) => ({ id: to, label: t(label), run: () => void navigate({ to }) })),
  ])
  return (
    <nav className={classes.side} aria-label={t('title')}>
      <p className={classes.sideTitle}>{t('title')}</p>
      {groups.map(({ group, dashboards }) => (
        <div key={group} className={classes.group}>
          {group !== 'ready' && <p className={classes.groupTitle}>{t(`group.${group}`)}</p>}
          <ul>
            {dashboards.map(({ id, name }) => (
              <li key={id}><Link to="/numbers/dashboards/$dashboardId" params={{ dashboardId: id }} search={{}} className={classes.place} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}><span className={classes.placeName}>{name}</span></Link></li>
            ))}
          </ul>
        </div>
      ))}
      <Link to="/numbers/dashboards/new" search={{}} className={classes.add}><IconPlus size={15} stroke={1.5} aria-hidden /> {t('new')}</Link>
      <ul className={classes.others}>
        {places.map(({ to, label, icon: Icon }) => <li key={to}><Link to={to} search={{}} className={classes.place} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}><Icon size={16} stroke={1.5} aria-hidden /><span className={classes.placeName}>{t(label)}</span></Link></li>)}
      </ul>
    </nav>
  )
}
