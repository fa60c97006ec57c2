// Numbers: /numbers (the first dashboard of one's role), one dashboard under /numbers/dashboards/$dashboardId, the catalogue under
// /numbers/metrics, the effect of changes under /numbers/effect. The rows behind a number stand in the address of each page (`rows`).
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../i18n/i18n.ts'
import { numbersRoute } from './numbers-route.ts'
import { readEffectSearch } from './effect/effect-search.ts'
import { readMetricSearch } from './catalogue/metric-search.ts'
import { readNumbersSearch } from './search/numbers-search.ts'
import { warningRoutes } from './warnings/routes.tsx'

const page = { getParentRoute: () => numbersRoute } as const
const text = (given: unknown): string | undefined => (typeof given === 'string' && given !== '' ? given.slice(0, 80) : undefined)

const homeRoute = createRoute({ ...page, path: '/', component: lazyRouteComponent(() => import('./dashboard/NumbersHome.tsx'), 'NumbersHome') })
const newDashboardRoute = createRoute({ ...page, path: '/dashboards/new', validateSearch: (search: Record<string, unknown>): { from?: string } => (text(search['from']) === undefined ? {} : { from: text(search['from'])! }), component: lazyRouteComponent(() => import('./edit/NewDashboardPage.tsx'), 'NewDashboardPage') })
const dashboardRoute = createRoute({ ...page, path: '/dashboards/$dashboardId', validateSearch: readNumbersSearch, component: lazyRouteComponent(() => import('./dashboard/DashboardPage.tsx'), 'DashboardPage') })
const editRoute = createRoute({ ...page, path: '/dashboards/$dashboardId/edit', component: lazyRouteComponent(() => import('./edit/EditPage.tsx'), 'EditPage') })
const catalogueRoute = createRoute({ ...page, path: '/metrics', validateSearch: (search: Record<string, unknown>): { q?: string } => (text(search['q']) === undefined ? {} : { q: text(search['q'])! }), component: lazyRouteComponent(() => import('./catalogue/CataloguePage.tsx'), 'CataloguePage') })
const newMetricRoute = createRoute({ ...page, path: '/metrics/new', component: lazyRouteComponent(() => import('./catalogue/OwnMetricPage.tsx'), 'NewMetricPage') })
const metricRoute = createRoute({ ...page, path: '/metrics/$metric', validateSearch: readMetricSearch, component: lazyRouteComponent(() => import('./catalogue/MetricPage.tsx'), 'MetricPage') })
const changeMetricRoute = createRoute({ ...page, path: '/metrics/$metric/edit', component: lazyRouteComponent(() => import('./catalogue/OwnMetricPage.tsx'), 'ChangeMetricPage') })
const effectRoute = createRoute({ ...page, path: '/effect', validateSearch: readEffectSearch, loader: () => loadWords('effect'), component: lazyRouteComponent(() => import('./effect/EffectPage.tsx'), 'EffectPage') })

export const numbersRoutes = [numbersRoute.addChildren([homeRoute, newDashboardRoute, dashboardRoute, editRoute, catalogueRoute, newMetricRoute, metricRoute, changeMetricRoute, effectRoute, ...warningRoutes])]
