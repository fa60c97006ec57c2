// What channels hand to the diary, and what they get back.
import type { MailAddress } from '@kontuar/contracts'

export interface StoredAttachment { name: string; type: string; size: number; sha256: string; inline: boolean; contentId: string | null }

export interface Recipients { to: MailAddress[]; cc: MailAddress[]; bcc: MailAddress[]; replyTo: MailAddress[] }

/** [kind, from, to]: what of the text is quote or signature, in UTF-16 units. */
export type StoredFold = ['text' | 'quote' | 'signature', number, number]

/** What a mail server says of a mail that did not arrive (RFC 3464). */
export interface Bounce { recipient: string | null; status: string | null; kind: 'hard' | 'soft'; reason: string; originalMessageId: string | null }

export interface IncomingMessage {
  channel: string
  mailboxId: string
  contentId: string
  /** When it reached us, not when its sender's clock says it was written. */
  at: Date
  from: MailAddress
  recipients: Recipients
  subject: string
  text: string
  visibleText: string
  html: string | null
  folds: StoredFold[] | null
  messageId: string | null
  inReplyTo: readonly string[]
  references: readonly string[]
  replyAddressTicket: number | null
  bodyMarkerTicket: number | null
  automatic: boolean
  mailClass: 'personal' | 'auto-reply' | 'bounce' | 'list' | 'loop'
  bounce: Bounce | null
  /** A bounce of mail that has a ledger of its own (a report, an alert): it is told there, and is nobody's ticket. */
  returnsToLedger: boolean
  language: string | null
  warnings: readonly string[]
  attachments: readonly StoredAttachment[]
}

export interface ReceivedMessage {
  interactionId: string
  ticketId: string
  ticketNumber: number
  customerId: string
  isNewTicket: boolean
  matchedBy: string
}
