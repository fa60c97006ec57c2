import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { onSignedOut } from '../api/api.ts'
import { queryKeys } from '../api/query-keys.ts'
import { queryClient } from '../api/query-client.ts'
import { alertRoutes } from '../features/alerts/routes.tsx'
import { alertRuleRoutes } from '../features/alerts/rules/routes.tsx'
import { boardRoutes } from '../features/board/routes.tsx'
import { recordRoutes } from '../features/recording/routes.tsx'
import { customerRoutes } from '../features/customers/routes.tsx'
import { entryRoutes } from '../features/entry/routes.tsx'
import { notificationRoutes } from '../features/notifications/routes.tsx'
import { parkedRoutes } from '../features/parked/routes.tsx'
import { recoveryRoutes } from '../features/recovery/routes.tsx'
import { settingsRoutes } from '../features/settings/routes.tsx'
import { taskRoutes } from '../features/tasks/routes.tsx'
import { ticketRoutes } from '../features/tickets/routes.tsx'
import { todayRoutes } from '../features/today/routes.tsx'
import { viewRoutes } from '../features/views/routes.tsx'
import { PageSkeleton } from '../ui/Skeletons.tsx'
import { CrashPage, NotFoundPage } from './ErrorPages.tsx'
import { rootRoute, workspaceRoute } from './roots.tsx'

const indexRoute = createRoute({
  getParentRoute: () => workspaceRoute,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/today', replace: true })
  },
})

const workspaceRoutes = [indexRoute, ...todayRoutes, ...ticketRoutes, ...viewRoutes, ...customerRoutes, ...recordRoutes, ...taskRoutes, ...alertRoutes, ...alertRuleRoutes, ...recoveryRoutes, ...boardRoutes, ...notificationRoutes, ...parkedRoutes, ...settingsRoutes]

/**
 * The many addresses of feedback, of numbers and of reports are learnt when the first of them is opened: they would be a twentieth of what
 * everybody loads to sign in (dev/first-load.ts). For the compiler they are all there, so links to them are checked like any others.
 */
type FeedbackRoutes = (typeof import('../features/feedback/routes.tsx'))['feedbackRoutes']
type NumbersRoutes = (typeof import('../features/numbers/routes.tsx'))['numbersRoutes']
type ReportRoutes = (typeof import('../features/reports/routes.tsx'))['reportRoutes']
const later = {
  '/feedback/$': async () => (await import('../features/feedback/routes.tsx')).feedbackRoutes as unknown as FeedbackRoutes[0][],
  '/numbers/$': async () => (await import('../features/numbers/routes.tsx')).numbersRoutes as unknown as FeedbackRoutes[0][],
  '/reports/$': async () => (await import('../features/reports/routes.tsx')).reportRoutes as unknown as FeedbackRoutes[0][],
} as const
const learnt = new Map<string, FeedbackRoutes[0][]>()
const doors = (Object.keys(later) as (keyof typeof later)[]).map((path) => createRoute({
  getParentRoute: () => workspaceRoute,
  path,
  beforeLoad: async ({ location }) => {
    learnt.set(path, await later[path]())
    workspaceRoute.addChildren([...workspaceRoutes, ...doors.filter((door) => !learnt.has(door.path)), ...learnt.values()].flat())
    router.setRoutes(router.buildRouteTree())
    throw redirect({ to: location.pathname, search: location.search, hash: location.hash, replace: true } as never)
  },
}))

const routeTree = rootRoute.addChildren([...entryRoutes, workspaceRoute.addChildren([...workspaceRoutes, ...(doors.slice(0, 1) as unknown as FeedbackRoutes), ...(doors.slice(1, 2) as unknown as NumbersRoutes), ...(doors.slice(2) as unknown as ReportRoutes)])])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingMs: 150,
  defaultPendingMinMs: 0,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: CrashPage,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

// A session can end while one works. Drafts are on the server, so the way back leads to the same place.
onSignedOut(() => {
  if (!queryClient.getQueryData(queryKeys.me)) return
  queryClient.clear()
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href } })
})
