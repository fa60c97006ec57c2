// May this mail be sent now? Pure. The question is hard only for a mail somebody was already at: whoever dies
// between the final dot and the server's answer leaves nobody who knows (RFC 1047 describes the gap; it cannot be
// closed from one side). Sending such a mail again would give the customer two; so it waits for a person, as "uncertain".
//
// It becomes uncertain only when the dot may really have left. The ledger's `committing` says "about to"; the journal of dots
// (dot-journal.ts), written in the same tick as the dot and readable after the writer's death, says whether it did.

export interface Standing {
  state: 'pending' | 'sending' | 'committing' | 'sent' | 'uncertain' | 'failed' | 'bounced' | 'cancelled'
  /** Its time has come: undo is over, the next try is due. */
  due: boolean
  paused: boolean
  /** Who made the last try: still running, dead for sure, or out of sight (another host, another boot). */
  claimant: 'none' | 'alive' | 'dead' | 'unknown'
  /** Whether the claimant's journal shows the dot of that very try. */
  dot: 'left' | 'held' | 'unknown'
  claimedSecondsAgo: number
}

export type NextStep = 'send' | 'leave' | 'uncertain'

/** Longer than any try may take (RFC 5321 4.5.3.2: 10 minutes for the answer to the dot, and the steps before it). */
export const longestTrySeconds = 1800

export function decideNextStep(s: Standing): NextStep {
  if (s.state === 'pending') return s.due && !s.paused ? 'send' : 'leave'
  if (s.state === 'sending') {
    // The dot needs `committing` first, and that needs the claim, which we now take: sending again is safe even if the
    // other one lives. It is left its time only to save the work.
    if (s.claimant === 'dead' || s.claimedSecondsAgo > longestTrySeconds) return s.paused ? 'leave' : 'send'
    return 'leave'
  }
  if (s.state === 'committing') {
    if (s.claimant === 'alive') return 'leave'
    if (s.claimant === 'dead') return s.dot === 'held' ? (s.paused ? 'leave' : 'send') : 'uncertain'
    return s.claimedSecondsAgo > longestTrySeconds ? 'uncertain' : 'leave'
  }
  return 'leave'
}
