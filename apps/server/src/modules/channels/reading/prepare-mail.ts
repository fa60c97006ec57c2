// From stored bytes to a message for the diary: load, parse in a thread, put the attachments away durably.
// Holds a few mails at a time, however many the batch has.
import type { Platform } from '../../../platform/platform.ts'
import { storeBytes } from '../../../platform/files/store.ts'
import type { IncomingMessage, StoredAttachment } from '../../diary/index.ts'
import { hasLedger } from '../sending/send-system-mail.ts'
import { readBodyMarker, readReplyAddress } from '../sending/rules/reply-address.ts'
import { loadRaw } from '../storing/load-raw.ts'
import type { ParsePool } from './parse-pool.ts'
import type { ParsedMail } from './parsed-mail.ts'

export interface WaitingDelivery {
  id: string
  mailbox_id: string
  content_id: string
  envelope_to: string | null
  received_at: Date
  size: number
  raw: Buffer | null
  sha256: string | null
  interaction_id: string | null
}

/** `known`: another delivery of the same content was read before. */
export type Prepared =
  | { delivery: WaitingDelivery; message: IncomingMessage }
  | { delivery: WaitingDelivery; parked: string }
  | { delivery: WaitingDelivery; known: true }
  | { delivery: WaitingDelivery; failed: Error }

export async function prepareMails(platform: Platform, pool: ParsePool, orgId: number, ids: readonly string[]): Promise<Prepared[]> {
  const [deliveries, own] = await platform.db.read(orgId, (tx) => Promise.all([
    tx.query<WaitingDelivery>(
      `select d.id, d.mailbox_id, d.content_id, d.envelope_to, d.received_at, c.size, case when c.interaction_id is null then c.raw end as raw, c.sha256, c.interaction_id
       from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id
       where d.org_id = $1 and d.id = any ($2) and d.state = 'received' order by d.id`, [orgId, ids], 'waiting-deliveries'),
    tx.query<{ address: string }>('select address from mailbox where org_id = $1 and retired_at is null union select unnest(aliases) from mailbox where org_id = $1 and retired_at is null', [orgId], 'own-addresses'),
  ]))
  const ownAddresses = own.map((o) => o.address)
  const prepared: Prepared[] = []
  // Two deliveries of one content in one batch: the first is read, the other follows it.
  const contents = new Set<string>()
  const rest = deliveries.values()
  const lane = async () => {
    for (const delivery of rest) {
      const first = !contents.has(delivery.content_id)
      contents.add(delivery.content_id)
      prepared.push(!first || delivery.interaction_id !== null ? { delivery, known: true } : await prepareMail(platform, pool, orgId, delivery, ownAddresses))
    }
  }
  await Promise.all(Array.from({ length: pool.size + 1 }, lane))
  return prepared.sort((a, b) => (a.delivery.id < b.delivery.id ? -1 : 1))
}

async function prepareMail(platform: Platform, pool: ParsePool, orgId: number, delivery: WaitingDelivery, ownAddresses: string[]): Promise<Prepared> {
  let raw: Buffer
  try {
    raw = await loadRaw(platform.files, orgId, delivery)
  } catch (error) {
    return { delivery, failed: error as Error }
  }
  const length = raw.length
  const answer = await pool.parse({ raw: new Uint8Array(raw), ownAddresses })
  if ('unreadable' in answer) return { delivery, parked: answer.unreadable }
  const attachments: StoredAttachment[] = []
  for (const { content, ...about } of answer.mail.attachments) {
    attachments.push({ ...about, ...(await storeBytes(platform.files, orgId, content)) })
  }
  if (length < delivery.size) answer.mail.warnings.push(`Only the beginning of this mail was fetched: it has ${Math.ceil(delivery.size / 1024 / 1024)} MB, more than is taken.`)
  return { delivery, message: toMessage(platform, orgId, delivery, answer.mail, attachments, ownAddresses) }
}

function toMessage({ crypto }: Platform, orgId: number, delivery: WaitingDelivery, mail: ParsedMail, attachments: StoredAttachment[], ownAddresses: readonly string[]): IncomingMessage {
  const reached = [...(delivery.envelope_to === null ? [] : [delivery.envelope_to]), ...mail.deliveredTo, ...[...mail.to, ...mail.cc].map((a) => a.address)]
  return {
    channel: 'email', mailboxId: delivery.mailbox_id, contentId: delivery.content_id, at: delivery.received_at,
    from: mail.from, recipients: { to: mail.to, cc: mail.cc, bcc: mail.bcc, replyTo: mail.replyTo },
    subject: mail.subject, text: mail.text, visibleText: mail.visibleText, html: mail.html, folds: mail.folds,
    messageId: mail.messageId, inReplyTo: mail.inReplyTo, references: mail.references,
    replyAddressTicket: readReplyAddress(crypto, orgId, reached), bodyMarkerTicket: readBodyMarker(crypto, orgId, mail.text),
    automatic: mail.automatic, mailClass: mail.mailClass, bounce: mail.bounce, returnsToLedger: hasLedger(mail.bounce?.originalMessageId ?? null, ownAddresses), language: mail.language, warnings: mail.warnings, attachments,
  }
}
