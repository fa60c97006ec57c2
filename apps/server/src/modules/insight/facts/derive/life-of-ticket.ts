// Opened, closed, opened again, passed on.
import { factsAfter, type TicketStory, type Turn } from '../../../routing/index.ts'
import type { NewFact } from '../measures.ts'
import type { Closings } from './closings.ts'
import type { CountingRules } from './counting-rules.ts'
import type { FactOf } from './fact-of-ticket.ts'

/** Opened: with the state after its own transaction, in which it was placed. */
export function openingFact(story: TicketStory, factOf: FactOf): NewFact {
  const state = factsAfter(story, story.createdAt, story.transaction)
  return factOf({ kind: 'ticket-opened', at: story.createdAt, measures: { opened: 1 }, state, staffId: state.assigneeId })
}

/** Closed: by hand of whoever did it. Opened again: of whose it is then. */
export const closingFacts = ({ closings, reopenings }: Closings, factOf: FactOf): NewFact[] => [
  ...closings.map((c) => factOf({ kind: 'ticket-closed', mark: c.entryId ?? '', at: c.at, measures: { closed: 1 }, state: c.state, staffId: c.staffId, ...(c.entryId === null ? {} : { entryId: c.entryId }) })),
  ...reopenings.map((t) => factOf({ kind: 'ticket-reopened', mark: t.entryId, at: t.at, measures: { reopened: 1 }, state: t.after, staffId: t.after.assigneeId, entryId: t.entryId })),
]

/**
 * Passed on: from one queue to another, or from one owner to one of another team, also through nobody's hands in between. What happens in
 * the transaction that opens the ticket places it. Counted where it came from: who passed it on, not who got it.
 */
export function transferFacts(story: TicketStory, { teamOf }: CountingRules, factOf: FactOf): NewFact[] {
  const facts: NewFact[] = []
  const begin = factsAfter(story, story.createdAt, story.transaction)
  let lastOwner = begin.assigneeId === null ? null : { staffId: begin.assigneeId, teamId: teamOf(begin.assigneeId, begin.queueId, story.createdAt) }
  for (const turn of story.turns) {
    if (turn.transaction === story.transaction) continue
    const { before, after } = turn
    const toQueue = before.queueId !== after.queueId && before.queueId !== null && after.queueId !== null
    const owner = after.assigneeId === null ? null : { staffId: after.assigneeId, teamId: teamOf(after.assigneeId, after.queueId, turn.at) }
    const toTeam = before.assigneeId !== after.assigneeId && owner !== null && lastOwner !== null && owner.teamId !== null && lastOwner.teamId !== null && owner.teamId !== lastOwner.teamId
    if (toQueue || toTeam) facts.push(passedOn(turn, before.assigneeId ?? (toTeam ? lastOwner!.staffId : null), factOf))
    // Whoever owned it in the queue it left has been counted with it.
    if (toQueue) lastOwner = owner
    else if (owner !== null) lastOwner = owner
  }
  return facts
}

const passedOn = (turn: Turn, staffId: string | null, factOf: FactOf): NewFact => factOf({ kind: 'ticket-transferred', mark: turn.entryId, at: turn.at, measures: { transferred: 1 }, state: turn.before, staffId, entryId: turn.entryId })
