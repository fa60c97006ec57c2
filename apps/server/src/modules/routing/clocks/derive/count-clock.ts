// How much of a target is used, and when all of it is.
import type { ClockTime, Span } from './types.ts'

/** Counted milliseconds in the stretches that have ended. */
export function usedMs(spans: readonly Span[], time: ClockTime): number {
  return spans.reduce((sum, { fromAt, toAt, runs }) => (runs && toAt !== null ? sum + time.between(fromAt, toAt) : sum), 0)
}

/**
 * The instant at which so much counted time has passed; null while nobody can know, because the clock stands still.
 * A stretch that ends at that very instant has not reached it: who pauses or answers on the last second is in time. Of
 * a clock that stopped before, the instant it would have been, had it gone on.
 */
export function reachedAt(spans: readonly Span[], ms: number, time: ClockTime, stoppedAt: number | null): number | null {
  let left = ms
  for (const { fromAt, toAt, runs } of spans) {
    if (!runs) continue
    const at = time.add(fromAt, left)
    if (toAt === null || at < toAt) return at
    left -= time.between(fromAt, toAt)
  }
  return stoppedAt === null ? null : time.add(stoppedAt, Math.max(0, left))
}
