/*
 * How long the ticket was open, in pieces in which no dimension of it changed: one fact where a piece begins, one where it ends, both with
 * the same dimensions. So entered less left is at every instant how many are open, whatever one cuts by. Pieces without length are left out.
 */
import { factsAfter, type Facts, type TicketStory } from '../../../routing/index.ts'
import type { NewFact } from '../measures.ts'
import type { CountingRules } from './counting-rules.ts'
import type { FactOf } from './fact-of-ticket.ts'

interface Piece { from: number; to: number | null; state: Facts; open: boolean }

export function stayFacts(story: TicketStory, rules: CountingRules, factOf: FactOf): NewFact[] {
  return piecesOf(story, rules).flatMap((piece) => {
    if (!piece.open || piece.to === piece.from) return []
    const mark = String(piece.from)
    const entered = factOf({ kind: 'stay-entered', mark, at: piece.from, measures: { entered: 1 }, state: piece.state, staffId: piece.state.assigneeId })
    // With the team of the beginning: somebody who changed teams meanwhile would else leave a stay nobody entered.
    return piece.to === null ? [entered] : [entered, { ...entered, kind: 'stay-left', at: piece.to, measures: { left: 1 } }]
  })
}

function piecesOf(story: TicketStory, rules: CountingRules): Piece[] {
  const isOpen = (facts: Facts) => rules.categoryOf(facts.status) !== 'closed' && facts.mergedIntoId === null
  const alike = (facts: Facts) => JSON.stringify([isOpen(facts), facts.queueId, facts.assigneeId, rules.reasonOf(facts.reasonId), facts.locationId, rules.segmentsOf(facts.fields)])
  const begin = factsAfter(story, story.createdAt, story.transaction)
  const pieces: Piece[] = [{ from: story.createdAt, to: null, state: begin, open: isOpen(begin) }]
  for (const { at, transaction, after } of story.turns) {
    const last = pieces.at(-1)!
    if (transaction === story.transaction || alike(after) === alike(last.state)) continue
    const cut = Math.max(at, last.from)
    last.to = cut
    pieces.push({ from: cut, to: null, state: after, open: isOpen(after) })
  }
  return pieces
}
