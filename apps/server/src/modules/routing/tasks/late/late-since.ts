// Which tasks have been late for so much business time: those due at or before one instant, found without looking at each.
import type { ClockTime } from '../../clocks/derive/types.ts'

/** A calendar that was closed for longer has nobody who could be told. */
const longestMs = 3 * 366 * 86_400_000

/** The latest instant (to the second) since which at least `businessMs` of open time have passed until `now`; null: never. Epoch milliseconds. */
export function lateSince(clock: Pick<ClockTime, 'between'>, businessMs: number, now: number): number | null {
  const passed = (at: number) => clock.between(at, now) >= businessMs
  let span = Math.max(businessMs, 1000)
  while (!passed(now - span)) {
    if (span >= longestMs) return null
    span = Math.min(span * 2, longestMs)
  }
  // Between `yes` (so much has passed) and `no` (not yet) lies the instant.
  let [yes, no] = [now - span, now]
  while (no - yes > 1000) {
    const middle = Math.floor((yes + no) / 2)
    if (passed(middle)) yes = middle
    else no = middle
  }
  return yes
}
