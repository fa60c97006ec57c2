// The organization's words, its places and its people: each page with its own address and its own piece of code.
import { Outlet, createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../i18n/i18n.ts'
import { settingsRoute } from './settings-route.ts'

const arranging = createRoute({ getParentRoute: () => settingsRoute, id: 'arranging', loader: () => loadWords('desk', 'structure'), component: lazyRouteComponent(() => import('./DeskOnly.tsx'), 'DeskOnly') })
const page = { getParentRoute: () => arranging } as const
const text = (given: unknown) => (typeof given === 'string' ? given.slice(0, 100) : undefined)

const statuses = createRoute({ ...page, path: '/statuses', component: lazyRouteComponent(() => import('./statuses/StatusesPage.tsx'), 'StatusesPage') })
const newStatus = createRoute({ ...page, path: '/statuses/new', validateSearch: (search: Record<string, unknown>): { category?: string } => (text(search['category']) === undefined ? {} : { category: text(search['category'])! }), component: lazyRouteComponent(() => import('./statuses/NewStatusPage.tsx'), 'NewStatusPage') })
const status = createRoute({ ...page, path: '/statuses/$statusKey', component: lazyRouteComponent(() => import('./statuses/StatusPage.tsx'), 'StatusPage') })

const reasons = createRoute({ ...page, path: '/reasons', validateSearch: (search: Record<string, unknown>): { q?: string } => (text(search['q']) ? { q: text(search['q'])! } : {}), component: lazyRouteComponent(() => import('./reasons/ReasonsPage.tsx'), 'ReasonsPage') })
const moveReason = createRoute({ ...page, path: '/reasons/$reasonId/move', component: lazyRouteComponent(() => import('./reasons/MoveReasonPage.tsx'), 'MoveReasonPage') })
const mergeReason = createRoute({ ...page, path: '/reasons/$reasonId/merge', component: lazyRouteComponent(() => import('./reasons/MergeReasonPage.tsx'), 'MergeReasonPage') })

const tags = createRoute({ ...page, path: '/tags', component: lazyRouteComponent(() => import('./tags/TagsPage.tsx'), 'TagsPage') })

const fields = createRoute({ ...page, path: '/fields', component: lazyRouteComponent(() => import('./fields/FieldsPage.tsx'), 'FieldsPage') })
const newField = createRoute({ ...page, path: '/fields/new', validateSearch: (search: Record<string, unknown>): { subject?: string } => (text(search['subject']) === undefined ? {} : { subject: text(search['subject'])! }), component: lazyRouteComponent(() => import('./fields/NewFieldPage.tsx'), 'NewFieldPage') })
const field = createRoute({ ...page, path: '/fields/$fieldId', component: lazyRouteComponent(() => import('./fields/FieldPage.tsx'), 'FieldPage') })

const locations = createRoute({ ...page, path: '/locations', component: lazyRouteComponent(() => import('./locations/LocationsPage.tsx'), 'LocationsPage') })
const newLocation = createRoute({ ...page, path: '/locations/new', component: lazyRouteComponent(() => import('./locations/LocationPage.tsx'), 'NewLocationPage') })
const location = createRoute({ ...page, path: '/locations/$locationId', component: lazyRouteComponent(() => import('./locations/LocationPage.tsx'), 'LocationPage') })
const regions = createRoute({ ...page, path: '/regions', component: lazyRouteComponent(() => import('./regions/RegionsPage.tsx'), 'RegionsPage') })
const newRegion = createRoute({ ...page, path: '/regions/new', component: lazyRouteComponent(() => import('./regions/RegionPage.tsx'), 'NewRegionPage') })
const region = createRoute({ ...page, path: '/regions/$regionId', component: lazyRouteComponent(() => import('./regions/RegionPage.tsx'), 'RegionPage') })
const causes = createRoute({ ...page, path: '/causes', component: lazyRouteComponent(() => import('./causes/CausesPage.tsx'), 'CausesPage') })
const taskSettings = createRoute({ ...page, path: '/tasks', component: lazyRouteComponent(() => import('./tasks/TaskSettingsPage.tsx'), 'TaskSettingsPage') })
const recoverySettings = createRoute({ ...page, path: '/recovery', loader: () => loadWords('recovery', 'conditions', 'occurrences'), component: lazyRouteComponent(() => import('./recovery/RecoverySettingsPage.tsx'), 'RecoverySettingsPage') })
const teams = createRoute({ ...page, path: '/teams', component: lazyRouteComponent(() => import('./teams/TeamsPage.tsx'), 'TeamsPage') })
const newTeam = createRoute({ ...page, path: '/teams/new', component: lazyRouteComponent(() => import('./teams/TeamPage.tsx'), 'NewTeamPage') })
const team = createRoute({ ...page, path: '/teams/$teamId', component: lazyRouteComponent(() => import('./teams/TeamPage.tsx'), 'TeamPage') })

const canned = createRoute({ getParentRoute: () => settingsRoute, path: '/canned', loader: () => loadWords('canned', 'desk'), component: Outlet })
const cannedPage = { getParentRoute: () => canned } as const
const cannedList = createRoute({ ...cannedPage, path: '/', validateSearch: (search: Record<string, unknown>): { q?: string } => (text(search['q']) ? { q: text(search['q'])! } : {}), component: lazyRouteComponent(() => import('./canned/CannedPage.tsx'), 'CannedPage') })
const newCanned = createRoute({ ...cannedPage, path: '/new', component: lazyRouteComponent(() => import('./canned/CannedAnswerPage.tsx'), 'NewCannedAnswerPage') })
const oneCanned = createRoute({ ...cannedPage, path: '/$answerId', component: lazyRouteComponent(() => import('./canned/CannedAnswerPage.tsx'), 'CannedAnswerPage') })

const person = createRoute({ getParentRoute: () => settingsRoute, path: '/people/$personId', loader: () => loadWords('structure', 'desk', 'conditions'), component: lazyRouteComponent(() => import('./people/PersonPage.tsx'), 'PersonPage') })

export const deskRoutes = [
  arranging.addChildren([statuses, newStatus, status, reasons, moveReason, mergeReason, tags, fields, newField, field, locations, newLocation, location, regions, newRegion, region, causes, taskSettings, recoverySettings, teams, newTeam, team]),
  canned.addChildren([cannedList, newCanned, oneCanned]),
  person,
] as const
