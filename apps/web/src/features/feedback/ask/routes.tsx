// When to ask (touchpoints) and who was asked (invitations).
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { loadWords } from '../../../i18n/i18n.ts'
import { feedbackHomeRoute, feedbackRoute, surveyRoute } from '../feedback-route.ts'
import { readInvitationSearch } from './invitations/invitation-search.ts'

const words = () => loadWords('asking', 'conditions')
const touchpoints = createRoute({ getParentRoute: () => feedbackHomeRoute, path: '/touchpoints', loader: words, component: lazyRouteComponent(() => import('./list/TouchpointsPage.tsx'), 'TouchpointsPage') })
const invitations = createRoute({ getParentRoute: () => feedbackHomeRoute, path: '/invitations', loader: words, validateSearch: readInvitationSearch, component: lazyRouteComponent(() => import('./invitations/InvitationsPage.tsx'), 'InvitationsPage') })

/** `survey`: for which one it is made. */
const readSurvey = ({ survey }: Record<string, unknown>): { survey?: string } => (typeof survey === 'string' && /^[\w-]{1,64}$/.test(survey) ? { survey } : {})
const newTouchpoint = createRoute({ getParentRoute: () => feedbackRoute, path: '/touchpoints/new', loader: words, validateSearch: readSurvey, component: lazyRouteComponent(() => import('./form/TouchpointPage.tsx'), 'NewTouchpointPage') })
const touchpoint = createRoute({ getParentRoute: () => feedbackRoute, path: '/touchpoints/$touchpointId', loader: words, component: lazyRouteComponent(() => import('./form/TouchpointPage.tsx'), 'TouchpointPage') })

const surveyAsk = createRoute({ getParentRoute: () => surveyRoute, path: '/ask', loader: words, component: lazyRouteComponent(() => import('./list/SurveyAskPage.tsx'), 'SurveyAskPage') })

/** Pages of the whole organization under its tabs; pages that fill the room; pages of one survey. */
export const askHomePages = [touchpoints, invitations]
export const askFullPages = [newTouchpoint, touchpoint]
export const askSurveyPages = [surveyAsk]
