import { assertCount } from '../count.ts'
import { wilson, type Share } from '../wilson.ts'

export interface Abandonment {
  offered: number
  abandoned: number
  shortAbandoned: number
  /** Abandoned of offered, short ones included. */
  all: Share
  /** Without the short ones, above and below the line: who hangs up at once has dialled a wrong number, not waited too long. Null where nothing else was offered. */
  withoutShort: Share | null
}

/**
 * Contacts given up while waiting, in the two readings that are published; `abandoned` holds the short ones (under 5 s unless the
 * queue says otherwise). Null when nothing was offered.
 * @throws RangeError unless 0 ≤ shortAbandoned ≤ abandoned ≤ offered, all whole, and 0 < confidence < 1.
 */
export function abandonment({ offered, abandoned, shortAbandoned, confidence = 0.95 }: { offered: number, abandoned: number, shortAbandoned: number, confidence?: number }): Abandonment | null {
  assertCount('offered', offered)
  assertCount('abandoned', abandoned)
  assertCount('shortAbandoned', shortAbandoned)
  if (abandoned > offered) throw new RangeError(`Of ${offered} offered at most as many are abandoned; it was ${abandoned}.`)
  if (shortAbandoned > abandoned) throw new RangeError(`Of ${abandoned} abandoned at most as many are short; it was ${shortAbandoned}.`)
  const all = wilson(abandoned, offered, confidence)
  return all && { offered, abandoned, shortAbandoned, all, withoutShort: wilson(abandoned - shortAbandoned, offered - shortAbandoned, confidence) }
}
