import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const loader = () => loadWords('customers', 'tickets', 'ticket')

const listRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers',
  validateSearch: (search: Record<string, unknown>): { q?: string } => {
    const q = typeof search['q'] === 'number' ? String(search['q']) : search['q']
    return typeof q === 'string' && q.trim() !== '' ? { q: q.slice(0, 200) } : {}
  },
  loader,
  component: lazyRouteComponent(() => import('./list/CustomersPage.tsx'), 'CustomersPage'),
})
const oneRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/customers/$customerId',
  loader,
  component: lazyRouteComponent(() => import('./page/CustomerPage.tsx'), 'CustomerPage'),
})

export const customerRoutes = [listRoute, oneRoute]
