// What an answer of the gateway means. Pure.
import type { SmsOutcome } from '../gateway.ts'
import type { HttpGatewaySettings } from './settings.ts'

export interface HttpAnswer { status: number; retryAfter: string | null; body: string }

const longestDetail = 500
const longestId = 200
/** What it asks for beyond is ignored: somebody would have to look at it anyway. */
const longestPauseSeconds = 3600
/** An overloaded gateway, or one in trouble, that names no time. */
const usualPauseSeconds = 60

export function readAnswer({ status, retryAfter, body }: HttpAnswer, { successContains, idPath }: Pick<HttpGatewaySettings, 'successContains' | 'idPath'>): SmsOutcome {
  const detail = `${status} ${oneLine(body)}`.trim().slice(0, longestDetail)
  if (status >= 200 && status <= 299) {
    if (successContains === null || body.includes(successContains)) return { kind: 'taken', gatewayId: idPath === null ? null : idAt(body, idPath), detail }
    // Not tried again: when only the expected words are wrong, it has been sent.
    return { kind: 'refused', permanent: true, detail: `The answer does not contain "${successContains}": ${detail}`.slice(0, longestDetail) }
  }
  if (status >= 300 && status <= 399) return { kind: 'refused', permanent: true, detail: `${status}: the gateway sends us on to another address, which is not followed: enter the final one.` }
  // RFC 9110 15.6.5: somebody behind it did not answer in time, and may have sent.
  if (status === 504) return { kind: 'unanswered', detail }
  if (status >= 500 || status === 429) return { kind: 'refused', permanent: false, detail, pauseSeconds: pauseOf(retryAfter) }
  // 401 and 403 say nothing about the message: the key is wrong, and becomes right when somebody mends it.
  if ([401, 403, 407, 408, 425].includes(status)) return { kind: 'refused', permanent: false, detail, pauseSeconds: usualPauseSeconds }
  return { kind: 'refused', permanent: true, detail }
}

/** Retry-After in seconds (RFC 9110 10.2.3); a date is not read. */
function pauseOf(retryAfter: string | null): number {
  const seconds = /^\d{1,9}$/.test(retryAfter ?? '') ? Number(retryAfter) : usualPauseSeconds
  return Math.min(Math.max(seconds, 1), longestPauseSeconds)
}

/** `messages.0.id`; null for whatever is not there or is no plain value. */
function idAt(body: string, path: string): string | null {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return null
  }
  for (const step of path.split('.')) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, step)) return null
    value = (value as Record<string, unknown>)[step]
  }
  return typeof value === 'string' || typeof value === 'number' ? oneLine(String(value)).slice(0, longestId) : null
}

const oneLine = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
