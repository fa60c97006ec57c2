import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tickets',
  loader: () => loadWords('tickets'),
  component: lazyRouteComponent(() => import('./TicketPage.tsx'), 'TicketPage'),
})

export const ticketRoutes = [listRoute]
