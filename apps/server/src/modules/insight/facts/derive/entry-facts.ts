// Entries of the diary: contacts in and out, notes, how long the customer waited for a reply, what a call's exchange said, how whole a
// record is. One fact an entry, and it keeps the ticket it was written in, also when that is merged into another one.
//
// An entry stands with the ticket as it was once the entry had been written, its own transaction included: a call recorded with its queue
// belongs to that queue.
import { factsAfter, type Facts, type StoryEntry, type TicketStory } from '../../../routing/index.ts'
import type { NewFact } from '../measures.ts'
import type { Closings } from './closings.ts'
import type { CountingRules } from './counting-rules.ts'
import type { FactOf } from './fact-of-ticket.ts'
import { timingMeasures } from './timing-measures.ts'

export type Measured = NewFact['measures']

/**
 * A customer wrote, called, came. Machines, lists and returned mail are none. A call that nobody of ours took is one too; one that a
 * colleague took is a contact in all the same, though it answers.
 */
export const isFromCustomer = (e: Pick<StoryEntry, 'kind' | 'direction' | 'automatic' | 'mailClass' | 'cancelled'>): boolean =>
  (e.kind === 'message' || e.kind === 'call' || e.kind === 'visit') && e.direction === 'in' && !e.automatic && !e.cancelled && e.mailClass === 'personal'

const isOut = (e: StoryEntry) => (e.kind === 'message' || e.kind === 'call' || e.kind === 'visit') && e.direction === 'out' && !e.cancelled
export const isFromUs = (e: StoryEntry): boolean => isOut(e) && !e.automatic
const isAutomaticOut = (e: StoryEntry) => isOut(e) && e.automatic

/** A person of ours was in touch: what the clocks take for an answer (routing/clocks/derive/entries.ts). */
export const isHumanReply = (e: StoryEntry): boolean => isFromUs(e) || (isFromCustomer(e) && (e.kind === 'message' ? e.timing?.['answeredAt'] !== undefined : e.staffId !== null))

/** A machine's message that answers the matter. A confirmation of receipt or an invitation to a survey answers nothing; both are marked as replies sent by themselves (RFC 3834). */
const isMachineReply = (e: StoryEntry) => isAutomaticOut(e) && e.kind === 'message' && e.mailClass === 'personal'

export function entryFacts(story: TicketStory, closings: Closings, rules: CountingRules, factOf: FactOf): NewFact[] {
  const responses = responsesByEntry(story, rules)
  const facts = story.entries.flatMap((entry): NewFact[] => {
    const state = factsAfter(story, entry.toldAt, entry.transaction)
    const measures = { ...directionMeasures(entry), ...responses.get(entry.id), ...recordMeasures(entry, state), ...timingMeasures(entry, state.queueId, rules.settingsAt(entry.at)), ...reviewMeasures(entry) }
    return Object.keys(measures).length === 0 ? [] : [factOf({ kind: 'entry', mark: entry.id, at: entry.at, measures, state, staffId: entry.staffId, channel: entry.channel, entryId: entry.id, customerId: entry.customerId })]
  })
  return [...facts, ...machineFacts(story, closings, factOf)]
}

function directionMeasures(e: StoryEntry): Measured {
  if (e.kind === 'note') return { note: 1 }
  if (isFromCustomer(e)) return { 'contact-in': 1 }
  if (isFromUs(e)) return { 'contact-out': 1 }
  return isAutomaticOut(e) ? { 'automatic-out': 1 } : {}
}

/**
 * First response: the first human reply less the customer's message it answers; next response: each later one. Of several messages the first
 * unanswered one counts, also over a closing without a word or a merge taken back: the customer still had no answer. In time as it passes, and in business time of the queue the ticket stood in when it was answered.
 */
function responsesByEntry(story: TicketStory, { timeIn }: CountingRules): Map<string, Measured> {
  return new Map(story.responses.map(({ kind, entryId, askedAt, answeredAt, queueId, settledAt }) => [entryId, {
    [kind]: timeIn(queueId, settledAt).between(askedAt, answeredAt) / 1000, [`${kind}-clock`]: (answeredAt - askedAt) / 1000,
  }]))
}

/** Of what was recorded by hand: how much of four things it says (the request; a decision or result; a reason; a place or queue), and whether it has no result. */
function recordMeasures({ byHand, cancelled }: StoryEntry, state: Facts): Measured {
  if (byHand === null || cancelled) return {}
  const said = [byHand.request !== '', byHand.decision !== '' || byHand.result !== '', state.reasonId !== null, state.locationId !== null || state.queueId !== null]
  return { recorded: 1, completeness: said.filter(Boolean).length / said.length, 'without-result': byHand.result === '' ? 1 : 0 }
}

const reviewMeasures = ({ review, cancelled }: StoryEntry): Measured => (review === null || cancelled ? {} : { 'review-stars': review.stars, 'review-good': review.stars >= 4 ? 1 : 0 })

/**
 * Of the contacts of a closed ticket: whether only a machine had answered when it was closed. A fact of its own, since it becomes known so
 * much later that the contact's own would have to be taken back for it.
 */
function machineFacts(story: TicketStory, { last }: Closings, factOf: FactOf): NewFact[] {
  if (last === null) return []
  const before = story.entries.filter((e) => e.at <= last.at)
  const only = before.some(isMachineReply) && !before.some(isHumanReply)
  return before.filter(isFromCustomer).map((e) => factOf({
    kind: 'entry', mark: `${e.id} machine`, at: e.at, measures: { 'answered-by-machine': only ? 1 : 0 }, state: factsAfter(story, e.toldAt, e.transaction), staffId: e.staffId, channel: e.channel, entryId: e.id, customerId: e.customerId,
  }))
}
