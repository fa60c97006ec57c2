// The parents of every page of feedback. A feature folder beside this one hangs its pages here and is named in routes.tsx.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

export const feedbackRoute = createRoute({ getParentRoute: () => workspaceRoute, path: '/feedback', loader: () => loadWords('feedback') })

/** Pages of the whole organization, under one row of tabs (frame/feedback-places.ts). */
export const feedbackHomeRoute = createRoute({ getParentRoute: () => feedbackRoute, id: 'home', component: lazyRouteComponent(() => import('./frame/FeedbackFrame.tsx'), 'FeedbackFrame') })

/** Pages of one survey, under its name, its state and its tabs (frame/survey-tabs.ts). */
export const surveyRoute = createRoute({ getParentRoute: () => feedbackRoute, path: '/surveys/$surveyId', component: lazyRouteComponent(() => import('./frame/SurveyFrame.tsx'), 'SurveyFrame') })
