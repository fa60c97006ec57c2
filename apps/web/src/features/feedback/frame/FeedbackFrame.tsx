import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { PageSkeleton } from '../../../ui/Skeletons.tsx'
import { feedbackPlaces } from './feedback-places.ts'
import './feedback-styles.ts'
import classes from './frame.module.css'

/** Feedback of the whole organization: a page under one row of tabs. */
export function FeedbackFrame() {
  const { t } = useTranslation('feedback')
  const places: readonly (typeof feedbackPlaces)[number][] = feedbackPlaces
  return (
    <div className={classes.frame}>
      {places.length > 1 && (
        <nav className={classes.places} aria-label={t('title')}>
          {places.map(({ to, label, exact }) => <Link key={to} to={to} className={classes.tab} activeOptions={{ exact, includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t(label)}</Link>)}
        </nav>
      )}
      <div className={classes.body}>
        <Suspense fallback={<PageSkeleton />}><Outlet /></Suspense>
      </div>
    </div>
  )
}
