import type { Survey } from '@kontuar/contracts'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../../../api/me.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { surveyQuery } from './survey-queries.ts'
import { SurveySettingsForm } from './SurveySettingsForm.tsx'
import { useSurveyActs } from './use-survey-acts.ts'
import classes from './survey-settings.module.css'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')

/** What holds for a survey as a whole: its name, who stays unnamed, from when to when, how many, and whether it asks now. */
export function SurveySettingsPage() {
  const { t } = useTranslation('feedback')
  const survey = useQuery(surveyQuery(here.useParams().surveyId)).data
  useTitle(survey ? t('settings.title', { name: survey.name }) : t('title'))
  const readOnly = !useCan('feedback.manage')
  if (!survey) return null
  return (
    <div className={classes.page}>
      <fieldset disabled={readOnly} className={classes.fields}>
        <SurveySettingsForm key={survey.id} survey={survey} />
      </fieldset>
      {!readOnly && <Course survey={survey} />}
    </div>
  )
}

/** Whether it asks: every act says what it does to those who are asked, and can be taken back. */
function Course({ survey }: { survey: Survey }) {
  const { t } = useTranslation('feedback')
  const { move, retire, copy } = useSurveyActs()
  return (
    <section className={classes.course} aria-labelledby="course">
      <h2 id="course">{t('course.title')}</h2>
      {survey.state === 'draft' && <p className={classes.said}>{t('course.draft')}</p>}
      {survey.state === 'active' && <Act text={t('course.pauseText')}><Button variant="default" onClick={() => void move(survey, 'paused')}>{t('act.pause')}</Button></Act>}
      {(survey.state === 'paused' || survey.state === 'ended') && <Act text={t('course.resumeText')}><Button variant="default" onClick={() => void move(survey, 'active')}>{t('act.resume')}</Button></Act>}
      {(survey.state === 'active' || survey.state === 'paused') && <Act text={t('course.endText')}><Button variant="default" onClick={() => void move(survey, 'ended')}>{t('act.end')}</Button></Act>}
      <Act text={t('course.copyText')}><Button variant="default" onClick={() => void copy(survey)}>{t('act.copy')}</Button></Act>
      <Act text={survey.retired ? t('course.bringBackText') : t('course.retireText')}><Button variant="default" onClick={() => void retire(survey, !survey.retired)}>{survey.retired ? t('act.bringBack') : t('act.retire')}</Button></Act>
    </section>
  )
}

const Act = ({ text, children }: { text: string; children: ReactNode }) => <div className={classes.act}><p>{text}</p>{children}</div>
