// A mailbox as stored, and how it is shown. Secrets never leave the server.
import type { Static } from 'typebox'
import type { ImapSettings as ImapShape, Mailbox, SmtpSettings as SmtpShape } from '@kontuar/contracts'

export type ImapSettings = Static<typeof ImapShape>
export type SmtpSettings = Static<typeof SmtpShape>

/** Sealed values: see sealSecrets. */
export interface MailboxSecrets { imapPassword?: string; smtpPassword?: string }

export interface MailboxState {
  intake?: Mailbox['state']['intake']
  intakeDetail?: string | null
  intakeAt?: string | null
  sending?: Mailbox['state']['sending']
  sendingDetail?: string | null
  sendingAt?: string | null
}

export interface MailboxRow {
  id: string
  name: string
  address: string
  aliases: string[]
  active: boolean
  imap: ImapSettings | null
  smtp: SmtpSettings | null
  secrets: MailboxSecrets
  signature_html: string
  confirmation: Mailbox['confirmation']
  reply_tagging: boolean
  queue_id: string | null
  location_id: string | null
  state: MailboxState
  retired_at: Date | null
  created_at: Date
  /** Whether mail has ever come. */
  has_mail?: boolean
}

export const secretContext = (mailboxId: string, kind: 'imap' | 'smtp'): string => `mailbox:${mailboxId}:${kind}`

export function presentMailbox(row: MailboxRow): Mailbox {
  return {
    id: row.id, name: row.name, address: row.address, aliases: row.aliases, active: row.active, imap: row.imap, smtp: row.smtp,
    signatureHtml: row.signature_html, confirmation: row.confirmation, replyTagging: row.reply_tagging, queueId: row.queue_id, locationId: row.location_id, createdAt: row.created_at.toISOString(),
    hasImapPassword: row.secrets.imapPassword !== undefined, hasSmtpPassword: row.secrets.smtpPassword !== undefined,
    state: { ...presentIntake(row), ...presentSending(row) },
  }
}

function presentIntake({ active, imap, state, has_mail }: MailboxRow): Pick<Mailbox['state'], 'intake' | 'intakeDetail' | 'intakeAt'> {
  if (!active) return { intake: 'off', intakeDetail: null, intakeAt: null }
  // Fed by SMTP alone: nothing can be tried, only waited for.
  if (imap === null) return { intake: has_mail ? 'connected' : 'waiting', intakeDetail: has_mail ? null : 'No mail has come yet: forward the mailbox to the mail port of Kontuar, or connect it by IMAP.', intakeAt: null }
  return { intake: state.intake ?? 'waiting', intakeDetail: state.intakeDetail ?? null, intakeAt: state.intakeAt ?? null }
}

function presentSending({ active, smtp, state }: MailboxRow): Pick<Mailbox['state'], 'sending' | 'sendingDetail' | 'sendingAt'> {
  if (!active) return { sending: 'off', sendingDetail: null, sendingAt: null }
  if (smtp === null) return { sending: 'off', sendingDetail: 'No outgoing server is set: answers cannot leave.', sendingAt: null }
  return { sending: state.sending ?? 'waiting', sendingDetail: state.sendingDetail ?? null, sendingAt: state.sendingAt ?? null }
}
