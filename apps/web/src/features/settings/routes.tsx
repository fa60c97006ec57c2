import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  loader: () => loadWords('settings'),
  component: lazyRouteComponent(() => import('./SettingsFrame.tsx'), 'SettingsFrame'),
})
const page = { getParentRoute: () => settingsRoute } as const

const profileRoute = createRoute({ ...page, path: '/profile', component: lazyRouteComponent(() => import('./profile/ProfilePage.tsx'), 'ProfilePage') })
const organizationRoute = createRoute({ ...page, path: '/organization', component: lazyRouteComponent(() => import('./organization/OrganizationPage.tsx'), 'OrganizationPage') })

export const settingsRoutes = [settingsRoute.addChildren([profileRoute, organizationRoute])]
