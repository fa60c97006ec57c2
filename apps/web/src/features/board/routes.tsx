import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readBoardSearch } from './board-search.ts'

const boardRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/board',
  validateSearch: readBoardSearch,
  loader: () => loadWords('board', 'tickets'),
  component: lazyRouteComponent(() => import('./BoardPage.tsx'), 'BoardPage'),
})

export const boardRoutes = [boardRoute]
