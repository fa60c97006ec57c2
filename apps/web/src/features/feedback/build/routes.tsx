import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { surveyRoute } from '../feedback-route.ts'

/** `at`: what is selected, a question's id, `intro` or `thanks`. `show`: the customer's view, where it has no column of its own. */
export interface BuildSearch { at?: string; show?: 'preview' }

const buildRoute = createRoute({
  getParentRoute: () => surveyRoute,
  path: '/build',
  validateSearch: ({ at, show }: Record<string, unknown>): BuildSearch => ({ ...(typeof at === 'string' && /^[\w-]{1,64}$/.test(at) && { at }), ...(show === 'preview' && { show }) }),
  loader: () => loadWords('surveys'),
  component: lazyRouteComponent(() => import('./BuildPage.tsx'), 'BuildPage'),
})

export const buildPages = [buildRoute]
