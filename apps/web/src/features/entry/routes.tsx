// Before one is inside: sign-in, first-run set-up, accepting an invitation.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const loader = () => loadWords('entry')

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  // Only a path of our own: a foreign address here would make the sign-in page a lure.
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    typeof search['next'] === 'string' && /^\/(?![/\\])/.test(search['next']) ? { next: search['next'] } : {},
  loader,
  component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
})
const setupRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup', loader, component: lazyRouteComponent(() => import('./SetupPage.tsx'), 'SetupPage') })
const invitationRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invitation', loader, component: lazyRouteComponent(() => import('./InvitationPage.tsx'), 'InvitationPage') })

export const entryRoutes = [signInRoute, setupRoute, invitationRoute]
