// Queues, calendars, SLA policies and terms of law: each page with its own address and its own piece of code.
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../i18n/i18n.ts'
import { settingsRoute } from './settings-route.ts'

const routing = createRoute({ getParentRoute: () => settingsRoute, id: 'routing', loader: () => loadWords('desk', 'queues', 'times', 'conditions'), component: lazyRouteComponent(() => import('./DeskOnly.tsx'), 'DeskOnly') })
const page = { getParentRoute: () => routing } as const

const queues = createRoute({ ...page, path: '/queues', component: lazyRouteComponent(() => import('./queues/QueuesPage.tsx'), 'QueuesPage') })
const newQueue = createRoute({ ...page, path: '/queues/new', component: lazyRouteComponent(() => import('./queues/NewQueuePage.tsx'), 'NewQueuePage') })
const queue = createRoute({ ...page, path: '/queues/$queueId', component: lazyRouteComponent(() => import('./queues/QueuePage.tsx'), 'QueuePage') })

const rules = createRoute({ ...page, path: '/queue-rules', component: lazyRouteComponent(() => import('./queue-rules/RulesPage.tsx'), 'RulesPage') })
const newRule = createRoute({ ...page, path: '/queue-rules/new', component: lazyRouteComponent(() => import('./queue-rules/RulePage.tsx'), 'NewRulePage') })
const rule = createRoute({ ...page, path: '/queue-rules/$ruleId', component: lazyRouteComponent(() => import('./queue-rules/RulePage.tsx'), 'RulePage') })

const calendars = createRoute({ ...page, path: '/calendars', component: lazyRouteComponent(() => import('./calendars/CalendarsPage.tsx'), 'CalendarsPage') })
const newCalendar = createRoute({ ...page, path: '/calendars/new', component: lazyRouteComponent(() => import('./calendars/CalendarPage.tsx'), 'NewCalendarPage') })
const calendar = createRoute({ ...page, path: '/calendars/$calendarId', component: lazyRouteComponent(() => import('./calendars/CalendarPage.tsx'), 'CalendarPage') })

const policies = createRoute({ ...page, path: '/sla', component: lazyRouteComponent(() => import('./sla/PoliciesPage.tsx'), 'PoliciesPage') })
const newPolicy = createRoute({ ...page, path: '/sla/new', component: lazyRouteComponent(() => import('./sla/PolicyPage.tsx'), 'NewPolicyPage') })
const policy = createRoute({ ...page, path: '/sla/$policyId', component: lazyRouteComponent(() => import('./sla/PolicyPage.tsx'), 'PolicyPage') })

const bases = createRoute({ ...page, path: '/legal', component: lazyRouteComponent(() => import('./legal/BasesPage.tsx'), 'BasesPage') })
const newBasis = createRoute({ ...page, path: '/legal/new', component: lazyRouteComponent(() => import('./legal/NewVersionPage.tsx'), 'NewBasisPage') })
const newVersion = createRoute({ ...page, path: '/legal/$code', component: lazyRouteComponent(() => import('./legal/NewVersionPage.tsx'), 'NewVersionPage') })

export const routingRoutes = routing.addChildren([queues, newQueue, queue, rules, newRule, rule, calendars, newCalendar, calendar, policies, newPolicy, policy, bases, newBasis, newVersion])
