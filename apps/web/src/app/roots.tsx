// The two parents of all routes: outside (sign-in and the like) and the workspace, which needs a person.
import { getSetup } from '@kontuar/contracts'
import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { api } from '../api/api.ts'
import { meQuery } from '../api/me.ts'
import { ApiProblem } from '../api/problem.ts'
import { queryClient } from '../api/query-client.ts'
import { switchLocale } from '../i18n/i18n.ts'
import { OuterCrashPage, OuterNotFoundPage } from './ErrorPages.tsx'
import { FrameSkeleton } from './frame/FrameSkeleton.tsx'

export const rootRoute = createRootRoute({ notFoundComponent: OuterNotFoundPage, errorComponent: OuterCrashPage })

export const workspaceRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'workspace',
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery)
      await switchLocale(me.staff.locale ?? me.organization.locale)
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.code !== 'not-signed-in') throw error
      const { needed } = await api(getSetup)
      throw needed ? redirect({ to: '/setup' }) : redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
    }
  },
  component: lazyRouteComponent(() => import('./frame/Frame.tsx'), 'Frame'),
  pendingComponent: FrameSkeleton,
  errorComponent: OuterCrashPage,
})
