// Places at which a run, a figure or a silence is watched one by one. '' is everything together.
import type { AlertPlace, Dimension } from '@kontuar/contracts'
import type { Firing } from '../firing.ts'
import type { Occurrence } from './occurrence.ts'

type Placed = Pick<Occurrence, 'locationId' | 'queueId' | 'teamId' | 'staffId' | 'channel' | 'reasonId' | 'surveyId' | 'customerId'>
const columnOf = {
  location: 'locationId', queue: 'queueId', team: 'teamId', staff: 'staffId', channel: 'channel', reason: 'reasonId', survey: 'surveyId', customer: 'customerId',
} as const satisfies Record<Exclude<AlertPlace, 'all'>, keyof Placed>

/** Null: it happened at no such place, so it belongs to none of the streams. */
export const placeOf = (each: AlertPlace, occurrence: Placed): string | null => (each === 'all' ? '' : occurrence[columnOf[each]])

/** By which numbers are cut for it; null: not at all. Of customers no sums are kept. */
export const dimensionOf = (each: AlertPlace): Dimension | null => (each === 'all' || each === 'customer' ? null : each)

/** What an alert about a place says of where it is, so that its manager is found. */
export function idsOfPlace(each: AlertPlace, place: string): Pick<Firing, 'locationId' | 'queueId' | 'teamId' | 'staffId' | 'customerId'> {
  return { locationId: each === 'location' ? place : null, queueId: each === 'queue' ? place : null, teamId: each === 'team' ? place : null, staffId: each === 'staff' ? place : null, customerId: each === 'customer' ? place : null }
}
