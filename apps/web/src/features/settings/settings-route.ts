import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'

/** The parent of every settings page. */
export const settingsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/settings',
  loader: () => loadWords('settings'),
  component: lazyRouteComponent(() => import('./SettingsFrame.tsx'), 'SettingsFrame'),
})
