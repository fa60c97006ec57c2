// What a try means for the message: done, once more later, or given up. Pure.
import type { SmsOutcome } from '../gateway.ts'

/** Seconds to the next try; the last one repeats. */
const backOff = [60, 300, 900, 3600]
/** A question about yesterday's visit is worth nothing the day after tomorrow. */
export const giveUpAfterSeconds = 86_400

export interface SettledSms {
  state: 'sent' | 'pending' | 'failed' | 'uncertain'
  /** Seconds from now; null when there is no further try. */
  retryInSeconds: number | null
  detail: string
  gatewayId: string | null
  /** Nothing else is handed to this gateway for so long; 0: go on. */
  pauseSeconds: number
}

/**
 * @param attempt 1 for the first try
 * @param waitingSeconds since it was due for the first time
 * @param repeatable the gateway tells a repetition by its reference
 */
export function settleSms(outcome: SmsOutcome, attempt: number, waitingSeconds: number, repeatable: boolean): SettledSms {
  const { detail } = outcome
  const end = (state: SettledSms['state'], pauseSeconds = 0): SettledSms => ({ state, retryInSeconds: null, detail, gatewayId: null, pauseSeconds })
  const retry = (pauseSeconds: number): SettledSms => (waitingSeconds >= giveUpAfterSeconds
    ? { ...end('failed', pauseSeconds), detail: `Given up after a day: ${detail}` }
    : { ...end('pending', pauseSeconds), retryInSeconds: Math.max(pauseSeconds, backOff[Math.min(attempt, backOff.length) - 1]!) })
  switch (outcome.kind) {
    case 'taken': return { ...end('sent'), gatewayId: outcome.gatewayId }
    case 'refused': return outcome.permanent ? end('failed') : retry(outcome.pauseSeconds ?? 0)
    case 'unreachable': return retry(60)
    case 'unanswered': return repeatable ? retry(60) : { ...end('uncertain', 60), detail: `The gateway was asked and its answer is missing: ${detail}` }
  }
}
