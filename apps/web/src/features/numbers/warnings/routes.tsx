// Warnings: /numbers/warnings (what is going on, filters in the address), one of them under /numbers/warnings/$warningId, and what would
// have come in the past, with the settings that decide it, under /numbers/warnings/past.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { numbersRoute } from '../numbers-route.ts'
import { readPastSearch, readWarningsSearch } from './search.ts'

const page = { getParentRoute: () => numbersRoute, loader: () => loadWords('warnings') } as const

const listRoute = createRoute({ ...page, path: '/warnings', validateSearch: readWarningsSearch, component: lazyRouteComponent(() => import('./list/WarningsPage.tsx'), 'WarningsPage') })
const pastRoute = createRoute({ ...page, path: '/warnings/past', validateSearch: readPastSearch, component: lazyRouteComponent(() => import('./past/PastPage.tsx'), 'PastPage') })
const oneRoute = createRoute({ ...page, path: '/warnings/$warningId', component: lazyRouteComponent(() => import('./list/WarningPage.tsx'), 'WarningPage') })

export const warningRoutes = [listRoute, pastRoute, oneRoute] as const
