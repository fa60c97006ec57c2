import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../../ui/Skeletons.tsx'
import './recovery-styles.ts'
import classes from './frame.module.css'

const places = [
  { to: '/recoveries', label: 'place.recoveries' },
  { to: '/error-review', label: 'place.review' },
  { to: '/study-sets', label: 'place.sets' },
] as const

/** Unhappy customers, what goes wrong again and again, and what is learnt from it. */
export function RecoveryFrame() {
  const { t } = useTranslation('recovery')
  return (
    <div className={classes.frame}>
      <nav className={classes.places} aria-label={t('title')}>
        {places.map(({ to, label }) => <Link key={to} to={to} className={classes.tab} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t(label)}</Link>)}
      </nav>
      <div className={classes.body}><Suspense fallback={<PageSkeleton />}><Outlet /></Suspense></div>
    </div>
  )
}
