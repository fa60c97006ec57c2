import { IconChevronLeft, IconMoodSmile } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, getRouteApi } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { isGone } from '../../../api/problem.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { FormSkeleton } from '../../../ui/Skeletons.tsx'
import { surveyQuery } from '../surveys/survey-queries.ts'
import { SurveyStateMark } from '../surveys/SurveyStateMark.tsx'
import { surveyTabs } from './survey-tabs.ts'
import './feedback-styles.ts'
import classes from './frame.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')

/** One survey: its name and state above, a tab for each part of its life. Each tab is a page that scrolls, or fills the room itself. */
export function SurveyFrame() {
  const { t } = useTranslation('feedback')
  const { surveyId } = here.useParams()
  const survey = useQuery(surveyQuery(surveyId))
  if (survey.isError && isGone(survey.error)) return <EmptyState heading icon={<IconMoodSmile size={22} stroke={1.5} />} title={t('gone')} text={t('goneText')} action={<Link to="/feedback">{t('backToAll')}</Link>} />
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <Link to="/feedback" className={classes.back} aria-label={t('backToAll')} title={t('backToAll')}><IconChevronLeft size={18} stroke={1.5} aria-hidden /></Link>
        <h1 className={classes.name} title={survey.data?.name}>{survey.data?.name ?? t('one')}</h1>
        {survey.data && <SurveyStateMark state={survey.data.state} />}
        <nav className={classes.tabs} aria-label={t('tabs')}>
          {surveyTabs.map(({ to, label }) => <Link key={to} to={to} params={{ surveyId }} className={classes.tab} activeOptions={{ includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>{t(label)}</Link>)}
        </nav>
      </header>
      <div className={classes.body}>
        {survey.isPending ? <div className={classes.waiting}><FormSkeleton /></div> : survey.isError && !survey.data ? <div className={classes.waiting}><Problem error={survey.error} retry={() => void survey.refetch()} /></div> : (
          <Suspense fallback={<div className={classes.waiting}><FormSkeleton /></div>} key={surveyId}><Outlet /></Suspense>
        )}
      </div>
    </div>
  )
}
