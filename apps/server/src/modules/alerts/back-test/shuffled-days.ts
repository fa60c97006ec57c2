// Days in an order that means nothing: each becomes another day of the same weekday, so that what remains of an alarm is chance. Mondays stay
// Mondays: a rule that fires every Monday does so for a reason.
import { dayNumberOf } from './day-number.ts'

/** @param run which of several orders */
export function shuffledDays(from: number, to: number, run: number, zone: string): (day: number) => number {
  const [first, last] = [dayNumberOf(from, zone), dayNumberOf(to, zone)]
  const days = Array.from({ length: Math.max(0, last - first) }, (_, i) => first + i)
  const random = draws(run + 1)
  const becomes = new Map<number, number>()
  for (const same of Map.groupBy(days, (day) => day % 7).values()) {
    const order = [...same]
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!]
    }
    same.forEach((day, i) => becomes.set(day, order[i]!))
  }
  return (day) => becomes.get(day) ?? day
}

/** Mulberry32: the same back-test twice gives the same figure. */
function draws(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
