// When a ticket was closed and opened again. Being merged away closes nothing, and a merge taken back opens nothing: the matter went on.
import type { Facts, TicketStory, Turn } from '../../../routing/index.ts'

type CategoryOf = (status: string) => string

export interface Closing { at: number; entryId: string | null; staffId: string | null; state: Facts }
export interface Closings {
  closings: Closing[]
  reopenings: Turn[]
  /** The last one of a ticket that is closed now; null: it is open, or merged into another one. */
  last: Closing | null
}

const isMerging = ({ before, after }: Turn) => before.mergedIntoId !== after.mergedIntoId

export function closingsOf(story: TicketStory, categoryOf: CategoryOf): Closings {
  const isClosed = (facts: Facts) => categoryOf(facts.status) === 'closed'
  const closings: Closing[] = []
  const reopenings: Turn[] = []
  for (const turn of story.turns) {
    if (isMerging(turn) || isClosed(turn.before) === isClosed(turn.after)) continue
    if (isClosed(turn.after)) closings.push({ at: turn.at, entryId: turn.entryId, staffId: turn.staffId, state: turn.after })
    else reopenings.push(turn)
  }
  const closedNow = isClosed(story.now) && story.now.mergedIntoId === null
  // A ticket that came here closed has no entry that says so.
  const last = !closedNow ? null : closings.at(-1) ?? { at: story.closedAt ?? story.createdAt, entryId: null, staffId: null, state: story.now }
  return { closings, reopenings, last }
}
