import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { scopes, type Scope } from '../tickets/search/index.ts'

const todayRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/today',
  validateSearch: ({ whose }: Record<string, unknown>): { whose?: Scope } => (scopes.includes(whose as Scope) && whose !== 'mine' ? { whose: whose as Scope } : {}),
  loader: () => loadWords('today', 'tickets'),
  component: lazyRouteComponent(() => import('./TodayPage.tsx'), 'TodayPage'),
})

export const todayRoutes = [todayRoute]
