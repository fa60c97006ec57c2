// What an answer is made of: the ticket, its messages, the mailbox, the signatures, the organization.
import type { MailAddress } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { emailKey } from '../../customers/index.ts'

export interface TicketToAnswer { id: string; number: number; subject: string; channel: string; language: string | null; mailbox_id: string | null }
export interface SendingMailbox { id: string; name: string; address: string; signature_html: string; reply_tagging: boolean; can_send: boolean }
export interface Organization { locale: string; time_zone: string }
export interface Writer { signature_html: string }
export interface EarlierMessage {
  id: string; direction: 'in' | 'out'; at: Date; from: MailAddress; replyTo: MailAddress[]; to: MailAddress[]
  subject: string; text: string; html: string | null; messageId: string | null; automatic: boolean
}

/** @throws Refusal `not-found` */
export async function getTicketToAnswer(tx: Tx, id: string): Promise<TicketToAnswer> {
  const [row] = isId(id) ? await tx.query<TicketToAnswer>('select id, number, subject, channel, language, mailbox_id from ticket where org_id = $1 and id = $2', [tx.orgId, id], 'ticket-to-answer') : []
  if (row === undefined) throw notFound('ticket')
  return row
}

/** All usable mailboxes, oldest first. */
export const listSendingMailboxes = (tx: Tx): Promise<SendingMailbox[]> => tx.query<SendingMailbox>(
  `select id, name, address, signature_html, reply_tagging, smtp is not null as can_send from mailbox where org_id = $1 and active and retired_at is null order by created_at, id`, [tx.orgId], 'sending-mailboxes')

/** Every address that is ours, also of mailboxes switched off. */
export async function ownAddressKeys(tx: Tx): Promise<Set<string>> {
  const rows = await tx.query<{ address: string }>('select unnest(aliases || address) as address from mailbox where org_id = $1 and retired_at is null', [tx.orgId], 'own-address-keys')
  return new Set(rows.map((r) => emailKey(r.address)).filter((k) => k !== null))
}

export async function getWriter(tx: Tx, staffId: string): Promise<Organization & Writer> {
  const [row] = await tx.query<Organization & Writer>('select o.locale, o.time_zone, s.signature_html from org o join staff s on s.org_id = o.id where o.id = $1 and s.id = $2', [tx.orgId, staffId], 'writer')
  return row!
}

/** The message to answer: the newest of a person; when the customer has not written, our own newest one. What never left is none. */
export async function findLastMessage(tx: Tx, ticketId: string): Promise<EarlierMessage | null> {
  const [row] = await tx.query<{ id: string; direction: 'in' | 'out'; at: Date; from_name: string; from_address: string; recipients: { to?: MailAddress[]; replyTo?: MailAddress[] }; subject: string; text: string; html: string | null; message_id: string | null; automatic: boolean }>(
    `select i.id, i.direction, i.at, i.from_name, i.from_address, i.recipients, i.subject, i.text, i.html, i.message_id, i.automatic from interaction i
     where i.org_id = $1 and i.ticket_id = $2 and i.kind = 'message'
       and not exists (select 1 from outgoing_mail o where o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled')
     order by i.direction = 'in' and not i.automatic desc, i.direction = 'out' and not i.automatic desc, i.at desc, i.id desc limit 1`, [tx.orgId, ticketId], 'last-message')
  if (row === undefined) return null
  return {
    ...row, from: { name: row.from_name, address: row.from_address }, to: row.recipients.to ?? [], replyTo: row.recipients.replyTo ?? [], messageId: row.message_id,
  }
}

/** Ids of the ticket's messages, oldest first, with what the first one answered; the newest forty and the first. */
export async function listThreadIds(tx: Tx, ticketId: string): Promise<string[]> {
  const rows = await tx.query<{ message_id: string; in_reply_to: string | null }>(
    `with m as (select i.at, i.id, i.message_id, i.in_reply_to from interaction i where i.org_id = $1 and i.ticket_id = $2 and i.kind = 'message' and i.message_id is not null and not (i.direction = 'in' and i.automatic)
       and not exists (select 1 from outgoing_mail o where o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled'))
     select message_id, in_reply_to from (select * from (select * from m order by at, id limit 1) f union select * from (select * from m order by at desc, id desc limit 40) l) x order by at, id`, [tx.orgId, ticketId], 'thread-ids')
  return rows.flatMap((r, i) => (i === 0 && r.in_reply_to !== null ? [r.in_reply_to, r.message_id] : [r.message_id]))
}
