// What the delivery state of an outgoing message means for the person who looks at it.
import type { Interaction } from '@kontuar/contracts'

export type Outcome =
  /** Still in our hands; `seconds` until it leaves. */
  | { kind: 'waiting'; seconds: number }
  | { kind: 'sending' }
  /** The last try failed, another one follows. */
  | { kind: 'retrying'; at: string | null }
  | { kind: 'sent' }
  | { kind: 'uncertain' }
  | { kind: 'failed' }
  | { kind: 'bounced' }
  | { kind: 'cancelled' }

export function outcomeOf(delivery: NonNullable<Interaction['delivery']>, now: Date): Outcome {
  switch (delivery.state) {
    case 'pending': {
      const seconds = Math.ceil((Date.parse(delivery.sendAfter) - now.getTime()) / 1000)
      if (seconds > 0 && delivery.attempts === 0) return { kind: 'waiting', seconds }
      return delivery.attempts > 0 ? { kind: 'retrying', at: delivery.nextAttemptAt } : { kind: 'sending' }
    }
    case 'sending':
    case 'sent':
    case 'uncertain':
    case 'failed':
    case 'bounced':
    case 'cancelled':
      return { kind: delivery.state }
  }
}

export const canResend = (outcome: Outcome): boolean => outcome.kind === 'failed' || outcome.kind === 'uncertain' || outcome.kind === 'bounced'
