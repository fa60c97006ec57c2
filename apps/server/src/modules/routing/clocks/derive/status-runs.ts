// Time allowed in a status: one cycle for each stay, numbered through the life of the ticket whether or not it has a target.
import type { FactsOverTime } from './facts-over-time.ts'
import { isDropped, settledAt, staysOf, type CategoryOf, type Run } from './runs.ts'
import type { TicketHistory } from './types.ts'

export function statusRuns(history: TicketHistory, over: FactsOverTime, categoryOf: CategoryOf): Run[] {
  return staysOf(history, over, categoryOf).flatMap((stay, i): Run[] => {
    if (stay.over) return []
    const facts = stay.toAt === null ? history.now : over.after[stay.endIndex]!
    return [{
      kind: 'status', cycle: i + 1, startedAt: stay.fromAt, stoppedAt: stay.toAt, settledAt: stay.toAt === null ? null : settledAt(stay.toAt, history.entries[stay.endIndex]), dropped: stay.toAt !== null && isDropped(facts), facts, status: stay.status,
      spans: () => [{ fromAt: stay.fromAt, toAt: stay.toAt, runs: true, status: stay.status }],
    }]
  })
}
