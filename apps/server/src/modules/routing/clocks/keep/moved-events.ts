// A deadline moved by somebody who changed the settings says so in the history of its ticket. What the ticket itself moved (its priority, its queue, a pause) is explained by the entry that did it.
import type { DerivedClock } from '../derive/types.ts'
import type { TicketState } from './read-histories.ts'
import { clockKey, type StoredClock } from './stored-clocks.ts'
import type { DiaryEvent } from './write-events.ts'

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

/** @param settingsChangedAt null: only what follows from another version of the same policy or calendar */
export function movedEvents(ticket: TicketState, stored: ReadonlyMap<string, StoredClock>, clocks: readonly DerivedClock[], settingsChangedAt: number | null): DiaryEvent[] {
  const event = (kind: string, from: number | null, to: number | null, clock: DerivedClock | null): DiaryEvent => ({
    ticketId: ticket.id, customerId: ticket.customerId, channel: ticket.channel, name: 'sla-moved',
    detail: { kind, from: iso(from), to: iso(to), policy: clock?.policy.name ?? null, version: clock?.policy.version ?? null, calendarVersion: clock?.calendar?.version ?? null },
  })
  const events: DiaryEvent[] = []
  const derived = new Set<string>()
  for (const clock of clocks) {
    derived.add(clockKey(clock.kind, clock.cycle))
    if (clock.stoppedAt !== null || clock.state === 'paused') continue
    const row = stored.get(clockKey(clock.kind, clock.cycle))
    const otherVersion = row !== undefined && ((row.policy_id === clock.policy.id && row.policy_version !== clock.policy.version) || (row.calendar_id === (clock.calendar?.id ?? null) && row.calendar_version !== (clock.calendar?.version ?? null)))
    const from = row?.state === 'running' ? row.due_at : null
    // A ticket younger than the change knows nothing else.
    const moved = otherVersion || (settingsChangedAt !== null && (row !== undefined || ticket.history.createdAt < settingsChangedAt))
    if (moved && row?.state !== 'paused' && from !== clock.dueAt) events.push(event(clock.kind, from, clock.dueAt, clock))
  }
  if (settingsChangedAt !== null) for (const [key, row] of stored) if (!derived.has(key) && row.state === 'running') events.push(event(row.kind, row.due_at, null, null))
  return events
}
