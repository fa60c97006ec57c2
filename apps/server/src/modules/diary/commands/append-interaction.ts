// What we write becomes an entry of the diary: an answer, a note, a contact recorded by hand. What it changes of its ticket stands in
// the entry itself.
import type { FieldValues, MailAddress, Review, Timing } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { diaryPorts } from '../ports.ts'
import { makePreview } from '../rules/preview.ts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import type { Recipients, StoredAttachment, StoredFold } from '../types.ts'
import { decideChange, type Changes, type TicketWish } from './decide-change.ts'
import { lockTicket, type LockedTicket } from './lock-ticket.ts'
import { publishChanges, saveTicket } from './save-change.ts'

export interface WrittenEntry {
  id: string
  ticketId: string
  kind: 'message' | 'note' | 'call' | 'visit'
  direction: 'in' | 'out' | 'internal'
  channel: string
  mailboxId: string | null
  /** Null: nobody of ours had a part in it, as in a call that was given up. */
  staffId: string | null
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
  /** What the ticket becomes with it. A status that is only the usual one (`usualStatus`) gives way where the organization does not allow it. */
  wish: Pick<TicketWish, 'status' | 'reasonId' | 'result' | 'resultNote' | 'fields'>
  usualStatus?: string
  byHand?: { request: string; decision: string; result: string }
  /** Of a call or chat, as the exchange knows them. */
  timing?: Timing
  review?: Review
  mentionIds?: readonly string[]
}

/** What the ticket was, for undoing. Times are RFC 3339. What is missing was written by an earlier version and stays. */
export interface TicketBefore {
  status: string; statusCategory: string; assigneeId: string | null; closedAt: string | null
  preview: string; lastDirection: string; lastInteractionAt: string
  waitingSince?: string | null; reasonId?: string | null; result?: string | null; resultNote?: string; fields?: FieldValues
}

/** @throws Refusal */
export async function appendInteraction(tx: Tx, entry: WrittenEntry): Promise<{ customerId: string; before: TicketBefore }> {
  const now = await lockTicket(tx, entry.ticketId)
  await tx.seeEverything()
  const { next, changes } = await decideChange(tx, now, entry.wish)
  if (entry.usualStatus !== undefined && entry.wish.status === undefined) await takeUsualStatus(tx, next, entry.usualStatus)
  // Whoever answers a ticket without an owner becomes it, if they serve its queue.
  if (entry.kind === 'message' && entry.staffId !== null && next.assignee_id === null && (await diaryPorts().outsider(tx, entry.staffId, { queueId: next.queue_id, locationId: next.location_id })) === null) next.assignee_id = entry.staffId
  if (next.status !== now.status) changes['status'] = [now.status, next.status]
  if (next.assignee_id !== now.assignee_id) changes['assigneeId'] = [now.assignee_id, next.assignee_id]
  if (entry.kind !== 'note') showAsNewest(next, entry)

  await insertEntry(tx, entry, now.customer_id, changes)
  await insertAttachments(tx, entry)
  await saveTicket(tx, now, next)
  tx.publish({ name: eventOf(entry), ids: { ticketId: now.id, interactionId: entry.id, customerId: now.customer_id }, ...(entry.mentionIds?.length ? { detail: { mentionIds: [...entry.mentionIds], by: entry.staffId } } : {}) })
  publishChanges(tx, now, entry.id, changes, { before: now.status_category, after: next.status_category })
  return { customerId: now.customer_id, before: asBefore(now) }
}

const eventOf = ({ kind, direction }: WrittenEntry) => (kind === 'note' ? 'diary.noteWritten' : kind === 'message' && direction === 'out' ? 'diary.messageWritten' : 'diary.interactionRecorded')

async function takeUsualStatus(tx: Tx, next: LockedTicket, usual: string) {
  try {
    Object.assign(next, (await decideChange(tx, next, { status: usual })).next)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
  }
}

/**
 * The customer waits for us: they wrote, or nobody took their call. A chat that somebody took was a talk like a call, whoever began it.
 * The clocks read entries the same way (routing/clocks/derive/entries.ts).
 */
const beginsWaiting = ({ kind, direction, staffId, timing }: WrittenEntry) => direction === 'in' && (kind === 'message' ? timing?.answeredAt === undefined : staffId === null)

/** The newest word in the lists; ours ends the customer's waiting. */
function showAsNewest(next: LockedTicket, entry: WrittenEntry) {
  const at = entry.at ?? new Date()
  if (at < next.last_interaction_at) return
  Object.assign(next, { preview: makePreview(entry.visibleText), last_interaction_at: at, last_direction: entry.direction, waiting_since: beginsWaiting(entry) ? (next.waiting_since ?? at) : null })
}

const asBefore = (t: LockedTicket): TicketBefore => ({
  status: t.status, statusCategory: t.status_category, assigneeId: t.assignee_id, closedAt: t.closed_at?.toISOString() ?? null,
  preview: t.preview, lastDirection: t.last_direction, lastInteractionAt: t.last_interaction_at.toISOString(),
  waitingSince: t.waiting_since?.toISOString() ?? null, reasonId: t.reason_id, result: t.result, resultNote: t.result_note, fields: t.fields,
})

async function insertEntry(tx: Tx, e: WrittenEntry, customerId: string, changes: Changes) {
  const event = Object.keys(changes).length === 0 ? null : JSON.stringify({ name: 'ticket-changed', detail: changes })
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, mailbox_id, at, staff_id, from_name, from_address, recipients, subject, text, html, folds, message_id, in_reply_to, content_id,
       event, by_hand, mention_ids, timing, review)
     values ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($20, clock_timestamp()), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $21, $22, $23, $24, $25)`,
    [tx.orgId, e.id, e.ticketId, customerId, e.kind, e.direction, e.channel, e.mailboxId, e.staffId, storable(e.from.name), e.from.address, JSON.stringify(e.recipients), storable(e.subject), storable(e.text),
      e.html === null ? null : storable(e.html), e.folds === null ? null : JSON.stringify(e.folds), e.messageId, e.inReplyTo, e.contentId, e.at ?? null,
      event, e.byHand === undefined ? null : storableJson(e.byHand), e.mentionIds ?? [], e.timing === undefined ? null : JSON.stringify(e.timing), e.review === undefined ? null : storableJson(e.review)], 'insert-written-entry')
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
