/*
 * Resolution: from the beginning to the last closing. It stands still in the statuses the policy names, and between a
 * closing and the reopening, after which it goes on with what was used before.
 */
import type { FactsOverTime } from './facts-over-time.ts'
import { isDropped, settledAt, staysOf, type CategoryOf, type Run } from './runs.ts'
import type { Span, TicketHistory } from './types.ts'

export function resolutionRun(history: TicketHistory, over: FactsOverTime, categoryOf: CategoryOf): Run {
  const stays = staysOf(history, over, categoryOf)
  const last = stays.at(-1)!
  const facts = last.over && last.index >= 0 ? over.after[last.index]! : history.now
  return {
    kind: 'resolution', cycle: 1, startedAt: stays[0]!.fromAt, stoppedAt: last.over ? last.fromAt : null, settledAt: last.over ? settledAt(last.fromAt, history.entries[last.index]) : null, dropped: last.over && isDropped(facts), facts, status: null,
    spans: (pausesIn) => {
      const stands = (status: string) => pausesIn.includes(status) || pausesIn.includes(categoryOf(status))
      const counted = last.over ? stays.slice(0, -1) : stays
      return join(counted.map((s): Span => ({ fromAt: s.fromAt, toAt: s.toAt, runs: !s.over && !stands(s.status), status: s.status })))
    },
  }
}

/** Neighbours that run are one: it would count the same, and reads better. */
function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last?.runs && span.runs) joined[joined.length - 1] = { ...last, toAt: span.toAt }
    else joined.push(span)
  }
  return joined
}
