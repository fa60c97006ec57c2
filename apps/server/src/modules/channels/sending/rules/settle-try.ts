// What a try means for the mail: done, once more later, or given up. Pure.
import type { RefusedRecipient, SendOutcome } from '../../../../platform/mail/index.ts'

/** Seconds to the next try; the last one repeats. */
const backOff = [60, 120, 300, 900, 3600, 14_400]
/** RFC 5321 4.5.4.1 asks for 4 to 5 days; a person waiting for an answer is better told after two. */
export const giveUpAfterSeconds = 2 * 86_400

export interface Settled {
  state: 'sent' | 'pending' | 'failed' | 'uncertain'
  /** Seconds from now; null when there is no further try. */
  retryInSeconds: number | null
  detail: string
  /** Recipients still to be served; null: no partial state. */
  remaining: string[] | null
  /** Refused for good in this try. */
  refused: { address: string; reason: string }[]
}

/**
 * @param attempt 1 for the first try
 * @param waitingSeconds since the mail was due for the first time
 */
export function settleTry(outcome: Exclude<SendOutcome, { kind: 'withheld' }>, recipients: readonly string[], attempt: number, waitingSeconds: number): Settled {
  const retry = (detail: string, remaining: string[] | null = null, refused: Settled['refused'] = []): Settled =>
    waitingSeconds >= giveUpAfterSeconds
      ? { state: 'failed', retryInSeconds: null, detail: `Given up after two days: ${detail}`, remaining, refused }
      : { state: 'pending', retryInSeconds: backOff[Math.min(attempt, backOff.length) - 1]!, detail, remaining, refused }

  if (outcome.kind === 'unanswered') return { state: 'uncertain', retryInSeconds: null, detail: `The connection broke after the message was sent, before the server confirmed it: ${outcome.reason}`, remaining: null, refused: [] }
  if (outcome.kind === 'unreachable') return retry(outcome.reason)

  const refusals = outcome.kind === 'taken' ? outcome.refused : outcome.recipients
  const refused = refusals.filter((r) => r.permanent).map(({ address, reason }) => ({ address, reason }))
  const delayed = refusals.filter((r) => !r.permanent)
  if (outcome.kind === 'taken') {
    if (delayed.length > 0) return retry(sentence(delayed), delayed.map((r) => r.address), refused)
    return { state: 'sent', retryInSeconds: null, detail: refused.length > 0 ? `Not taken for ${sentence(refused)}` : outcome.answer, remaining: null, refused }
  }
  if (delayed.length > 0) return retry(sentence(delayed), delayed.map((r) => r.address), refused)
  if (outcome.recipients.length > 0) return { state: 'failed', retryInSeconds: null, detail: sentence(refused), remaining: null, refused }
  if (outcome.permanent) return { state: 'failed', retryInSeconds: null, detail: outcome.reason, remaining: null, refused: recipients.map((address) => ({ address, reason: outcome.reason })) }
  return retry(outcome.reason)
}

const sentence = (list: readonly Pick<RefusedRecipient, 'address' | 'reason'>[]): string => list.map((r) => `${r.address}: ${r.reason}`).join('; ').slice(0, 2000)
