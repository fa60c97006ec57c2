import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { FormSkeleton } from '../../../../ui/Skeletons.tsx'
import { surveyQuery } from '../../surveys/survey-queries.ts'
import { roadPlaces } from './road-places.ts'
import classes from './roads.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')

/** The roads of a survey beside the one that is looked at; on a phone in a line above it. */
export function RoadsFrame() {
  const { t } = useTranslation('roads')
  const { surveyId } = here.useParams()
  const survey = useQuery(surveyQuery(surveyId)).data
  return (
    <div className={classes.frame}>
      <nav className={classes.nav} aria-label={t('title')}>
        {roadPlaces.map(({ to, label, icon: Icon, exact }) => (
          <Link key={to} to={to} params={{ surveyId }} className={classes.place} activeOptions={{ exact }} activeProps={{ 'aria-current': 'page' }}>
            <Icon size={17} stroke={1.5} aria-hidden /> {t(label)}
          </Link>
        ))}
      </nav>
      <div className={classes.page}>
        {survey && survey.state !== 'active' && (
          <p className={classes.notice} role="note">
            {t(`survey.${survey.state}`)} {survey.state === 'draft' ? <Link to="/feedback/surveys/$surveyId/build" params={{ surveyId }}>{t('survey.toBuild')}</Link> : <Link to="/feedback/surveys/$surveyId/settings" params={{ surveyId }}>{t('survey.toSettings')}</Link>}
          </p>
        )}
        <Suspense fallback={<FormSkeleton />}><Outlet /></Suspense>
      </div>
    </div>
  )
}
