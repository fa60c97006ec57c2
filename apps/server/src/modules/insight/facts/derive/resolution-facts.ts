// What a closed ticket came to, at its last closing; and whether the customer came back.
import { type Facts, type TicketStory } from '../../../routing/index.ts'
import type { NewFact } from '../measures.ts'
import type { Closings, Closing } from './closings.ts'
import type { CountingRules } from './counting-rules.ts'
import { isHumanReply } from './entry-facts.ts'
import type { FactOf } from './fact-of-ticket.ts'
import type { TicketGround } from './ticket-ground.ts'

/** Whose it was when it was closed; of nobody's, who closed it. */
const closerOf = (last: Closing) => last.state.assigneeId ?? last.staffId

/**
 * From its beginning to its last closing, less the time in which it waited for the customer: as time passes, and in business time of the
 * queue it was closed in. Time between a closing and an opening again counts: the customer was not helped yet.
 */
export function resolutionFact({ story, rated }: TicketGround, { last, reopenings }: Closings, rules: CountingRules, factOf: FactOf): NewFact | null {
  if (last === null) return null
  const time = rules.timeIn(last.state.queueId, last.at)
  const waits = waitsOf(story, last.at, (facts) => rules.categoryOf(facts.status) === 'waiting')
  const waited = sum(waits.map(([from, to]) => to - from))
  const replies = story.entries.filter(isHumanReply).length
  return factOf({
    kind: 'ticket-resolved', at: last.at, state: last.state, staffId: closerOf(last),
    measures: {
      'resolution': (time.between(story.beganAt, last.at) - sum(waits.map(([from, to]) => time.between(from, to)))) / 1000, 'resolution-clock': (last.at - story.beganAt - waited) / 1000, 'waiting-for-customer': waited / 1000,
      'one-touch': replies === 1 && reopenings.length === 0 ? 1 : 0, 'thread-length': story.entries.filter((e) => e.kind === 'message' && e.direction !== 'internal' && !e.automatic && !e.cancelled).length,
      'rated': rated ? 1 : 0, 'reopened-after': reopenings.length > 0 ? 1 : 0, 'with-reason': last.state.reasonId === null ? 0 : 1,
    },
  })
}

/** Stretches in a state until an instant. */
function waitsOf(story: TicketStory, until: number, waits: (facts: Facts) => boolean): [number, number][] {
  const states = [{ at: story.beganAt, facts: story.begin }, ...story.turns.map((t) => ({ at: t.at, facts: t.after }))]
  return states.flatMap(({ at, facts }, i): [number, number][] => {
    const to = Math.min(states[i + 1]?.at ?? until, until)
    return waits(facts) && at < to ? [[at, to]] : []
  })
}

/**
 * A window is held open an hour longer than it lasts: mail waits to be read, and a contact that came within it may be written down only now.
 * Whatever is written down later still makes the ticket derived anew (keep/derive-tickets.ts).
 */
export const lateMs = 3_600_000

export interface Window { endsAt: number; settledAt: number }

/** The window after a closing, as settings had it then. */
export function windowAfter({ at }: Closing, { settingsAt }: Pick<CountingRules, 'settingsAt'>): Window {
  const endsAt = at + settingsAt(at).repeatWindowDays * 86_400_000
  return { endsAt, settledAt: endsAt + lateMs }
}

/**
 * Two readings of whether the first contact solved it. Repeat window: kept when the customer was not in touch again for the same reason
 * within it, and the ticket was never opened again. Chains: of a ticket that begins one, kept when no other of the same customer and reason
 * followed. While the window is open nobody knows, also where somebody came back already: counted now, failures would be known earlier than
 * successes.
 */
export function windowFact({ company }: TicketGround, { last, reopenings }: Closings, rules: CountingRules, factOf: FactOf): NewFact | null {
  if (last === null || company === null) return null
  const open = rules.now < windowAfter(last, rules).settledAt
  const chain = company.followsOne ? {} : open ? { 'chain-open': 1 } : { 'chain-kept': company.isFollowed ? 0 : 1 }
  const repeat = open ? { 'repeat-open': 1 } : { 'repeat-kept': company.cameBack || reopenings.length > 0 ? 0 : 1 }
  return factOf({ kind: 'ticket-window', at: last.at, measures: { ...repeat, ...chain }, state: last.state, staffId: closerOf(last) })
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
