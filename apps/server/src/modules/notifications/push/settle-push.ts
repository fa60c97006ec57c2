// What the answer of a push service means. Pure.
import type { Posted } from './endpoint.ts'

export type Outcome = Posted | { fault: string; forbidden: boolean }

export interface Settled {
  state: 'sent' | 'waiting' | 'failed'
  retryInSeconds: number | null
  /** A code, never an address. */
  detail: string
  /** What becomes of the browser: it has left; it cannot be reached as it is; it is well. */
  browser: 'gone' | 'failing' | 'well' | 'unknown'
}

/** Seconds to the next try. After the last one the notice is stale: it stands in the app anyway. */
const backOff = [60, 300, 1800, 7200, 21_600]
const longestSeconds = 86_400

/** @param attempt 1 for the first try */
export function settlePush(outcome: Outcome, attempt: number, now: Date): Settled {
  if ('fault' in outcome) return outcome.forbidden ? { state: 'failed', retryInSeconds: null, detail: outcome.fault, browser: 'failing' } : retry(outcome.fault, attempt, 0)
  const { status } = outcome
  const detail = `status ${status}`
  if (status >= 200 && status < 300) return { state: 'sent', retryInSeconds: null, detail, browser: 'well' }
  // RFC 8030 7.3: a subscription that has ended answers 404, one that was taken back 410.
  if (status === 404 || status === 410) return { state: 'failed', retryInSeconds: null, detail, browser: 'gone' }
  if (status === 429 || status >= 500) return retry(detail, attempt, readRetryAfter(outcome.retryAfter, now))
  return { state: 'failed', retryInSeconds: null, detail, browser: 'failing' }
}

function retry(detail: string, attempt: number, atLeast: number): Settled {
  const next = backOff[attempt - 1]
  if (next === undefined || atLeast > longestSeconds) return { state: 'failed', retryInSeconds: null, detail, browser: 'failing' }
  return { state: 'waiting', retryInSeconds: Math.max(next, atLeast), detail, browser: 'unknown' }
}

/** Seconds, or a date (RFC 9110 10.2.3). */
function readRetryAfter(value: string | null, now: Date): number {
  if (value === null) return 0
  const seconds = /^\d{1,9}$/.test(value.trim()) ? Number(value) : (Date.parse(value) - now.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.ceil(seconds)) : 0
}
