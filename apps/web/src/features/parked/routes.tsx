import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/parked',
  loader: () => loadWords('parked'),
  component: lazyRouteComponent(() => import('./ParkedPage.tsx'), 'ParkedPage'),
})

export const parkedRoutes = [listRoute]
