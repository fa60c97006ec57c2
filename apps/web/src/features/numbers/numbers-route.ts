// The parent of every page of numbers. A feature folder beside this one hangs its pages here and is named in routes.tsx; a place in
// the list at the side is a line in frame/numbers-places.ts.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readFrameSearch, type FrameSearch } from './search/numbers-search.ts'

export const numbersRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/numbers',
  validateSearch: (given: Record<string, unknown>): FrameSearch => readFrameSearch(given),
  loader: () => loadWords('numbers', 'tiles', 'conditions'),
  component: lazyRouteComponent(() => import('./frame/NumbersFrame.tsx'), 'NumbersFrame'),
})
