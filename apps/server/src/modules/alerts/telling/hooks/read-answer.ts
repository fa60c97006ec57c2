// What a place answers, and what that means for what was to be told. Pure.
import type { Posted } from '../../../../platform/network/post-outside.ts'
import type { Outcome } from '../deliver/settle-delivery.ts'

/** @param repeatable the receiver tells a repetition by its key, as our webhook asks it to */
export function readAnswer(posted: Posted, repeatable: boolean): Outcome {
  if (posted.kind === 'unreachable') return { kind: 'later', detail: posted.detail }
  const uncertain = (detail: string): Outcome => (repeatable ? { kind: 'later', detail } : { kind: 'failed', detail: `It was asked and its answer is missing, so it may have arrived; it is not sent again: ${detail}` })
  if (posted.kind === 'unanswered') return uncertain(posted.detail)
  const { status, retryAfterSeconds } = posted
  // The answer itself is never kept: it may repeat what we sent, and some places put their keys into it.
  const detail = `It answered ${status}.`
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status >= 300 && status < 400) return { kind: 'failed', detail: `It answered ${status} and sends us on to another address, which is not followed: enter the final one.` }
  if (status === 404 || status === 410) return { kind: 'failed', detail: `It answered ${status}: there is no such place any more. Make the address anew there and enter it here.` }
  // RFC 9110 15.6.5: somebody behind it did not answer in time, and may have taken it.
  if (status === 504) return uncertain(detail)
  if (status === 429 || status === 408 || status === 425 || status >= 500) return { kind: 'later', detail, ...(retryAfterSeconds === null ? {} : { seconds: retryAfterSeconds }) }
  return { kind: 'failed', detail }
}
