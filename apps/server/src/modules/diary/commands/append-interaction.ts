// What we write becomes an entry of the diary: an answer, a note. An answer moves its ticket, a note only adds.
import type { MailAddress } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/http/page.ts'
import { newId } from '../../../platform/id.ts'
import { makePreview } from '../rules/preview.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Recipients, StoredAttachment, StoredFold } from '../types.ts'

export interface WrittenEntry {
  id: string
  ticketId: string
  kind: 'message' | 'note'
  direction: 'out' | 'internal'
  channel: string
  mailboxId: string | null
  staffId: string
  /** Default: now. */
  at?: Date
  from: MailAddress
  recipients: Recipients
  subject: string
  text: string
  visibleText: string
  html: string | null
  folds: StoredFold[] | null
  /** Without <>. */
  messageId: string | null
  inReplyTo: string | null
  contentId: string | null
  attachments: readonly StoredAttachment[]
  /** Of the ticket afterwards; null leaves it. */
  status: 'new' | 'open' | 'waiting' | 'closed' | null
}

/** What the ticket was, for undoing. Times are RFC 3339. */
export interface TicketBefore {
  status: string; statusCategory: string; assigneeId: string | null; closedAt: string | null
  preview: string; lastDirection: string; lastInteractionAt: string
}

interface TicketRow {
  customer_id: string; status: string; status_category: string; assignee_id: string | null; closed_at: Date | null
  preview: string; last_direction: string; last_interaction_at: Date
}

/** @throws Refusal `not-found` */
export async function appendInteraction(tx: Tx, entry: WrittenEntry): Promise<{ customerId: string; before: TicketBefore }> {
  const [ticket] = isId(entry.ticketId) ? await tx.query<TicketRow>(
    'select customer_id, status, status_category, assignee_id, closed_at, preview, last_direction, last_interaction_at from ticket where org_id = $1 and id = $2 for update',
    [tx.orgId, entry.ticketId], 'lock-ticket-to-write') : []
  if (ticket === undefined) throw notFound('ticket')

  await insertEntry(tx, entry, ticket.customer_id)
  await insertAttachments(tx, entry)
  const status = entry.status ?? ticket.status_category
  const assignee = entry.kind === 'message' ? (ticket.assignee_id ?? entry.staffId) : ticket.assignee_id
  await tx.query(
    `update ticket set updated_at = clock_timestamp(),
       last_interaction_at = case when $5 then clock_timestamp() else last_interaction_at end, last_direction = case when $5 then 'out' else last_direction end, preview = case when $5 then $6 else preview end,
       status = case when status_category = $3 then status else $3 end, status_category = $3, assignee_id = $4,
       closed_at = case when $3 <> 'closed' then null else coalesce(closed_at, clock_timestamp()) end
     where org_id = $1 and id = $2`,
    [tx.orgId, entry.ticketId, status, assignee, entry.kind === 'message', makePreview(entry.visibleText)], 'touch-written-ticket')

  publish(tx, entry, ticket, { status, assignee })
  return {
    customerId: ticket.customer_id,
    before: {
      status: ticket.status, statusCategory: ticket.status_category, assigneeId: ticket.assignee_id, closedAt: ticket.closed_at?.toISOString() ?? null,
      preview: ticket.preview, lastDirection: ticket.last_direction, lastInteractionAt: ticket.last_interaction_at.toISOString(),
    },
  }
}

async function insertEntry(tx: Tx, e: WrittenEntry, customerId: string) {
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, staff_id, from_name, from_address, recipients, subject, text, html, folds, message_id, in_reply_to, content_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($20, clock_timestamp()), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [tx.orgId, e.id, e.ticketId, customerId, e.kind, e.direction, e.channel, e.mailboxId, e.staffId, storable(e.from.name), e.from.address, JSON.stringify(e.recipients), storable(e.subject), storable(e.text),
      e.html === null ? null : storable(e.html), e.folds === null ? null : JSON.stringify(e.folds), e.messageId, e.inReplyTo, e.contentId, e.at ?? null], 'insert-written-entry')
}

async function insertAttachments(tx: Tx, e: WrittenEntry) {
  if (e.attachments.length === 0) return
  const rows = e.attachments.map((a, position) => ({ id: newId(), position, name: storable(a.name), type: storable(a.type), size: a.size, sha256: a.sha256, inline: a.inline, cid: a.contentId }))
  await tx.query(
    `insert into attachment (org_id, id, interaction_id, position, name, type, size, sha256, inline, content_id)
     select $1, a.id, $2, a.position, a.name, a.type, a.size, a.sha256, a.inline, a.cid
     from json_to_recordset($3) a (id uuid, position integer, name text, type text, size bigint, sha256 text, inline boolean, cid text)`,
    [tx.orgId, e.id, JSON.stringify(rows)], 'insert-written-attachments')
}

function publish(tx: Tx, e: WrittenEntry, before: TicketRow, after: { status: string; assignee: string | null }) {
  const ids = { ticketId: e.ticketId, interactionId: e.id, customerId: before.customer_id }
  tx.publish({ name: e.kind === 'note' ? 'diary.noteWritten' : 'diary.messageWritten', ids })
  const changes = {
    ...(after.status === before.status_category ? {} : { status: [before.status_category, after.status] }),
    ...(after.assignee === before.assignee_id ? {} : { assigneeId: [before.assignee_id, after.assignee] }),
  }
  if (Object.keys(changes).length === 0) return
  tx.publish({ name: 'diary.ticketChanged', ids, detail: changes })
  if (changes.status?.[1] === 'closed') tx.publish({ name: 'diary.ticketClosed', ids })
  if (changes.status?.[0] === 'closed') tx.publish({ name: 'diary.ticketReopened', ids })
  if (changes.assigneeId) tx.publish({ name: 'diary.ticketAssigned', ids, detail: { assigneeId: after.assignee } })
}
