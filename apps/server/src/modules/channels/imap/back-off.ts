// How long to wait before the next try. Pure but for the jitter, which keeps a hundred mailboxes of one
// provider from coming back in the same second.

export interface BackOffLimits { firstMs: number; mostMs: number }

const ordinary: BackOffLimits = { firstMs: 1000, mostMs: 300_000 }
/** A wrong password does not get right by itself, and providers lock accounts that try too often. */
const credentials: BackOffLimits = { firstMs: 60_000, mostMs: 1_800_000 }

/** Milliseconds, between half and all of the doubled time. `failures` is 1 after the first. */
export function backOff(failures: number, fault: string, random: () => number = Math.random): number {
  const { firstMs, mostMs } = fault === 'credentials' ? credentials : ordinary
  const whole = Math.min(mostMs, firstMs * 2 ** Math.min(failures - 1, 20))
  return Math.round(whole / 2 + (whole / 2) * random())
}
