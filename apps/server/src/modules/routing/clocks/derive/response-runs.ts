/*
 * First and next response. The first begins with the customer's first message and is the only one of its kind; a ticket
 * we began has none. Afterwards each message of the customer that nobody has answered yet begins a cycle, and what they
 * write on top of it begins nothing. A person's reply stops it, and so does closing: whoever closes has decided that no
 * answer is owed. A ticket merged into this one brings along whoever still waits there, since then. What arrives in a closed ticket without waking it ("thank you") begins nothing either.
 */
import type { FactsOverTime } from './facts-over-time.ts'
import { isDropped, isOver, settledAt, type CategoryOf, type Run } from './runs.ts'
import type { Entry, TicketHistory } from './types.ts'

export function responseRuns({ entries, now }: TicketHistory, { initial, after }: FactsOverTime, categoryOf: CategoryOf): Run[] {
  const runs: Run[] = []
  let waiting: { kind: 'first-response' | 'next-response'; cycle: number; startedAt: number } | null = null
  let answered = false
  let cycles = 0
  let over = isOver(initial, categoryOf)

  const finish = (entry: Entry | null, then: Run['facts'], dropped: boolean) => {
    if (waiting === null) return
    const { kind, cycle, startedAt } = waiting
    const end = entry === null ? null : Math.max(entry.at, startedAt)
    const settled = end === null ? null : settledAt(end, entry!)
    // A call entered later than it was made: until the entering the clock was held to the queue and priority of then.
    const facts = settled === null || settled === end ? then : after[entries.findLastIndex((e) => e.at <= settled)]!
    runs.push({ kind, cycle, startedAt, stoppedAt: end, settledAt: settled, dropped, facts, ...(entry?.meaning === 'reply' && entry.interactionId !== undefined ? { answeredBy: entry.interactionId } : {}), status: null, spans: () => [{ fromAt: startedAt, toAt: end, runs: true, status: facts.status }] })
    waiting = null
    answered = true
  }

  entries.forEach((entry, index) => {
    const { at, meaning } = entry
    const facts = after[index]!
    const wasOver = over
    over = isOver(facts, categoryOf)
    if (meaning === 'customer' && waiting === null && !over) {
      const startedAt = Math.min(entry.since ?? at, at)
      waiting = answered ? { kind: 'next-response', cycle: ++cycles, startedAt } : { kind: 'first-response', cycle: 1, startedAt }
    }
    if (meaning === 'reply') {
      finish(entry, facts, false)
      answered = true
    }
    if (over && !wasOver) finish(entry, facts, isDropped(facts))
  })
  finish(null, now, false)
  return runs
}
