// All routes the contracts define, for the golden tests and the generated documents.
import * as contracts from '@kontuar/contracts'
import type { RouteDefinition } from '@kontuar/contracts'

const isRoute = (value: unknown): value is RouteDefinition => typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value

export const contractRoutes: readonly RouteDefinition[] = (Object.values(contracts) as unknown[]).filter(isRoute)
export const nameOfRoute = (route: Pick<RouteDefinition, 'method' | 'path'>): string => `${route.method} ${route.path}`
