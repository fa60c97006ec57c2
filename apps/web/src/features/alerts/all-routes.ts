import { alertRoutes } from './routes.tsx'
import { alertRuleRoutes } from './rules/routes.tsx'

export const allAlertRoutes = [...alertRoutes, ...alertRuleRoutes] as const
