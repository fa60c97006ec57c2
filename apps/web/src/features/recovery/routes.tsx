import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readRecoverySearch, readReviewSearch } from './recovery-search.ts'

/** The words of alerts say why somebody is responsible, and how entries of the diary are called. */
const frameRoute = createRoute({ getParentRoute: () => workspaceRoute, id: 'recovery', loader: () => loadWords('recovery', 'alerts', 'asking'), component: lazyRouteComponent(() => import('./RecoveryFrame.tsx'), 'RecoveryFrame') })
const page = { getParentRoute: () => frameRoute } as const

const listRoute = createRoute({ ...page, path: '/recoveries', validateSearch: readRecoverySearch, component: lazyRouteComponent(() => import('./RecoveriesPage.tsx'), 'RecoveriesPage') })
/** The same page beside the story of one: a notification opens it. */
const oneRoute = createRoute({ ...page, path: '/recoveries/$recoveryId', validateSearch: readRecoverySearch, component: lazyRouteComponent(() => import('./RecoveriesPage.tsx'), 'RecoveriesPage') })
const reviewRoute = createRoute({ ...page, path: '/error-review', validateSearch: readReviewSearch, component: lazyRouteComponent(() => import('./review/ErrorReviewPage.tsx'), 'ErrorReviewPage') })
const setsRoute = createRoute({ ...page, path: '/study-sets', component: lazyRouteComponent(() => import('./study/StudySetsPage.tsx'), 'StudySetsPage') })
const setRoute = createRoute({ ...page, path: '/study-sets/$setId', component: lazyRouteComponent(() => import('./study/StudySetPage.tsx'), 'StudySetPage') })

export const recoveryRoutes = [frameRoute.addChildren([listRoute, oneRoute, reviewRoute, setsRoute, setRoute])]
