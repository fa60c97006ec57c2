import { assertFinite, assertPositive } from '../amount.ts'
import { assertCount } from '../count.ts'
import { wilson, type Share } from '../wilson.ts'

/**
 * What "resolved at the first contact" (FCR) is taken to mean; the three give quite different figures, so each is named.
 * `one-touch`: one human reply, then closed and never reopened.
 * `repeat-window`: the customer did not come back with the same reason, nor was the ticket reopened, within the window. The usual one.
 * `issue-chains`: of matters, each a chain of tickets that belong together, those that needed only one.
 */
export type FirstTimeReading = 'one-touch' | 'repeat-window' | 'issue-chains'

export interface FirstTimeResolution extends Share {
  reading: FirstTimeReading
  /** Resolved and not resolved: those of which it can be known. */
  n: number
  /** Left out, since their window is still open; shown beside the figure. */
  open: number
}

/**
 * The share resolved the first time, of those whose window is over. Null when there are none yet.
 * @throws RangeError unless counts are whole numbers, the reading is known and 0 < confidence < 1.
 */
export function firstTimeResolution({ resolved, notResolved, open, reading = 'repeat-window', confidence = 0.95 }: { resolved: number, notResolved: number, open: number, reading?: FirstTimeReading, confidence?: number }): FirstTimeResolution | null {
  for (const [name, count] of Object.entries({ resolved, notResolved, open })) assertCount(name, count)
  if (reading !== 'one-touch' && reading !== 'repeat-window' && reading !== 'issue-chains') throw new RangeError(`The reading is one-touch, repeat-window or issue-chains; it was ${String(reading)}.`)
  const n = resolved + notResolved
  const share = wilson(resolved, n, confidence)
  return share && { reading, n, open, ...share }
}

/**
 * How one closed ticket counts in the repeat window: `againAt` is when the customer first came back for the same reason, or the
 * ticket was reopened, after it was closed. Within the window, its end included, it was not resolved; while the window is open it
 * is left out even where the customer is back already, because otherwise the last week would consist of failures alone.
 * @throws RangeError unless instants are finite, `againAt` is not before `closedAt` and the window is above 0.
 */
export function resolvedInWindow({ closedAt, againAt, now, window }: { closedAt: number, againAt: number | null, now: number, window: number }): 'resolved' | 'not resolved' | 'open' {
  assertFinite('closedAt', closedAt)
  assertFinite('now', now)
  assertPositive('window', window)
  if (againAt !== null) {
    assertFinite('againAt', againAt)
    if (againAt < closedAt) throw new RangeError(`Nobody comes back before the closing at ${closedAt}; it was ${againAt}.`)
  }
  if (now <= closedAt + window) return 'open'
  return againAt !== null && againAt <= closedAt + window ? 'not resolved' : 'resolved'
}
