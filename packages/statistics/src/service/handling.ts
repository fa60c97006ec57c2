import { assertAmount } from '../amount.ts'
import { assertCount } from '../count.ts'

/**
 * Average handle time: (talk + hold + wrap-up) / handled, in the unit of the three sums. Null when nothing was handled.
 * @throws RangeError unless the sums are numbers from 0 and handled is a whole number from 0.
 */
export function averageHandleTime({ talk, hold, wrapUp, handled }: { talk: number, hold: number, wrapUp: number, handled: number }): number | null {
  for (const [name, amount] of Object.entries({ talk, hold, wrapUp })) assertAmount(name, amount)
  assertCount('handled', handled)
  return handled === 0 ? null : (talk + hold + wrapUp) / handled
}

/**
 * Occupancy: the share of the time at work in which somebody was being served, handling / (handling + available), both sums in
 * the same unit. Null when nobody was at work.
 * @throws RangeError unless both are numbers from 0.
 */
export function occupancy({ handling, available }: { handling: number, available: number }): number | null {
  assertAmount('handling', handling)
  assertAmount('available', available)
  return handling + available === 0 ? null : handling / (handling + available)
}
