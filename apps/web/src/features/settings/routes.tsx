// Each settings page has its own address and its own piece of code, loaded when it is opened.
import { Outlet, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { loadWords } from '../../i18n/i18n.ts'
import { deskRoutes } from './desk-routes.tsx'
import { routingRoutes } from './routing-routes.tsx'
import { settingsRoute } from './settings-route.ts'

const page = { getParentRoute: () => settingsRoute } as const

/** Where there is room for both, the list alone would be half a screen. */
const indexRoute = createRoute({
  ...page,
  path: '/',
  beforeLoad: () => {
    if (matchMedia('(min-width: 901px)').matches) throw redirect({ to: '/settings/profile', replace: true })
  },
})
const profileRoute = createRoute({ ...page, path: '/profile', component: lazyRouteComponent(() => import('./profile/ProfilePage.tsx'), 'ProfilePage') })
const securityRoute = createRoute({ ...page, path: '/security', component: lazyRouteComponent(() => import('./profile/SecurityPage.tsx'), 'SecurityPage') })
const notificationsRoute = createRoute({ ...page, path: '/notifications', loader: () => loadWords('notifications'), component: lazyRouteComponent(() => import('./notifications/NotificationSettingsPage.tsx'), 'NotificationSettingsPage') })
const tokensRoute = createRoute({ ...page, path: '/tokens', component: lazyRouteComponent(() => import('./tokens/TokensPage.tsx'), 'TokensPage') })
const newTokenRoute = createRoute({ ...page, path: '/tokens/new', component: lazyRouteComponent(() => import('./tokens/NewTokenPage.tsx'), 'NewTokenPage') })
const organizationRoute = createRoute({ ...page, path: '/organization', component: lazyRouteComponent(() => import('./organization/OrganizationPage.tsx'), 'OrganizationPage') })
const peopleRoute = createRoute({ ...page, path: '/people', component: lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage') })
const inviteRoute = createRoute({ ...page, path: '/people/invite', component: lazyRouteComponent(() => import('./people/InvitePage.tsx'), 'InvitePage') })
const smsRoute = createRoute({ ...page, path: '/sms', loader: () => loadWords('sms'), component: lazyRouteComponent(() => import('./sms/SmsPage.tsx'), 'SmsPage') })
const feedbackRoute = createRoute({ ...page, path: '/feedback', loader: () => loadWords('inviting'), component: lazyRouteComponent(() => import('./feedback/FeedbackSettingsPage.tsx'), 'FeedbackSettingsPage') })
const alertDestinationsRoute = createRoute({ ...page, path: '/alert-destinations', loader: () => loadWords('alerts'), component: lazyRouteComponent(() => import('./alert-destinations/DestinationsPage.tsx'), 'DestinationsPage') })
const alertLedgerRoute = createRoute({ ...page, path: '/alert-ledger', loader: () => loadWords('alerts', 'ledger'), component: lazyRouteComponent(() => import('./alert-ledger/LedgerPage.tsx'), 'LedgerPage') })
const whoReceivesRoute = createRoute({ ...page, path: '/who-receives-what', validateSearch: (search: Record<string, unknown>): { person?: string } => (typeof search['person'] === 'string' ? { person: search['person'].slice(0, 40) } : {}), loader: () => loadWords('alerts', 'reports', 'ledger'), component: lazyRouteComponent(() => import('./who-receives/WhoReceivesPage.tsx'), 'WhoReceivesPage') })
const numbersRoute = createRoute({ ...page, path: '/numbers', loader: () => loadWords('counting'), component: lazyRouteComponent(() => import('./numbers/NumbersSettingsPage.tsx'), 'NumbersSettingsPage') })
const readingsRoute = createRoute({ ...page, path: '/readings', loader: () => loadWords('readings'), component: lazyRouteComponent(() => import('./readings/ReadingSettingsPage.tsx'), 'ReadingSettingsPage') })
const auditRoute = createRoute({ ...page, path: '/audit', component: lazyRouteComponent(() => import('./audit/AuditPage.tsx'), 'AuditPage') })

const mailboxesRoute = createRoute({ ...page, path: '/mailboxes', loader: () => loadWords('mailboxes'), component: Outlet })
const mailboxPage = { getParentRoute: () => mailboxesRoute } as const
const mailboxListRoute = createRoute({ ...mailboxPage, path: '/', component: lazyRouteComponent(() => import('./mailboxes/MailboxesPage.tsx'), 'MailboxesPage') })
const newMailboxRoute = createRoute({ ...mailboxPage, path: '/new', component: lazyRouteComponent(() => import('./mailboxes/NewMailboxPage.tsx'), 'NewMailboxPage') })
const mailboxRoute = createRoute({ ...mailboxPage, path: '/$mailboxId', validateSearch: (search: Record<string, unknown>): { fresh?: true } => (search['fresh'] === true ? { fresh: true } : {}), component: lazyRouteComponent(() => import('./mailboxes/MailboxFrame.tsx'), 'MailboxFrame') })
const mailboxStep = { getParentRoute: () => mailboxRoute } as const
const addressRoute = createRoute({ ...mailboxStep, path: '/', component: lazyRouteComponent(() => import('./mailboxes/AddressStep.tsx'), 'AddressStep') })
const receivingRoute = createRoute({ ...mailboxStep, path: '/receiving', component: lazyRouteComponent(() => import('./mailboxes/ReceivingStep.tsx'), 'ReceivingStep') })
const sendingRoute = createRoute({ ...mailboxStep, path: '/sending', component: lazyRouteComponent(() => import('./mailboxes/SendingStep.tsx'), 'SendingStep') })
const answersRoute = createRoute({ ...mailboxStep, path: '/answers', component: lazyRouteComponent(() => import('./mailboxes/AnswersStep.tsx'), 'AnswersStep') })

export const settingsRoutes = [
  settingsRoute.addChildren([
    indexRoute, profileRoute, securityRoute, notificationsRoute, tokensRoute, newTokenRoute, organizationRoute, peopleRoute, inviteRoute, smsRoute, feedbackRoute, alertDestinationsRoute, alertLedgerRoute, whoReceivesRoute, numbersRoute, readingsRoute, auditRoute, ...deskRoutes, routingRoutes,
    mailboxesRoute.addChildren([mailboxListRoute, newMailboxRoute, mailboxRoute.addChildren([addressRoute, receivingRoute, sendingRoute, answersRoute])]),
  ]),
]
