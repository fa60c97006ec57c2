import { VisuallyHidden } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTitle } from '../../../ui/use-title.ts'
import { surveyQuery } from '../surveys/survey-queries.ts'
import { AnswersScreen } from './list/AnswersScreen.tsx'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId/answers')

export function SurveyAnswersPage() {
  const { t } = useTranslation('answers')
  const { data: survey } = useSuspenseQuery(surveyQuery(here.useParams().surveyId))
  useTitle(t('titleOf', { name: survey.name }))
  return (
    <>
      <VisuallyHidden component="h2">{t('title')}</VisuallyHidden>
      <AnswersScreen key={survey.id} search={here.useSearch()} survey={survey} />
    </>
  )
}
