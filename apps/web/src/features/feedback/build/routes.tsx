import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { surveyRoute } from '../feedback-route.ts'

/** What is selected stands in the address: a question's id, or `intro`, `thanks`. */
export interface BuildSearch { at?: string }

const buildRoute = createRoute({
  getParentRoute: () => surveyRoute,
  path: '/build',
  validateSearch: ({ at }: Record<string, unknown>): BuildSearch => (typeof at === 'string' && /^[\w-]{1,64}$/.test(at) ? { at } : {}),
  loader: () => loadWords('conditions'),
  component: lazyRouteComponent(() => import('./BuildPage.tsx'), 'BuildPage'),
})

export const buildPages = [buildRoute]
