import { Navigate, getRouteApi } from '@tanstack/react-router'

const here = getRouteApi('/workspace/feedback/surveys/$surveyId')

/** A survey without a tab named in its address. */
export function FirstTab() {
  return <Navigate to="/feedback/surveys/$surveyId/build" params={here.useParams()} replace />
}
