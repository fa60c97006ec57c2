/*
 * First and next response. The first begins with the customer's first message and is the only one of its kind; a ticket
 * we began has none. Afterwards each message of the customer that nobody has answered yet begins a cycle, and what they
 * write on top of it begins nothing. A person's reply stops it. What arrives in a closed ticket without waking it
 * ("thank you") begins nothing either.
 *
 * Of a clock closing is the end too: whoever closes has decided that no answer is owed. Whoever counts how long customers
 * waited for an answer asks with `closingAnswers: false`: to them a closed ticket has said nothing yet.
 *
 * A ticket merged into this one brings along whoever still waits there, since then; the merge taken back, they wait there
 * again and no longer here. The merged ticket's own wait stands still in between and goes on as if nothing had been.
 */
import type { FactsOverTime } from './facts-over-time.ts'
import { isDropped, isOver, settledAt, type CategoryOf, type Run } from './runs.ts'
import type { Entry, TicketHistory } from './types.ts'

/** Whoever asked first, and who besides: `of` is the merged ticket they asked in, null this one. */
interface Waiting { kind: 'first-response' | 'next-response'; cycle: number; asked: { of: string | null; at: number }[] }

export function responseRuns({ entries, now }: TicketHistory, { initial, after }: FactsOverTime, categoryOf: CategoryOf, { closingAnswers = true } = {}): Run[] {
  const runs: Run[] = []
  let waiting: Waiting | null = null
  let answered = false
  let cycles = 0
  let before = initial
  let laidAside: { waiting: Waiting; answered: boolean; run: Run } | null = null

  const finish = (entry: Entry | null, then: Run['facts'], dropped: boolean): Run | null => {
    if (waiting === null) return null
    const run = ended(waiting, entry, then, dropped, entries, after)
    runs.push(run)
    waiting = null
    answered = true
    return run
  }

  entries.forEach((entry, index) => {
    const { at, meaning } = entry
    const facts = after[index]!
    const [wasOver, over] = [isOver(before, categoryOf), isOver(facts, categoryOf)]
    const [wasMerged, merged] = [before.mergedIntoId !== null, facts.mergedIntoId !== null]
    before = facts
    if (wasMerged && !merged && laidAside !== null) {
      runs.splice(runs.indexOf(laidAside.run), 1);
      ({ waiting, answered } = laidAside)
      laidAside = null
    }
    if (entry.returned !== undefined && waiting !== null) waiting = without(waiting, entry.returned)
    if (meaning === 'customer' && !over) {
      const asked = { of: entry.brought ?? null, at: Math.min(entry.since ?? at, at) }
      if (waiting !== null) waiting = waiting.asked.some((a) => a.of === asked.of) ? waiting : { ...waiting, asked: [...waiting.asked, asked] }
      else waiting = answered ? { kind: 'next-response', cycle: ++cycles, asked: [asked] } : { kind: 'first-response', cycle: 1, asked: [asked] }
    }
    if (meaning === 'reply') {
      finish(entry, facts, false)
      answered = true
      laidAside = null
    }
    if (merged && !wasMerged) {
      const aside = waiting === null ? null : { waiting, answered }
      const run = finish(entry, facts, true)
      laidAside = aside === null || run === null ? null : { ...aside, run }
    } else if (over && !wasOver && closingAnswers) finish(entry, facts, isDropped(facts))
  })
  finish(null, now, false)
  return runs
}

/** Null: nobody else waits here. */
function without(waiting: Waiting, ticketId: string): Waiting | null {
  const asked = waiting.asked.filter((a) => a.of !== ticketId)
  return asked.length === 0 ? null : { ...waiting, asked }
}

function ended({ kind, cycle, asked }: Waiting, entry: Entry | null, then: Run['facts'], dropped: boolean, entries: readonly Entry[], after: FactsOverTime['after']): Run {
  const startedAt = asked[0]!.at
  const end = entry === null ? null : Math.max(entry.at, startedAt)
  const settled = end === null ? null : settledAt(end, entry!)
  // A call entered later than it was made: until the entering the clock was held to the queue and priority of then.
  const facts = settled === null || settled === end ? then : after[entries.findLastIndex((e) => e.at <= settled)]!
  const answeredBy = entry?.meaning === 'reply' && entry.interactionId !== undefined ? { answeredBy: entry.interactionId } : {}
  return { kind, cycle, startedAt, stoppedAt: end, settledAt: settled, dropped, facts, ...answeredBy, status: null, spans: () => [{ fromAt: startedAt, toAt: end, runs: true, status: facts.status }] }
}
