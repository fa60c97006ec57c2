// What the address of the invitations says, and what the server is asked for it.
import type { QueryOf, SurveyInvitation, listSurveyInvitations } from '@kontuar/contracts'

export const states = ['planned', 'sent', 'suppressed', 'failed', 'bounced', 'cancelled'] as const satisfies readonly SurveyInvitation['state'][]
export const reasons = ['rest-period', 'other-survey-first', 'sampled-out', 'opted-out', 'minor', 'open-complaint', 'no-address', 'cannot-send', 'survey-not-active', 'quota-reached', 'conditions', 'already-asked', 'bounced-before', 'automatic', 'ticket-reopened', 'too-late'] as const

export interface InvitationSearch {
  survey?: string
  touchpoint?: string
  list?: string
  customer?: string
  ticket?: string
  state?: (typeof states)[number]
  reason?: (typeof reasons)[number]
}

const ids = ['survey', 'touchpoint', 'list', 'customer', 'ticket'] as const

export function readInvitationSearch(given: Record<string, unknown>): InvitationSearch {
  const found: InvitationSearch = {}
  for (const name of ids) {
    const value = given[name]
    if (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)) found[name] = value
  }
  const state = states.find((each) => each === given['state'])
  const reason = reasons.find((each) => each === given['reason'])
  if (state !== undefined) found.state = state
  // A reason stands only beside what was not asked.
  if (reason !== undefined && (state === undefined || state === 'suppressed')) Object.assign(found, { state: 'suppressed', reason })
  return found
}

export const invitationQuery = ({ survey, touchpoint, list, customer, ticket, state, reason }: InvitationSearch): QueryOf<typeof listSurveyInvitations> => ({
  ...(survey !== undefined && { surveyId: survey }), ...(touchpoint !== undefined && { touchpointId: touchpoint }), ...(list !== undefined && { listId: list }), ...(customer !== undefined && { customerId: customer }), ...(ticket !== undefined && { ticketId: ticket }),
  ...(state !== undefined && { state }), ...(reason !== undefined && { reason }),
})
