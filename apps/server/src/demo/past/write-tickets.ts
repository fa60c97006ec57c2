// Tickets of the past with all their entries, in the order in which they came; thousands in a few statements.
import { storableJson } from '../../platform/db/storable.ts'
import type { Tx } from '../../platform/db/database.ts'
import { newId } from '../../platform/id.ts'
import { fingerprintOf } from '../../modules/channels/index.ts'
import type { Ground } from './ground.ts'
import type { PastTicket } from './past-ticket.ts'
import { unfold, type EntryRow, type TicketRow } from './unfold.ts'

const atOnce = 1000

export async function writeTickets(tx: Tx, tickets: readonly PastTicket[], ground: Ground): Promise<void> {
  const unfolded = tickets.map((ticket) => unfold(ticket, ground, newId)).toSorted((a, b) => (a.ticket.created < b.ticket.created ? -1 : 1))
  const numbers = await tx.query<{ number: number }>('select next_ticket_numbers($1) as number', [unfolded.length])
  for (const [i, chunk] of chunksOf(unfolded).entries()) {
    await insertTickets(tx, chunk.map((u) => u.ticket), numbers.slice(i * atOnce).map((n) => n.number))
    const entries = chunk.flatMap((u) => u.entries)
    const contents = contentsOf(entries, ground)
    await insertContents(tx, [...contents.values()])
    await insertEntries(tx, entries, contents)
  }
}

const chunksOf = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / atOnce) }, (_, i) => all.slice(i * atOnce, (i + 1) * atOnce))

const insertTickets = (tx: Tx, rows: readonly TicketRow[], numbers: readonly number[]) => tx.query(
  `insert into ticket (org_id, id, number, subject, customer_id, language, channel, mailbox_id, status, status_category, priority, queue_id, location_id, reason_id, assignee_id, result, tag_ids, preview, last_direction, last_interaction_at,
     created_at, updated_at, closed_at, queued_at, waiting_since)
   select $1, t.id, t.number, t.subject, t.customer, t.language, t.channel, t.mailbox, t.status, s.category, t.priority, t.queue, t.location, t.reason, t.assignee, t.result, t.tags, t.preview, t.last_direction, t.last_at, t.created, t.updated, t.closed, t.queued, t.waiting
   from jsonb_to_recordset($2) t (id uuid, number bigint, subject text, customer uuid, language text, channel text, mailbox uuid, status text, priority text, queue uuid, location uuid, reason uuid, assignee uuid, result text, tags uuid[], preview text,
     last_direction text, last_at timestamptz, created timestamptz, updated timestamptz, closed timestamptz, queued timestamptz, waiting timestamptz) join ticket_status s on s.org_id = $1 and s.key = t.status`,
  [tx.orgId, storableJson(rows.map((row, i) => ({ ...row, number: numbers[i] })))], 'demo-tickets')

const insertEntries = (tx: Tx, rows: readonly EntryRow[], contents: ReadonlyMap<string, Content>) => tx.query(
  `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, created_at, staff_id, from_name, from_address, recipients, subject, text, message_id, in_reply_to, matched_by, event, by_hand, timing, review, content_id)
   select $1, i.id, i.ticket, i.customer, i.kind, i.direction, i.channel, i.mailbox, i.at, i.told, i.staff, i.from_name, i.from_address, i.recipients, i.subject, i.text, i.message_id, i.in_reply_to, i.matched_by,
     nullif(i.event, 'null'), nullif(i.by_hand, 'null'), nullif(i.timing, 'null'), nullif(i.review, 'null'), i.content
   from jsonb_to_recordset($2) i (id uuid, ticket uuid, customer uuid, kind text, direction text, channel text, mailbox uuid, at timestamptz, told timestamptz, staff uuid, from_name text, from_address text, recipients jsonb, subject text, text text,
     message_id text, in_reply_to text, matched_by text, event jsonb, by_hand jsonb, timing jsonb, review jsonb, content uuid)`,
  [tx.orgId, storableJson(rows.map((row) => ({ ...row, content: contents.get(row.id)?.id ?? null })))], 'demo-entries')

interface Content { id: string; entry: string; mailbox: string; at: string; from: string; to: string; raw: Buffer }

/** The mails as they came, so that the original can be opened. */
function contentsOf(entries: readonly EntryRow[], { mailboxes }: Ground): Map<string, Content> {
  return new Map(entries.flatMap((entry) => {
    if (entry.direction !== 'in' || entry.message_id === null) return []
    const mailbox = mailboxes.find((m) => m.id === entry.mailbox)!
    const raw = Buffer.from([
      `From: ${encoded(entry.from_name)} <${entry.from_address}>`, `To: ${encoded(mailbox.name)} <${mailbox.address}>`, `Subject: ${encoded(entry.subject)}`, `Date: ${new Date(entry.at).toUTCString()}`, `Message-ID: <${entry.message_id}>`,
      ...(entry.in_reply_to === null ? [] : [`In-Reply-To: <${entry.in_reply_to}>`, `References: <${entry.in_reply_to}>`]),
      'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', '', ...entry.text.split('\n'), '',
    ].join('\r\n'))
    return [[entry.id, { id: newId(), entry: entry.id, mailbox: mailbox.id, at: entry.at, from: entry.from_address, to: mailbox.address, raw }]]
  }))
}

const encoded = (text: string) => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

async function insertContents(tx: Tx, contents: readonly Content[]) {
  const of = <K extends keyof Content>(key: K) => contents.map((c) => c[key])
  await tx.query('insert into mail_content (org_id, id, fingerprint, size, raw, interaction_id, created_at) select $1, c.id, c.fingerprint, length(c.raw), c.raw, c.entry, c.at from unnest($2::uuid[], $3::text[], $4::bytea[], $5::uuid[], $6::timestamptz[]) c (id, fingerprint, raw, entry, at)',
    [tx.orgId, of('id'), contents.map((c) => fingerprintOf(c.raw, new Date(c.at))), of('raw'), of('entry'), of('at')], 'demo-contents')
  await tx.query(`insert into mail_delivery (org_id, id, mailbox_id, content_id, source, state, received_at, stored_at, envelope_from, envelope_to) select $1, gen_random_uuid(), d.mailbox, d.content, 'smtp', 'read', d.at, d.at, d.sender, d.receiver from unnest($2::uuid[], $3::uuid[], $4::timestamptz[], $5::text[], $6::text[]) d (mailbox, content, at, sender, receiver)`,
    [tx.orgId, of('mailbox'), of('id'), of('at'), of('from'), of('to')], 'demo-deliveries')
}
