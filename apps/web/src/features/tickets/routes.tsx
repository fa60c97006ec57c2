import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readTicketSearch } from './list/ticket-search.ts'

const ticketsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tickets',
  validateSearch: readTicketSearch,
  loader: () => loadWords('tickets', 'views'),
  component: lazyRouteComponent(() => import('./TicketsScreen.tsx'), 'TicketsScreen'),
})
const listRoute = createRoute({ getParentRoute: () => ticketsRoute, path: '/' })
const newTicketRoute = createRoute({
  getParentRoute: () => ticketsRoute,
  path: '/new',
  loader: () => loadWords('ticket'),
  component: lazyRouteComponent(() => import('./composer/NewTicketPage.tsx'), 'NewTicketPage'),
})
const ticketRoute = createRoute({
  getParentRoute: () => ticketsRoute,
  path: '/$ticketId',
  // The customer's too: a part whose words come later takes the whole page, and the keyboard, away until they are here.
  loader: () => loadWords('ticket', 'tasks', 'customers'),
  component: lazyRouteComponent(() => import('./ticket/TicketPage.tsx'), 'TicketPage'),
})

export const ticketRoutes = [ticketsRoute.addChildren([listRoute, newTicketRoute, ticketRoute])]
