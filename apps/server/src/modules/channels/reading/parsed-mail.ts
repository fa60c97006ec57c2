// What crosses the border between the process and its parsing threads: only what the diary needs.
import type { Bounce, MailAddress, MailClass } from '@kontuar/mime'
import type { StoredFold } from '../../diary/index.ts'

export interface ParseRequest {
  raw: Uint8Array<ArrayBuffer>
  ownAddresses: readonly string[]
}

export interface ParsedAttachment { name: string; type: string; content: Uint8Array<ArrayBuffer>; contentId: string | null; inline: boolean }

export interface ParsedMail {
  from: MailAddress
  to: MailAddress[]
  cc: MailAddress[]
  bcc: MailAddress[]
  replyTo: MailAddress[]
  deliveredTo: string[]
  subject: string
  messageId: string | null
  inReplyTo: string[]
  references: string[]
  text: string
  visibleText: string
  folds: StoredFold[] | null
  html: string | null
  mailClass: MailClass
  automatic: boolean
  bounce: Bounce | null
  language: string | null
  warnings: string[]
  attachments: ParsedAttachment[]
}

/** `unreadable` is a sentence for people. */
export type ParseAnswer = { mail: ParsedMail } | { unreadable: string }
