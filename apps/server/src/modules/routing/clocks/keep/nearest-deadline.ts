// What stands in the lists: of all deadlines that run, the nearest.
import type { DerivedClock } from '../derive/types.ts'
import type { StoredDue } from './read-histories.ts'

/** The term of law of a complaint; instants are epoch milliseconds. */
export interface LegalClock { fromAt: number; dueAt: number; internalDueAt: number | null; answeredAt: number | null }

export function nearestDeadline(clocks: readonly DerivedClock[], legal: LegalClock | null, isOver: boolean, now: number): StoredDue {
  const missed = clocks.filter((c) => c.state !== 'dropped' && c.dueAt !== null && (c.stoppedAt ?? now) > c.dueAt).length
  const breaches = missed + (legal !== null && (legal.answeredAt ?? now) >= legal.dueAt ? 1 : 0)
  const running: Omit<StoredDue, 'breaches'>[] = isOver ? [] : clocks.filter((c) => c.state === 'running').map((c) => ({ at: c.dueAt, from: c.startedAt, kind: c.kind }))
  if (legal !== null && legal.answeredAt === null && !isOver) {
    running.push({ at: legal.dueAt, from: legal.fromAt, kind: 'legal' })
    if (legal.internalDueAt !== null) running.push({ at: legal.internalDueAt, from: legal.fromAt, kind: 'legal-internal' })
  }
  const nearest = running.toSorted((a, b) => a.at! - b.at!)[0] ?? { at: null, from: null, kind: null }
  return { ...nearest, breaches }
}
