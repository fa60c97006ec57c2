// What the address of the board says. A link shows a colleague the same board, with the same person opened.
import type { QueryOf, getBoard } from '@kontuar/contracts'

/** How far ahead one looks, hours. */
export const horizons = [2, 4, 8, 24] as const
export type Horizon = (typeof horizons)[number]
export const usualHorizon: Horizon = 4

export interface BoardSearch {
  hours?: Horizon
  queue?: string
  location?: string
  team?: string
  /** Whose tickets stand at the side: an id, or `none`. */
  owner?: string
}

const text = (given: unknown) => (typeof given === 'string' && given !== '' ? given.slice(0, 64) : undefined)

export function readBoardSearch(given: Record<string, unknown>): BoardSearch {
  const hours = horizons.find((each) => each === Number(given['hours']))
  const named = Object.entries({ queue: text(given['queue']), location: text(given['location']), team: text(given['team']), owner: text(given['owner']) }).filter(([, value]) => value !== undefined)
  return { ...(hours && hours !== usualHorizon && { hours }), ...(Object.fromEntries(named) as BoardSearch) }
}

export const boardQuery = ({ hours, queue, location, team }: BoardSearch): QueryOf<typeof getBoard> => ({
  hours: hours ?? usualHorizon, ...(queue && { queueId: queue }), ...(location && { locationId: location }), ...(team && { teamId: team }),
})
