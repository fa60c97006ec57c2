// Reports: /reports (the list), one under /reports/$reportId with its figures of now, changed under /edit; what was sent under /reports/runs.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../app/roots.tsx'
import { loadWords } from '../../i18n/i18n.ts'
import { readLedgerSearch, readReportSearch } from './report-search.ts'

const reportsRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/reports',
  loader: () => loadWords('reports'),
  component: lazyRouteComponent(() => import('./ReportsFrame.tsx'), 'ReportsFrame'),
})
const page = { getParentRoute: () => reportsRoute } as const
/** With figures and tiles, and so with their words. */
const withFigures = () => loadWords('numbers', 'tiles', 'conditions')

const listRoute = createRoute({ ...page, path: '/', component: lazyRouteComponent(() => import('./list/ReportsPage.tsx'), 'ReportsPage') })
const newRoute = createRoute({ ...page, path: '/new', validateSearch: (search: Record<string, unknown>): { from?: string } => (typeof search['from'] === 'string' ? { from: search['from'].slice(0, 40) } : {}), loader: withFigures, component: lazyRouteComponent(() => import('./edit/EditPage.tsx'), 'NewReportPage') })
const runsRoute = createRoute({ ...page, path: '/runs', validateSearch: readLedgerSearch, component: lazyRouteComponent(() => import('./runs/RunsPage.tsx'), 'RunsPage') })
const runRoute = createRoute({ ...page, path: '/runs/$runId', validateSearch: readLedgerSearch, loader: () => loadWords('ledger'), component: lazyRouteComponent(() => import('./runs/RunPage.tsx'), 'RunPage') })
const reportRoute = createRoute({ ...page, path: '/$reportId', validateSearch: readReportSearch, loader: withFigures, component: lazyRouteComponent(() => import('./view/ReportPage.tsx'), 'ReportPage') })
const editRoute = createRoute({ ...page, path: '/$reportId/edit', loader: withFigures, component: lazyRouteComponent(() => import('./edit/EditPage.tsx'), 'EditReportPage') })

export const reportRoutes = [reportsRoute.addChildren([listRoute, newRoute, runsRoute, runRoute, reportRoute, editRoute])]
