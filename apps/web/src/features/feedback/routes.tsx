// Feedback: /feedback (surveys), /feedback/new, and one survey under /feedback/surveys/$surveyId with a tab for each part.
// A new part brings `…/routes.tsx` of its own with two arrays, pages of the organization and pages of a survey, and is added below.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../i18n/i18n.ts'
import { answerHomePages, answerPages, answerSurveyPages } from './answers/routes.tsx'
import { askFullPages, askHomePages, askSurveyPages } from './ask/routes.tsx'
import { buildPages } from './build/routes.tsx'
import { roadPages } from './roads/routes.tsx'
import { feedbackHomeRoute, feedbackRoute, surveyRoute } from './feedback-route.ts'
import { resultSurveyPages } from './results/routes.tsx'

/** Which ready-made survey is looked at; `empty`, `copy`. */
const readFrom = ({ from }: Record<string, unknown>): { from?: string } => (typeof from === 'string' && /^[\w-]{1,60}$/.test(from) ? { from } : {})

const listRoute = createRoute({ getParentRoute: () => feedbackHomeRoute, path: '/', component: lazyRouteComponent(() => import('./surveys/SurveysPage.tsx'), 'SurveysPage') })
const newRoute = createRoute({ getParentRoute: () => feedbackRoute, path: '/new', validateSearch: readFrom, loader: () => loadWords('surveys'), component: lazyRouteComponent(() => import('./surveys/NewSurveyPage.tsx'), 'NewSurveyPage') })
const settingsRoute = createRoute({ getParentRoute: () => surveyRoute, path: '/settings', component: lazyRouteComponent(() => import('./surveys/SurveySettingsPage.tsx'), 'SurveySettingsPage') })
/** The first tab of a survey: results once it has any, else the builder. */
const firstRoute = createRoute({ getParentRoute: () => surveyRoute, path: '/', component: lazyRouteComponent(() => import('./frame/FirstTab.tsx'), 'FirstTab') })

export const feedbackRoutes = [
  feedbackRoute.addChildren([
    feedbackHomeRoute.addChildren([listRoute, ...answerHomePages, ...askHomePages]),
    newRoute,
    ...answerPages,
    ...askFullPages,
    surveyRoute.addChildren([firstRoute, ...resultSurveyPages, ...buildPages, ...askSurveyPages, ...roadPages, ...answerSurveyPages, settingsRoute]),
  ]),
]
