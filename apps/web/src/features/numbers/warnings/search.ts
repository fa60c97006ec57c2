// What the address of warnings says: which of them are listed. A link shows a colleague the same.
import { warningKinds, type Warning, type WarningKind } from '@kontuar/contracts'
import { present } from '../search/numbers-search.ts'

export const states = ['open', 'snoozed', 'dismissed', 'over'] as const satisfies readonly Warning['state'][]
export interface WarningsSearch { state?: Warning['state']; kind?: WarningKind; location?: string }
export const replayMonths = [3, 6, 12] as const
export type ReplayMonths = (typeof replayMonths)[number]
export interface PastSearch { months?: ReplayMonths }

const among = <T>(values: readonly T[], given: unknown): T | undefined => values.find((value) => value === given)
/** Open ones are what one comes for: they need no word in the address. */
export function readWarningsSearch(given: Record<string, unknown>): WarningsSearch {
  const state = among(states, given['state'])
  const location = given['location']
  return present<WarningsSearch>({ state: state === 'open' ? undefined : state, kind: among(warningKinds, given['kind']), location: typeof location === 'string' && location !== '' ? location.slice(0, 64) : undefined })
}
export const readPastSearch = (given: Record<string, unknown>): PastSearch => present<PastSearch>({ months: among(replayMonths, given['months']) })
