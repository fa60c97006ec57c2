// A mail that the program writes of itself, many at a time: an invitation to a survey, a reminder of an appointment.
import type { MailAddress } from '@kontuar/contracts'

export interface AutomaticMail {
  /** The caller's own name for it; comes back with the outcome. */
  key: string
  customerId: string | null
  /** Its matter, whose thread it then stands in; null: it stands in the customer's diary alone. */
  ticketId: string | null
  /** null, or one that cannot send any more: the first that can. */
  mailboxId: string | null
  to: MailAddress
  subject: string
  /** What leaves, with the reader's own link in it. */
  text: string
  html: string
  /** What the diary and the original show: the same without anything secret. */
  shownText: string
  shownHtml: string
  /** BCP 47. */
  language: string
  /** Where a POST takes the reader off (RFC 8058); secret like the link, so it leaves but is not kept. */
  unsubscribeUrl: string | null
  /** Whose entry it is when it has no ticket to say so. */
  queueId: string | null
  locationId: string | null
}

/** `own-address`: it would come back to us as a ticket. `no-mailbox`: none can send. */
export type AutomaticRefusal = 'own-address' | 'bad-address' | 'no-mailbox'

export interface MadeAutomaticMail {
  interactionId: string; outgoingId: string; contentId: string
  mailbox: { id: string; name: string; address: string }
  ticketId: string | null; customerId: string | null; queueId: string | null; locationId: string | null
  to: MailAddress; subject: string; messageId: string; inReplyTo: string | null; replyTo: string | null
  text: string; html: string; folds: unknown
  /** What is kept as the original. */
  shownRaw: Buffer
  /** What leaves; null when that is the same. */
  raw: Buffer | null
}

export type PreparedMail = { key: string; made: MadeAutomaticMail } | { key: string; refused: AutomaticRefusal }
export type EnteredMail = { key: string; interactionId: string; outgoingId: string } | { key: string; refused: AutomaticRefusal }
