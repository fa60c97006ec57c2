import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const id = (given: unknown) => (typeof given === 'string' && given !== '' && given.length <= 64 ? given : undefined)

const newContactRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/contacts/new',
  validateSearch: (search: Record<string, unknown>): { ticket?: string; customer?: string } => {
    const [ticket, customer] = [id(search['ticket']), id(search['customer'])]
    return { ...(ticket ? { ticket } : {}), ...(customer ? { customer } : {}) }
  },
  loader: () => loadWords('contacts'),
  component: lazyRouteComponent(() => import('./RecordContactPage.tsx'), 'RecordContactPage'),
})

export const contactRoutes = [newContactRoute]
