// Rules: /alerts/rules, a new one under /alerts/rules/new, one under /alerts/rules/$ruleId.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { workspaceRoute } from '../../../app/roots.tsx'
import { loadWords } from '../../../i18n/i18n.ts'
import { readRuleSearch } from './rule-search.ts'

const page = { getParentRoute: () => workspaceRoute, loader: () => loadWords('rules', 'occurrences', 'alerts', 'conditions', 'numbers', 'warnings') } as const

const listRoute = createRoute({ ...page, path: '/alerts/rules', component: lazyRouteComponent(() => import('./list/RulesPage.tsx'), 'RulesPage') })
const newRoute = createRoute({ ...page, path: '/alerts/rules/new', validateSearch: readRuleSearch, component: lazyRouteComponent(() => import('./edit/RulePage.tsx'), 'NewRulePage') })
const oneRoute = createRoute({ ...page, path: '/alerts/rules/$ruleId', validateSearch: readRuleSearch, component: lazyRouteComponent(() => import('./edit/RulePage.tsx'), 'RulePage') })

export const alertRuleRoutes = [listRoute, newRoute, oneRoute] as const
