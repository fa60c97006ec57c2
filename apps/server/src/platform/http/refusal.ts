// A refusal is an answer, not an accident: a stable code, one sentence that says what to do, and the
// fields concerned.
import { errorCodes, type ErrorCode, type Problem } from '@kontuar/contracts'

export class Refusal extends Error {
  readonly code: ErrorCode
  readonly fields: Record<string, string> | undefined
  /** Seconds, for `too-many-requests`. */
  retryAfter?: number
  constructor(code: ErrorCode, detail: string, fields?: Record<string, string>) {
    super(detail)
    this.code = code
    this.fields = fields
  }
  get status(): number {
    return errorCodes[this.code]
  }
}

export const notFound = (what: string) => new Refusal('not-found', `There is no such ${what}, or it belongs to somebody else.`)

const titles: Record<ErrorCode, string> = {
  'invalid-input': 'The request is not valid', 'invalid-cursor': 'The cursor is not valid', 'not-signed-in': 'Sign in first',
  'wrong-credentials': 'Address or password is wrong', 'wrong-signature': 'The signature is wrong', 'not-allowed': 'You may not do this', 'wrong-origin': 'The request came from another site',
  'not-found': 'Not found', 'conflict': 'This conflicts with what is stored', 'already-set-up': 'Already set up',
  'idempotency-mismatch': 'The key was used for another request', 'too-late': 'Too late', 'too-large': 'Too large',
  'unsupported-type': 'This kind of content is not taken', 'cannot-do': 'This cannot be done', 'noisy-rule': 'This rule would be noisy', 'too-many-requests': 'Too many requests',
  'internal': 'Something went wrong here', 'not-ready': 'Not ready yet',
}

/** RFC 9457. */
export function toProblem(code: ErrorCode, detail?: string, fields?: Record<string, string>): Problem {
  return { type: `urn:kontuar:problem:${code}`, title: titles[code], status: errorCodes[code], code, ...(detail ? { detail } : {}), ...(fields ? { fields } : {}) }
}
