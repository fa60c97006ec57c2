import { createRoute, createRouter, redirect } from '@tanstack/react-router'
import { onSignedOut } from '../api/api.ts'
import { queryKeys } from '../api/query-keys.ts'
import { queryClient } from '../api/query-client.ts'
import { boardRoutes } from '../features/board/routes.tsx'
import { recordRoutes } from '../features/recording/routes.tsx'
import { customerRoutes } from '../features/customers/routes.tsx'
import { entryRoutes } from '../features/entry/routes.tsx'
import { notificationRoutes } from '../features/notifications/routes.tsx'
import { parkedRoutes } from '../features/parked/routes.tsx'
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

const workspaceRoutes = [indexRoute, ...todayRoutes, ...ticketRoutes, ...viewRoutes, ...customerRoutes, ...recordRoutes, ...taskRoutes, ...boardRoutes, ...notificationRoutes, ...parkedRoutes]

/**
 * The many addresses of feedback, numbers, reports, alerts, the closed loop and settings are learnt when the first of them is opened: they would
 * be a tenth of what everybody loads to sign in (dev/first-load.ts). For the compiler they are all there, so links are checked like any others.
 */
type FeedbackRoutes = (typeof import('../features/feedback/routes.tsx'))['feedbackRoutes']
type NumbersRoutes = (typeof import('../features/numbers/routes.tsx'))['numbersRoutes']
type ReportRoutes = (typeof import('../features/reports/routes.tsx'))['reportRoutes']
type AlertRoutes = (typeof import('../features/alerts/all-routes.ts'))['allAlertRoutes']
type SettingsRoutes = (typeof import('../features/settings/routes.tsx'))['settingsRoutes']
type RecoveryRoutes = (typeof import('../features/recovery/routes.tsx'))['recoveryRoutes']
type LaterRoute = (FeedbackRoutes | NumbersRoutes | ReportRoutes | AlertRoutes | RecoveryRoutes | SettingsRoutes)[number]
const later: readonly { paths: readonly string[]; learn: () => Promise<unknown> }[] = [
  { paths: ['/feedback/$'], learn: async () => (await import('../features/feedback/routes.tsx')).feedbackRoutes },
  { paths: ['/numbers/$'], learn: async () => (await import('../features/numbers/routes.tsx')).numbersRoutes },
  { paths: ['/reports/$'], learn: async () => (await import('../features/reports/routes.tsx')).reportRoutes },
  { paths: ['/alerts/$'], learn: async () => (await import('../features/alerts/all-routes.ts')).allAlertRoutes },
  { paths: ['/recoveries/$', '/error-review/$', '/study-sets/$'], learn: async () => (await import('../features/recovery/routes.tsx')).recoveryRoutes },
  { paths: ['/settings/$'], learn: async () => (await import('../features/settings/routes.tsx')).settingsRoutes },
]
const learnt = new Map<(typeof later)[number], readonly LaterRoute[]>()
const doors = later.map((part) => part.paths.map((path) => createRoute({
  getParentRoute: () => workspaceRoute,
  path,
  // Never shown itself: once the addresses behind it are learnt there is no such route any more, and a skeleton drawn for it would crash. On a
  // slow network the page one comes from stays until then.
  pendingMs: Infinity,
  beforeLoad: async ({ location }) => {
    learnt.set(part, (await part.learn()) as readonly LaterRoute[])
    workspaceRoute.addChildren([...workspaceRoutes, ...doors.flatMap((each, i) => (learnt.get(later[i]!) ?? each) as readonly LaterRoute[])])
    router.setRoutes(router.buildRouteTree())
    throw redirect({ to: location.pathname, search: location.search, hash: location.hash, replace: true } as never)
  },
})))

const routeTree = rootRoute.addChildren([...entryRoutes, workspaceRoute.addChildren([...workspaceRoutes, ...(doors.flat() as unknown as LaterRoute[])])])

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
