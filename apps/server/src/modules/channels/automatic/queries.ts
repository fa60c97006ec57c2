// Automatic mails in bulk: a handful of statements whatever their number.
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import type { MadeAutomaticMail } from './automatic-mail.ts'

export interface AutomaticSender { id: string; name: string; address: string; reply_tagging: boolean }

/** Those that can send, in the order in which one is chosen: what failed last time only when there is no other. */
export const listAutomaticSenders = (tx: Tx): Promise<AutomaticSender[]> => tx.query<AutomaticSender>(
  `select id, name, address, reply_tagging from mailbox where org_id = $1 and smtp is not null and active and retired_at is null
   order by (state->>'sending') is not distinct from 'failing', created_at, id`, [tx.orgId], 'automatic-senders')

export interface ThreadRow {
  asked: string
  /** Where its entries stand now: itself, or the one it was merged into. */
  id: string
  number: number
  parent: string | null
  thread: string[]
}

/** What the mails of these tickets answer: the newest message of a person, else our own newest; and the newest twenty ids before it. */
export const listThreads = (tx: Tx, ticketIds: readonly string[]): Promise<ThreadRow[]> => tx.query<ThreadRow>(
  `select t.id as asked, s.id, s.number, p.message_id as parent, array(select l.message_id from (
       select i.at, i.id, i.message_id from interaction i where i.org_id = s.org_id and i.ticket_id = s.id and i.kind = 'message' and i.message_id is not null and not (i.direction = 'in' and i.automatic)
       and not exists (select 1 from outgoing_mail o where o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled') order by i.at desc, i.id desc limit 20) l order by l.at, l.id) as thread
   from ticket t join ticket s on s.org_id = t.org_id and s.id = coalesce(t.merged_into_id, t.id)
   left join lateral (select i.message_id from interaction i where i.org_id = s.org_id and i.ticket_id = s.id and i.kind = 'message' and i.message_id is not null and not i.automatic
     and not exists (select 1 from outgoing_mail o where o.org_id = i.org_id and o.interaction_id = i.id and o.state = 'cancelled') order by i.direction = 'in' desc, i.at desc, i.id desc limit 1) p on true
   where t.org_id = $1 and t.id = any ($2)`, [tx.orgId, ticketIds], 'automatic-threads')

/** Content, entry, ledger and what is withheld, of all of them. The entry of our own words does not move the ticket. */
export async function insertAutomaticMails(tx: Tx, made: readonly MadeAutomaticMail[]): Promise<void> {
  const withheld = made.filter((m) => m.raw !== null)
  await Promise.all([
    tx.query(
      `insert into mail_content (org_id, id, fingerprint, size, raw, interaction_id) select $1, c.* from unnest($2::uuid[], $3::text[], $4::bigint[], $5::bytea[], $6::uuid[]) c`,
      [tx.orgId, made.map((m) => m.contentId), made.map((m) => `out:${m.messageId}`), made.map((m) => m.shownRaw.length), made.map((m) => m.shownRaw), made.map((m) => m.interactionId)], 'insert-automatic-contents'),
    tx.query(
      `insert into interaction (org_id, id, ticket_id, customer_id, queue_id, location_id, kind, direction, channel, mailbox_id, at, from_name, from_address, recipients, subject, text, html, folds, message_id, in_reply_to, automatic, mail_class, content_id)
       select $1, i.id, i.ticket, i.customer, i.queue, i.location, 'message', 'out', 'email', i.mailbox, clock_timestamp(), i.from_name, i.from_address, i.recipients, i.subject, i.text, i.html, i.folds, i.message_id, i.in_reply_to, true, 'auto-reply', i.content
       from json_to_recordset($2) i (id uuid, ticket uuid, customer uuid, queue uuid, location uuid, mailbox uuid, from_name text, from_address text, recipients jsonb, subject text, text text, html text, folds jsonb, message_id text, in_reply_to text, content uuid)`,
      [tx.orgId, storableJson(made.map((m) => ({
        id: m.interactionId, ticket: m.ticketId, customer: m.customerId, queue: m.ticketId === null ? m.queueId : null, location: m.ticketId === null ? m.locationId : null,
        mailbox: m.mailbox.id, from_name: m.mailbox.name, from_address: m.mailbox.address,
        recipients: { to: [m.to], cc: [], bcc: [], replyTo: m.replyTo === null ? [] : [{ name: m.mailbox.name, address: m.replyTo }] },
        subject: m.subject, text: m.text, html: m.html, folds: m.folds, message_id: m.messageId, in_reply_to: m.inReplyTo, content: m.contentId,
      })))], 'insert-automatic-entries'),
    tx.query(
      `insert into outgoing_mail (org_id, id, interaction_id, mailbox_id, message_id, envelope_from, recipients, automatic, withheld, send_after)
       select $1, o.id, o.interaction, o.mailbox, o.message_id, o.sender, array[o.recipient], true, o.withheld, clock_timestamp()
       from json_to_recordset($2) o (id uuid, interaction uuid, mailbox uuid, message_id text, sender text, recipient text, withheld boolean)`,
      [tx.orgId, JSON.stringify(made.map((m) => ({ id: m.outgoingId, interaction: m.interactionId, mailbox: m.mailbox.id, message_id: m.messageId, sender: m.mailbox.address, recipient: m.to.address, withheld: m.raw !== null })))], 'insert-automatic-ledger'),
    ...(withheld.length === 0 ? [] : [tx.query(
      `insert into withheld_mail (org_id, outgoing_id, raw) select $1, w.* from unnest($2::uuid[], $3::bytea[]) w`, [tx.orgId, withheld.map((m) => m.outgoingId), withheld.map((m) => m.raw)], 'insert-withheld')]),
  ])
}
