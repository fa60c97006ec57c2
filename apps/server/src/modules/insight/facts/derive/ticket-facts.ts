// All facts of a ticket. Pure: the same diary, settings and company give the same facts, whenever they are asked.
import { factsAfter, factsAt, type StoryEntry, type TicketStory } from '../../../routing/index.ts'
import type { NewFact } from '../measures.ts'
import { closingsOf } from './closings.ts'
import type { CountingRules } from './counting-rules.ts'
import { entryFacts } from './entry-facts.ts'
import { factOfTicket, type FactOf } from './fact-of-ticket.ts'
import { closingFacts, openingFact, transferFacts } from './life-of-ticket.ts'
import { stayFacts } from './open-stays.ts'
import { readingFacts } from './reading-facts.ts'
import { resolutionFact, windowFact } from './resolution-facts.ts'
import type { TicketGround } from './ticket-ground.ts'

/** A ticket merged into another one counts nowhere; its entries do, under the ticket they were written in. */
export function ticketFacts(ground: TicketGround, rules: CountingRules): NewFact[] {
  const { story } = ground
  const factOf = factOfTicket(ground, rules)
  const closings = closingsOf(story, rules.categoryOf)
  const entries = entryFacts(story, closings, rules, factOf)
  const said = [...entries, ...readingFacts(ground, entries)]
  if (story.now.mergedIntoId !== null) return said
  const whole = [resolutionFact(ground, closings, rules, factOf), windowFact(ground, closings, rules, factOf), complaintFact(ground, factOf)]
  return [openingFact(story, factOf), ...closingFacts(closings, factOf), ...transferFacts(story, rules, factOf), ...stayFacts(story, rules, factOf), ...clockFacts(ground, factOf), ...whole.filter((fact) => fact !== null), ...said]
}

/** At the instant from which it is a complaint: it came to the queue of complaints, or got a term of law. From then on it is one, wherever it goes. Brought by a contact it is of when that came, so that complaints per contact compare the same days. */
function complaintFact({ story, complainedBefore }: TicketGround, factOf: FactOf): NewFact | null {
  if (story.complaint === null) return null
  const { at, transaction } = story.complaint
  const state = transaction === null ? factsAt(story, at) : factsAfter(story, at, transaction)
  return factOf({ kind: 'complaint', at, measures: { 'complaint': 1, 'complaint-repeated': complainedBefore ? 1 : 0 }, state, staffId: state.assigneeId })
}

/**
 * Clocks that were met, when they were; missed ones when they were due, whether or not they have ended since. Status clocks count among all.
 * A clock met by a reply stands with the ticket as that reply does (entry-facts.ts), any other as the ticket stood then. A contact may be
 * written down long after it came, and its clocks have ended before there was a ticket: they stand where its writing down placed it.
 */
const clockFacts = ({ story }: TicketGround, factOf: FactOf): NewFact[] => story.clocks.map((clock) => {
  const { kind, cycle, at, kept } = clock
  const reply = replyOf(story, clock)
  const state = reply === undefined ? factsAt(story, at) : factsAfter(story, reply.toldAt, reply.transaction)
  const value = kept ? 1 : 0
  return factOf({ kind: 'clock', mark: `${kind} ${cycle}`, at, measures: { 'sla-kept': value, ...(kind === 'status' ? {} : { [`sla-${kind}`]: value }) }, state, staffId: state.assigneeId })
})

function replyOf(story: TicketStory, { kind, at, kept }: TicketStory['clocks'][number]): StoryEntry | undefined {
  const response = kept && (kind === 'first-response' || kind === 'next-response') ? story.responses.find((r) => r.answeredAt === at) : undefined
  return response === undefined ? undefined : story.entries.find((e) => e.id === response.entryId)
}
