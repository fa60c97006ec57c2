export interface InvitationDates { expires_at: Date; accepted_at: Date | null; withdrawn_at: Date | null }

/** Why an invitation does not open the door any more, as a sentence for the invited; null when it does. */
export function whyClosed({ expires_at, accepted_at, withdrawn_at }: InvitationDates, now: Date): string | null {
  if (accepted_at !== null) return 'This invitation was used already: sign in with your address and password.'
  if (withdrawn_at !== null) return 'This invitation was withdrawn: ask whoever invited you for a new one.'
  if (expires_at <= now) return 'This invitation has expired: ask whoever invited you for a new one.'
  return null
}
