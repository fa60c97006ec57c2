// The moments at which figures and silence are looked at: beginnings of hours (of days, where an hour more changes nothing) in the organization's
// zone. Those that a dead worker missed are made up, in their order.
import { ticksBetween } from '../../../insight/index.ts'

/** What happened is a fact within seconds; of an hour that has just ended something may be on its way. */
export const restMs = 10 * 60_000
/** After a longer standstill the hours before are history. */
export const mostTicks = 72

/** @param after the tick that was looked at last, or when the rule began */
export const ticksToMakeUp = (after: number, now: number, step: 'hour' | 'day', zone: string): number[] => ticksBetween(Math.max(after, now - restMs - (mostTicks + 2) * (step === 'hour' ? 1 : 25) * 3_600_000), now - restMs, step, zone).slice(-mostTicks)
