// One mail as bytes (RFC 5322, MIME), made once and kept: every try sends the same bytes.
import MailComposer from 'nodemailer/lib/mail-composer'
import type { MailAddress } from '@kontuar/contracts'
import { oneLine } from './rules/recipients.ts'

export interface MailFile { name: string; type: string; content: Buffer; contentId: string | null }

export interface MailToCompose {
  messageId: string
  date: Date
  from: MailAddress
  to: readonly MailAddress[]
  cc: readonly MailAddress[]
  replyTo: string | null
  subject: string
  inReplyTo: string | null
  references: readonly string[]
  text: string
  html: string
  files: readonly MailFile[]
  /** Ours by itself, not a person's (RFC 3834 5). */
  automatic: boolean
  /** Default: an answer to a message that came. */
  autoSubmitted?: 'auto-generated'
  /** A web address, already checked: one POST to it takes the reader off (RFC 8058). */
  unsubscribeUrl?: string | null
  /** BCP 47. */
  language?: string
}

/** The recipients of Bcc are not here: they stand in the envelope alone. */
export async function composeMail(mail: MailToCompose): Promise<Buffer> {
  const address = (a: MailAddress) => ({ name: oneLine(a.name).slice(0, 200), address: a.address })
  const composer = new MailComposer({
    messageId: `<${mail.messageId}>`,
    date: mail.date,
    from: address(mail.from),
    to: mail.to.map(address),
    ...(mail.cc.length > 0 ? { cc: mail.cc.map(address) } : {}),
    ...(mail.replyTo ? { replyTo: { name: oneLine(mail.from.name).slice(0, 200), address: mail.replyTo } } : {}),
    subject: oneLine(mail.subject),
    ...(mail.inReplyTo ? { inReplyTo: `<${mail.inReplyTo}>` } : {}),
    ...(mail.references.length > 0 ? { references: mail.references.map((id) => `<${id}>`) } : {}),
    text: mail.text,
    html: mail.html,
    attachments: mail.files.map((f) => ({
      filename: oneLine(f.name).replace(/[/\\]/g, '_').slice(0, 200) || 'file', content: f.content, contentType: safeType(f.type),
      ...(f.contentId ? { cid: f.contentId, contentDisposition: 'inline' } : {}),
    })),
    headers: {
      // Comes back with the mail when it returns to the mailbox that sent it; two Kontuars may still write to each other.
      'X-Kontuar-Loop': oneLine(mail.from.address),
      ...(mail.automatic ? { 'Auto-Submitted': mail.autoSubmitted ?? 'auto-replied', 'X-Auto-Response-Suppress': 'All', Precedence: 'bulk' } : {}),
      ...(mail.unsubscribeUrl ? { 'List-Unsubscribe': { prepared: true, value: `<${mail.unsubscribeUrl}>` }, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
      ...(mail.language && /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i.test(mail.language) ? { 'Content-Language': mail.language } : {}),
    },
    newline: 'win',
    // A message is made of what we give it; nothing in it may read a file or ask the network.
    disableFileAccess: true, disableUrlAccess: true,
  })
  return composer.compile().build()
}

/** A type that cannot carry further header parameters. */
const safeType = (type: string): string => (/^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(type) ? type : 'application/octet-stream')
