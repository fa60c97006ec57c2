// What makes mail programs show an answer in the same thread: In-Reply-To and References (RFC 5322 3.6.4) for
// Apple Mail and Thunderbird, and besides them an unchanged subject for Gmail and Outlook.
import { randomBytes } from 'node:crypto'
import { oneLine } from './recipients.ts'

const mostReferences = 20
/** RFC 5322 2.1.1 allows 998 characters in a line; with the name of the field and the brackets still room. */
const longestId = 900

/** Fixed before the first try, so that every further try is recognisably the same mail. Without <>. */
export function makeMessageId(ticketNumber: number | null, mailboxAddress: string): string {
  const domain = new URL(`http://${mailboxAddress.slice(mailboxAddress.lastIndexOf('@') + 1)}`).hostname
  return `k.${randomBytes(12).toString('hex')}${ticketNumber === null ? '' : `.${ticketNumber}`}@${domain}`
}

/** The chain of the thread, oldest first, at most 20: the first one holds a thread together, the newest ones lead to the parent. */
export function chainReferences(earlier: readonly string[], parent: string | null): string[] {
  const ids = [...new Set([...earlier.filter((id) => id !== parent), ...(parent === null ? [] : [parent])])].filter(isMessageId)
  return ids.length <= mostReferences ? ids : [ids[0]!, ...ids.slice(1 - mostReferences)]
}

/** What may stand between < and > in our own header; anything else would break it. */
export const isMessageId = (id: string): boolean => id.length > 0 && id.length <= longestId && /^[\x21-\x7e]+$/.test(id) && !/[<>]/.test(id)

/** Reply marks of the languages in use; one is enough. */
const hasReplyMark = /^\s*(?:re|odp|aw|sv|antw|ha|отв|ответ)\s*(?:\[\d+\]|\(\d+\))?\s*:/iu

/** `given` wins; else the ticket's subject with one "Re:". */
export function answerSubject(given: string | undefined, ticketSubject: string, isFirst: boolean): string {
  const subject = oneLine(given ?? '') || oneLine(ticketSubject)
  if (given !== undefined && oneLine(given) !== '') return subject
  return isFirst || hasReplyMark.test(subject) ? subject : `Re: ${subject}`.trim()
}
