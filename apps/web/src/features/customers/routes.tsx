import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers',
  loader: () => loadWords('customers'),
  component: lazyRouteComponent(() => import('./CustomerPage.tsx'), 'CustomerPage'),
})

export const customerRoutes = [listRoute]
