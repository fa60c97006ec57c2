// From what was decided to bytes that are kept: nothing of it is made again at a later try.
import type { Platform } from '../../../platform/platform.ts'
import { fileKey, storeBytes, type StoredFile } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/id.ts'
import type { StoredAttachment, Upload } from '../../diary/index.ts'
import { makeBodyMarker, makeReplyAddress } from '../sending/rules/reply-address.ts'
import { composeMail } from './compose-mail.ts'
import type { SendingMailbox } from './queries.ts'
import type { Content } from './record-content.ts'
import type { Written } from './read-written.ts'
import { contentIdOf } from './rules/inline-images.ts'
import type { Quote } from './rules/quote.ts'
import type { Chosen } from './rules/recipients.ts'
import { makeMessageId } from './rules/thread.ts'
import { writeBody, type WrittenBody } from './rules/write-body.ts'

export interface MailPlan {
  ticketNumber: number
  mailbox: SendingMailbox
  written: Written
  recipients: Chosen
  signatures: readonly string[]
  subject: string
  inReplyTo: string | null
  references: readonly string[]
  quote: Quote | null
}

export interface MadeMail extends Content {
  interactionId: string
  replyTo: string | null
  body: WrittenBody
  attachments: StoredAttachment[]
  storedFiles: StoredFile[]
}

/** Small mails lie in the row: one write less, and the backup has them in one place. */
const largestInRow = 256 * 1024

export async function makeMail({ crypto, files }: Platform, orgId: number, plan: MailPlan): Promise<MadeMail> {
  const { mailbox, ticketNumber, written } = plan
  const body = writeBody({ text: written.text, html: written.html, signatures: plan.signatures, marker: makeBodyMarker(crypto, orgId, ticketNumber), quote: plan.quote })
  const messageId = makeMessageId(ticketNumber, mailbox.address)
  const replyTo = mailbox.reply_tagging ? makeReplyAddress(crypto, orgId, mailbox.address, ticketNumber) : null
  const load = async (upload: Upload, contentId: string | null) => ({ name: upload.name, type: upload.type, contentId, content: await files.get(fileKey(orgId, upload.sha256)) })
  const raw = await composeMail({
    messageId, date: new Date(), from: { name: mailbox.name, address: mailbox.address }, to: plan.recipients.to, cc: plan.recipients.cc, replyTo,
    subject: plan.subject, inReplyTo: plan.inReplyTo, references: plan.references, text: body.text, html: body.html,
    files: await Promise.all([...written.inline.map((u) => load(u, contentIdOf(u.id))), ...written.attached.map((u) => load(u, null))]),
    automatic: false,
  })
  const large = raw.length > largestInRow ? await storeBytes(files, orgId, raw) : null
  const asAttachment = (u: Upload, inline: boolean): StoredAttachment => ({ name: u.name, type: u.type, size: u.size, sha256: u.sha256, inline, contentId: inline ? contentIdOf(u.id) : null })
  return {
    interactionId: newId(), messageId, replyTo, body, size: raw.length, raw: large === null ? raw : null, sha256: large?.sha256 ?? null,
    attachments: [...written.inline.map((u) => asAttachment(u, true)), ...written.attached.map((u) => asAttachment(u, false))],
    storedFiles: large === null ? [] : [large],
  }
}
