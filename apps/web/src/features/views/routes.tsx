import type { Conditions } from '@kontuar/contracts'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { sorts, type Sort } from '../tickets/search/index.ts'

/** What a new view begins with; typed addresses are read as far as they make sense. */
export interface NewViewSearch { conditions?: Conditions; sort?: Sort; group?: string; columns?: string[] }

const isGroup = (given: unknown): given is Conditions => typeof given === 'object' && given !== null && Array.isArray((given as Conditions).rules)
function readSearch(given: Record<string, unknown>): NewViewSearch {
  const { conditions, sort, group, columns } = given
  return {
    ...(isGroup(conditions) && { conditions }),
    ...(sorts.includes(sort as Sort) && { sort: sort as Sort }),
    ...(typeof group === 'string' && { group: group.slice(0, 100) }),
    ...(Array.isArray(columns) && { columns: columns.filter((each): each is string => typeof each === 'string').slice(0, 30) }),
  }
}
const loader = () => loadWords('views', 'conditions', 'tickets')

const newViewRoute = createRoute({ getParentRoute: () => workspaceRoute, path: '/views/new', validateSearch: readSearch, loader, component: lazyRouteComponent(() => import('./NewViewPage.tsx'), 'NewViewPage') })
const viewRoute = createRoute({ getParentRoute: () => workspaceRoute, path: '/views/$viewId', loader, component: lazyRouteComponent(() => import('./ChangeViewPage.tsx'), 'ChangeViewPage') })

export const viewRoutes = [newViewRoute, viewRoute]
