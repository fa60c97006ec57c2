// Mail of the program by itself: a digest, an alert, a report; not a contact. It leaves through the first mailbox that can send,
// held by the same brake as all that goes out; it is no entry of the diary, and its ledger is its sender's.
import type { Tx } from '../../../platform/db/database.ts'
import { ConnectionPool, connectTo, sendMessage, type SendOutcome, type SmtpFault, unreachable } from '../../../platform/mail/index.ts'
import type { Platform } from '../../../platform/platform.ts'
import type { MailOutcome, SystemMail } from '../../notifications/index.ts'
import { emailKey } from '../../customers/index.ts'
import { composeMail } from '../composing/compose-mail.ts'
import { ownAddressKeys } from '../composing/queries.ts'
import { serverOf, type SendingMailboxRow } from './mailbox-server.ts'
import { noteSendingState } from './mailbox-state.ts'

interface Sender extends SendingMailboxRow { name: string; address: string; paused: boolean; own: boolean }

const senders = `from mailbox b where b.org_id = $1 and b.smtp is not null and b.active and b.retired_at is null`

export async function canSendSystemMail(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ can: boolean }>(`select exists (select ${senders}) as can`, [tx.orgId], 'can-send-system-mail')
  return row!.can
}

/** The Message-ID of one: a word and an id (`report.<id>@…`). Of answers in tickets the part before the @ is of another shape. */
export const isOfSystemMail = (messageId: string): boolean => /^<?[a-z]+\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}@/i.test(messageId)

/** Whether its sender keeps a ledger in which a bounce is told to somebody; a digest has none. Anybody may write such an id, but not at our address. */
export const hasLedger = (messageId: string | null, ownAddresses: readonly string[]): boolean =>
  messageId !== null && isOfSystemMail(messageId) && /^<?(?:report|alert)\./i.test(messageId) && ownAddresses.some((own) => messageId.toLowerCase().replace(/>$/, '').endsWith(own.slice(own.lastIndexOf('@')).toLowerCase()))

const pool = new ConnectionPool()

export async function sendSystemMail(platform: Platform, orgId: number, mail: SystemMail, mayLeave: () => Promise<boolean>): Promise<MailOutcome> {
  const { db, crypto, publicUrl } = platform
  const sender = await db.read(orgId, (tx) => findSender(tx, mail.to.address))
  if (sender === null) return { kind: 'later', detail: 'No mailbox can send: set up the sending server of one.' }
  if (sender.paused) return { kind: 'later', detail: 'Outgoing mail is held by the brake.' }
  // It would come back as a ticket.
  if (sender.own) return { kind: 'refused', detail: 'The address is that of a mailbox of the organization.' }
  const raw = await composeMail({
    messageId: `${mail.messageKey}@${sender.address.slice(sender.address.lastIndexOf('@') + 1)}`, date: new Date(), from: { name: sender.name, address: sender.address }, to: [mail.to], cc: [], replyTo: null,
    subject: mail.subject, inReplyTo: null, references: [], text: mail.text, html: mail.html, files: mail.files ?? [], automatic: true, autoSubmitted: 'auto-generated',
    unsubscribeUrl: mail.unsubscribeUrl ?? null, ...(mail.language === undefined ? {} : { language: mail.language }),
  })
  let outcome: SendOutcome
  try {
    const server = serverOf(crypto, sender)!
    const lease = await pool.take(JSON.stringify([orgId, server]), () => connectTo(server, new URL(publicUrl()).hostname))
    outcome = await sendMessage(lease.connection, { from: sender.address, to: [mail.to.address] }, raw, { mayEnd: mayLeave, ends: () => {} })
    lease.giveBack(outcome.kind === 'taken')
  } catch (error) {
    outcome = unreachable(error as SmtpFault)
  }
  if (outcome.kind !== 'withheld') await db.write(orgId, (tx) => noteSendingState(tx, sender.id, outcome))
  return toMailOutcome(outcome)
}

function toMailOutcome(outcome: SendOutcome): MailOutcome {
  if (outcome.kind === 'taken') return { kind: 'sent' }
  if (outcome.kind === 'unanswered') return { kind: 'sent', unanswered: true }
  if (outcome.kind === 'withheld') return { kind: 'later', detail: 'taken over by another process' }
  return outcome.kind === 'refused' && (outcome.permanent || outcome.recipients.some((r) => r.permanent)) ? { kind: 'refused', detail: outcome.reason } : { kind: 'later', detail: outcome.reason }
}

/** One that failed last time only when there is no other. */
async function findSender(tx: Tx, recipient: string): Promise<Sender | null> {
  const [[sender], own] = await Promise.all([
    tx.query<Omit<Sender, 'own'>>(
      `select b.id, b.name, b.address, b.smtp, b.secrets, b.active, (select outgoing_paused from org where id = $1) as paused ${senders} order by (b.state->>'sending') is not distinct from 'failing', b.created_at, b.id limit 1`, [tx.orgId], 'system-mail-sender'),
    ownAddressKeys(tx),
  ])
  const key = emailKey(recipient)
  return sender === undefined ? null : { ...sender, own: key !== null && own.has(key) }
}
