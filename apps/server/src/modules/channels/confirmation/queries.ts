// The confirmations of one batch of new tickets, in a handful of statements whatever its size.
import type { MailAddress } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

export interface CandidateRow {
  ticket_id: string; number: number; subject: string; language: string | null; locale: string
  mailbox_id: string; mailbox_name: string; mailbox_address: string; reply_tagging: boolean; can_send: boolean
  confirmation: { enabled: boolean; texts: Partial<Record<'pl' | 'ru' | 'en', string>> }
  interaction_id: string; customer_id: string; direction: 'in' | 'out' | 'internal'; from_name: string; from_address: string; reply_to: MailAddress[] | null
  message_id: string | null; in_reply_to: string | null; automatic: boolean; mail_class: string; null_sender: boolean; old: boolean
}

export const listCandidates = (tx: Tx, interactionIds: readonly string[]): Promise<CandidateRow[]> => tx.query<CandidateRow>(
  `select t.id as ticket_id, t.number, t.subject, t.language, o.locale, b.id as mailbox_id, b.name as mailbox_name, b.address as mailbox_address, b.reply_tagging,
     b.smtp is not null and b.active and b.retired_at is null as can_send, b.confirmation,
     i.id as interaction_id, i.customer_id, i.direction, i.from_name, i.from_address, i.recipients->'replyTo' as reply_to, i.message_id, i.in_reply_to, i.automatic, i.mail_class,
     exists (select 1 from mail_delivery d where d.org_id = i.org_id and d.content_id = i.content_id and d.envelope_from = '') as null_sender,
     i.at < now() - interval '1 day' as old
   from interaction i join ticket t on t.org_id = i.org_id and t.id = i.ticket_id join org o on o.id = i.org_id join mailbox b on b.org_id = i.org_id and b.id = i.mailbox_id
   where i.org_id = $1 and i.id = any ($2) and not exists (select 1 from confirmation c where c.org_id = i.org_id and c.ticket_id = t.id)
   order by i.id`, [tx.orgId, interactionIds], 'list-to-confirm')

/** Counts by address key of the last 24 hours, and of all of the last hour. Locks the addresses, so that two batches at once do not both see the last free place. */
export async function countRecent(tx: Tx, keys: readonly string[]): Promise<{ byKey: Map<string, number>; ofOrganization: number }> {
  const sorted = [...new Set(keys)].sort()
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' confirmation ' || k, 0)) from unnest($2::text[]) k`, [tx.orgId, sorted], 'lock-confirmed-addresses')
  const counted = tx.query<{ address_key: string; count: number }>(
    `select address_key, count(*)::int as count from confirmation where org_id = $1 and address_key = any ($2) and at > now() - interval '1 day' and outcome = 'sent' group by address_key`, [tx.orgId, sorted], 'count-confirmations')
  const all = tx.query<{ count: number }>(`select count(*)::int as count from (select 1 from confirmation where org_id = $1 and at > now() - interval '1 hour' and outcome = 'sent' limit 5000) c`, [tx.orgId], 'count-confirmations-of-org')
  const [rows, [org]] = await Promise.all([counted, all])
  return { byKey: new Map(rows.map((r) => [r.address_key, r.count])), ofOrganization: org!.count }
}

/** Answers the tickets that had none before: one confirmation a ticket, whoever asks how often. */
export async function claimConfirmations(tx: Tx, rows: readonly { ticketId: string; key: string; outcome: 'sent' | 'skipped'; reason: string | null }[]): Promise<Set<string>> {
  const claimed = await tx.query<{ ticket_id: string }>(
    `insert into confirmation (org_id, ticket_id, address_key, outcome, reason) select $1, c.ticket, c.key, c.outcome, c.reason
     from json_to_recordset($2) c (ticket uuid, key text, outcome text, reason text) on conflict do nothing returning ticket_id`,
    [tx.orgId, JSON.stringify(rows.map((r) => ({ ticket: r.ticketId, key: r.key, outcome: r.outcome, reason: r.reason })))], 'claim-confirmations')
  return new Set(claimed.map((c) => c.ticket_id))
}

export interface MadeConfirmation {
  row: CandidateRow; contentId: string; interactionId: string; outgoingId: string; messageId: string; raw: Buffer; recipient: MailAddress
  subject: string; text: string; html: string; folds: unknown; replyTo: string | null
}

/** Content, entry and ledger of all of them. The entry of our own words does not move the ticket. */
export async function insertConfirmations(tx: Tx, made: readonly MadeConfirmation[]): Promise<void> {
  const contents = tx.query(
    `insert into mail_content (org_id, id, fingerprint, size, raw, interaction_id) select $1, c.* from unnest($2::uuid[], $3::text[], $4::bigint[], $5::bytea[], $6::uuid[]) c`,
    [tx.orgId, made.map((m) => m.contentId), made.map((m) => `out:${m.messageId}`), made.map((m) => m.raw.length), made.map((m) => m.raw), made.map((m) => m.interactionId)], 'insert-confirmation-contents')
  const entries = tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, from_name, from_address, recipients, subject, text, html, folds, message_id, in_reply_to, automatic, mail_class, content_id)
     select $1, i.id, i.ticket, i.customer, 'message', 'out', 'email', i.mailbox, clock_timestamp(), i.from_name, i.from_address, i.recipients, i.subject, i.text, i.html, i.folds, i.message_id, i.in_reply_to, true, 'auto-reply', i.content
     from json_to_recordset($2) i (id uuid, ticket uuid, customer uuid, mailbox uuid, from_name text, from_address text, recipients jsonb, subject text, text text, html text, folds jsonb, message_id text, in_reply_to text, content uuid)`,
    [tx.orgId, JSON.stringify(made.map((m) => ({
      id: m.interactionId, ticket: m.row.ticket_id, customer: m.row.customer_id, mailbox: m.row.mailbox_id, from_name: m.row.mailbox_name, from_address: m.row.mailbox_address,
      recipients: { to: [m.recipient], cc: [], bcc: [], replyTo: m.replyTo === null ? [] : [{ name: m.row.mailbox_name, address: m.replyTo }] },
      subject: m.subject, text: m.text, html: m.html, folds: m.folds, message_id: m.messageId, in_reply_to: m.row.message_id, content: m.contentId,
    })))], 'insert-confirmation-entries')
  const ledger = tx.query(
    `insert into outgoing_mail (org_id, id, interaction_id, mailbox_id, message_id, envelope_from, recipients, automatic, send_after)
     select $1, o.id, o.interaction, o.mailbox, o.message_id, o.sender, array[o.recipient], true, clock_timestamp()
     from json_to_recordset($2) o (id uuid, interaction uuid, mailbox uuid, message_id text, sender text, recipient text)`,
    [tx.orgId, JSON.stringify(made.map((m) => ({ id: m.outgoingId, interaction: m.interactionId, mailbox: m.row.mailbox_id, message_id: m.messageId, sender: m.row.mailbox_address, recipient: m.recipient.address })))], 'insert-confirmation-ledger')
  await Promise.all([contents, entries, ledger])
}
