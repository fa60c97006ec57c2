import { Link, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../api/me.ts'
import { usePaletteActions } from '../../ui/Palette.tsx'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
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
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be scrollable by keyboard (WCAG 2.1.1) */}
      <div className={classes.page} tabIndex={0} role="region" aria-label={t('page')}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </div>
    </div>
  )
}
