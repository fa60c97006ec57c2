import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readTaskSearch } from './task-search.ts'

const tasksRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/tasks',
  validateSearch: readTaskSearch,
  loader: () => loadWords('tasks', 'tickets'),
  component: lazyRouteComponent(() => import('./TasksPage.tsx'), 'TasksPage'),
})

export const taskRoutes = [tasksRoute]
