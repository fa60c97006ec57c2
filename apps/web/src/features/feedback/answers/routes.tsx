import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { feedbackHomeRoute, feedbackRoute, surveyRoute } from '../feedback-route.ts'
import { readAnswerSearch, textOf, type AnswerSearch } from './answer-search.ts'

const validateSearch = (given: Record<string, unknown>): AnswerSearch => readAnswerSearch(given)
const allRoute = createRoute({ getParentRoute: () => feedbackHomeRoute, path: '/answers', validateSearch, loader: () => loadWords('answers'), component: lazyRouteComponent(() => import('./AllAnswersPage.tsx'), 'AllAnswersPage') })
const quotesRoute = createRoute({
  getParentRoute: () => feedbackHomeRoute, path: '/quotes', validateSearch: ({ survey }: Record<string, unknown>): { survey?: string } => (textOf(survey) === undefined ? {} : { survey: textOf(survey)! }),
  loader: () => loadWords('answers'), component: lazyRouteComponent(() => import('./quotes/QuotesPage.tsx'), 'QuotesPage'),
})
const ofSurveyRoute = createRoute({ getParentRoute: () => surveyRoute, path: '/answers', validateSearch, loader: () => loadWords('answers'), component: lazyRouteComponent(() => import('./SurveyAnswersPage.tsx'), 'SurveyAnswersPage') })
/** What follows in the address is the list one came from. */
const oneRoute = createRoute({ getParentRoute: () => feedbackRoute, path: '/answers/$answerId', validateSearch, loader: () => loadWords('answers', 'tickets', 'ticket', 'tasks'), component: lazyRouteComponent(() => import('./one/AnswerPage.tsx'), 'AnswerPage') })

export const answerHomePages = [allRoute, quotesRoute]
export const answerSurveyPages = [ofSurveyRoute]
export const answerPages = [oneRoute]
