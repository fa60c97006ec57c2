// What the addresses of the closed loop hold: which loops are listed, and of which days errors are looked at.
import { reviewedRecoveries, type QueryOf, type listRecoveries } from '@kontuar/contracts'

export const shows = ['open', 'mine', 'late', 'closed', 'all'] as const
export type Show = (typeof shows)[number]
type Reviewed = (typeof reviewedRecoveries)[number]
/** `of`: the rows behind a number of error review, of the days between `from` and `to`. */
export interface RecoverySearch { show?: Show; cause?: string; location?: string; team?: string; customer?: string; from?: string; to?: string; of?: Reviewed }

const id = (given: unknown) => (typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : undefined)
const instant = (given: unknown) => (typeof given === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]{5,12}Z$/.test(given) && !Number.isNaN(Date.parse(given)) ? given : undefined)

export function readRecoverySearch(given: Record<string, unknown>): RecoverySearch {
  const show = shows.find((each) => each === given['show'])
  const of = reviewedRecoveries.find((each) => each === given['of'])
  const found = { show: show === 'open' ? undefined : show, cause: id(given['cause']), location: id(given['location']), team: id(given['team']), customer: id(given['customer']), from: instant(given['from']), to: instant(given['to']), of }
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as RecoverySearch
}

const whatShows: Record<Show, QueryOf<typeof listRecoveries>> = { open: { open: true }, mine: { open: true, ownerId: 'me' }, late: { late: true }, closed: { open: false }, all: {} }

export function recoveryQuery({ show = 'open', cause, location, team, customer, from, to, of }: RecoverySearch): QueryOf<typeof listRecoveries> {
  return {
    ...whatShows[show], ...(cause && { causeId: cause }), ...(location && { locationId: location }), ...(team && { teamId: team }), ...(customer && { customerId: customer }),
    ...(from && { from }), ...(to && { to }), ...(of && { reviewed: of }),
  }
}

export const reviewDays = [30, 90, 365] as const
export type ReviewDays = (typeof reviewDays)[number]
export interface ReviewSearch { days?: ReviewDays; location?: string; team?: string }

export function readReviewSearch(given: Record<string, unknown>): ReviewSearch {
  const days = reviewDays.find((each) => each === Number(given['days']))
  const [location, team] = [id(given['location']), id(given['team'])]
  return { ...(days && days !== 30 && { days }), ...(location && { location }), ...(team && { team }) }
}
