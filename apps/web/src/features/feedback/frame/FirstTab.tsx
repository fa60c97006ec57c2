import { useSuspenseQuery } from '@tanstack/react-query'
import { Navigate, getRouteApi } from '@tanstack/react-router'
import { surveyQuery } from '../surveys/survey-queries.ts'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')

/** A survey without a tab named in its address: its results once there are any, the builder until then. */
export function FirstTab() {
  const params = here.useParams()
  const { data: survey } = useSuspenseQuery(surveyQuery(params.surveyId))
  return survey.answers > 0 ? <Navigate to="/feedback/surveys/$surveyId/results" params={params} replace /> : <Navigate to="/feedback/surveys/$surveyId/build" params={params} replace />
}
