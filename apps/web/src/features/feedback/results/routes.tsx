import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { surveyRoute } from '../feedback-route.ts'
import { readResultsSearch, type ResultsSearch } from './results-search.ts'

const resultsRoute = createRoute({
  getParentRoute: () => surveyRoute,
  path: '/results',
  validateSearch: (given: Record<string, unknown>): ResultsSearch => readResultsSearch(given),
  loader: () => loadWords('results', 'answers', 'ticket'),
  component: lazyRouteComponent(() => import('./ResultsPage.tsx'), 'ResultsPage'),
})

export const resultSurveyPages = [resultsRoute]
