import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { usePaletteActions } from '../../ui/Palette.tsx'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
import { Scroller } from '../../ui/Scroller.tsx'
import { settingsGroups, settingsPlaces } from './settings-nav.ts'
import './settings-styles.ts'
import classes from './settings.module.css'

/** The list of settings beside the page; on a phone either the list or the page. */
export function SettingsFrame() {
  const { t } = useTranslation('settings')
  const navigate = useNavigate()
  const { permissions } = useMe()
  const atIndex = useLocation({ select: ({ pathname }) => /^\/settings\/?$/.test(pathname) })
  const groups = settingsGroups
    .map((group) => ({ group, places: settingsPlaces[group].filter(({ permission }) => !permission || permissions.includes(permission)) }))
    .filter(({ places }) => places.length > 0)
  usePaletteActions(t('title'), groups.flatMap(({ places }) => places.map(({ to, label }) => ({ id: to, label: t(label), run: () => void navigate({ to }) }))))

  return (
    <div className={classes.frame} data-index={atIndex}>
      <nav className={classes.nav} aria-label={t('title')}>
        {atIndex ? <h1 className={classes.navTitle}>{t('title')}</h1> : <p className={classes.navTitle}>{t('title')}</p>}
        {groups.map(({ group, places }) => (
          <div key={group} className={classes.group}>
            <p className={classes.groupTitle}>{t(`group.${group}`)}</p>
            {places.map(({ to, label }) => (
              <Link key={to} to={to} className={classes.navLink} activeProps={{ 'aria-current': 'page' }}>
                {t(label)}
              </Link>
            ))}
          </div>
        ))}
      </nav>
      <Scroller label={t('page')} className={classes.page} landmark>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </Scroller>
    </div>
  )
}
