import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const id = (given: unknown) => (typeof given === 'string' && given !== '' && given.length <= 64 ? given : undefined)

const recordRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/interactions/new',
  validateSearch: (search: Record<string, unknown>): { ticket?: string; customer?: string; recovery?: string } => {
    const [ticket, customer, recovery] = [id(search['ticket']), id(search['customer']), id(search['recovery'])]
    return { ...(ticket ? { ticket } : {}), ...(customer ? { customer } : {}), ...(recovery ? { recovery } : {}) }
  },
  loader: () => loadWords('recording'),
  component: lazyRouteComponent(() => import('./RecordPage.tsx'), 'RecordPage'),
})

export const recordRoutes = [recordRoute]
