// Messages and tickets for tests.
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { receiveMessages } from './commands/receive-messages.ts'
import type { IncomingMessage, ReceivedMessage } from './types.ts'

export async function buildMailbox(tx: Tx, address = `office-${newId().slice(-6)}@salon.example`): Promise<string> {
  const id = newId()
  await tx.query('insert into mailbox (org_id, id, name, address) values ($1, $2, $3, $4)', [tx.orgId, id, 'Salon', address])
  return id
}

/** Answers a message ready to be received; its raw content is stored, as the diary's foreign key wants it. */
export async function buildMessage(tx: Tx, mailboxId: string, given: Partial<IncomingMessage> = {}): Promise<IncomingMessage> {
  const contentId = newId()
  await tx.query(`insert into mail_content (org_id, id, fingerprint, size, raw) values ($1, $2, $3, 4, 'mail')`, [tx.orgId, contentId, contentId])
  return {
    channel: 'email', mailboxId, contentId, at: new Date(), from: { name: 'Anna Nowak', address: 'anna@klient.example' },
    recipients: { to: [{ name: '', address: 'office@salon.example' }], cc: [], bcc: [], replyTo: [] }, subject: 'Reklamacja', text: 'Dzień dobry, buty się rozpadły.', visibleText: 'Dzień dobry, buty się rozpadły.',
    html: null, folds: null, messageId: `${newId()}@klient.example`, inReplyTo: [], references: [], replyAddressTicket: null, bodyMarkerTicket: null, automatic: false, mailClass: 'personal', bounce: null, returnsToLedger: false,
    language: 'pl', warnings: [], attachments: [], ...given,
  }
}

export async function buildTicket(tx: Tx, mailboxId: string, given: Partial<IncomingMessage> = {}): Promise<ReceivedMessage & { messageId: string }> {
  const message = await buildMessage(tx, mailboxId, given)
  const [received] = await receiveMessages(tx, [message])
  return { ...received!, messageId: message.messageId ?? '' }
}
