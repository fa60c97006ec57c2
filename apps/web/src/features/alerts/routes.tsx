import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readAlertSearch } from './alert-search.ts'

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/alerts',
  validateSearch: readAlertSearch,
  loader: () => loadWords('alerts', 'ledger'),
  component: lazyRouteComponent(() => import('./AlertsPage.tsx'), 'AlertsPage'),
})
/** The same page beside the story of one: a link in a mail opens it. */
const oneRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/alerts/$alertId',
  validateSearch: readAlertSearch,
  loader: () => loadWords('alerts', 'ledger'),
  component: lazyRouteComponent(() => import('./AlertsPage.tsx'), 'AlertsPage'),
})

export const alertRoutes = [listRoute, oneRoute]
