// diary.receive: messages from any channel become entries of the diary, each in its ticket.
// Works on a batch in one transaction: the same handful of statements serves one mail or fifty.
// Commits nothing by itself: the caller marks its deliveries as read in the same transaction.
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { recordFiles } from '../../../platform/files/store.ts'
import { learnCustomers } from '../../customers/index.ts'
import { findStatus, readStatuses, statusAfterCustomerMessage } from '../../vocabulary/index.ts'
import { diaryPorts, type Placement } from '../ports.ts'
import { matchTicket, numberInSubject, type CandidateTicket, type Match, type MessageClues } from '../rules/match-ticket.ts'
import { makePreview } from '../rules/preview.ts'
import { findCandidates } from '../queries/candidates.ts'
import type { IncomingMessage, ReceivedMessage } from '../types.ts'

/** Answers one entry for each message, in the order given. */
export async function receiveMessages(tx: Tx, messages: readonly IncomingMessage[]): Promise<ReceivedMessage[]> {
  const received = new Map<IncomingMessage, ReceivedMessage>()
  for (const wave of splitIntoWaves(messages)) {
    const entries = await receiveWave(tx, wave)
    wave.forEach((message, i) => received.set(message, entries[i]!))
  }
  return messages.map((message) => received.get(message)!)
}

/** A reply that came in one batch with the message it answers must wait until that one has its ticket. */
export function splitIntoWaves<M extends Pick<IncomingMessage, 'messageId' | 'inReplyTo' | 'references'>>(messages: readonly M[]): M[][] {
  const waves: M[][] = []
  const waveOf = new Map<string, number>()
  for (const message of messages) {
    let wave = 0
    for (const id of [...message.inReplyTo, ...message.references]) wave = Math.max(wave, (waveOf.get(id) ?? -1) + 1)
    if (message.messageId !== null) waveOf.set(message.messageId, Math.max(waveOf.get(message.messageId) ?? 0, wave))
    const members = (waves[wave] ??= [])
    members.push(message)
  }
  return waves
}

interface Decided {
  message: IncomingMessage
  customerId: string
  match: Match
  interactionId: string
  ticketId: string
  isNewTicket: boolean
  /** Of an old ticket that the message wakes: from, to. */
  status: { from: string; to: string; category: string } | null
}

async function receiveWave(tx: Tx, messages: readonly IncomingMessage[]): Promise<ReceivedMessage[]> {
  const customers = await learnCustomers(tx, messages.map((m) => ({ name: m.from.name, address: m.from.address, language: m.language })))
  const clues = messages.map((m, i): MessageClues => ({
    customerId: customers[i]!.customerId, senderKey: customers[i]!.key,
    inReplyTo: m.inReplyTo, references: m.references, bounceOf: m.bounce?.originalMessageId ?? null,
    replyAddressTicket: m.replyAddressTicket, bodyMarkerTicket: m.bodyMarkerTicket, subjectNumber: numberInSubject(m.subject),
    subject: m.subject, automatic: m.automatic, at: m.at,
  }))
  const { candidates, reopenDays } = await findCandidates(tx, clues)

  const statuses = await readStatuses(tx)
  const woken = new Set<string>()
  const decided = messages.map((message, i): Decided => {
    const match = matchTicket(clues[i]!, candidates, reopenDays)
    const wakes = match.ticket !== null && !message.automatic && (match.ticket.statusCategory !== 'closed' || match.reopens) && !woken.has(match.ticket.id)
    const to = wakes ? statusAfterCustomerMessage(statuses, match.ticket!.status) : null
    if (wakes) woken.add(match.ticket!.id)
    return {
      status: to === null || to === match.ticket!.status ? null : { from: match.ticket!.status, to, category: findStatus(statuses, to)!.category },
      message, match, interactionId: newId(),
      customerId: match.matchedBy === 'bounce' ? match.ticket!.customerId : customers[i]!.customerId,
      ticketId: match.ticket?.id ?? newId(), isNewTicket: match.ticket === null,
    }
  })
  const { numbers, because } = await insertTickets(tx, decided.filter((d) => d.isNewTicket), findStatus(statuses, 'new')!.key)
  await touchTickets(tx, decided.filter((d) => !d.isNewTicket))
  await insertInteractions(tx, decided)
  await insertLinks(tx, decided)
  await insertAttachments(tx, decided)
  publish(tx, decided, because)
  return decided.map((d) => ({
    interactionId: d.interactionId, ticketId: d.ticketId, ticketNumber: numbers.get(d.ticketId) ?? d.match.ticket!.number,
    customerId: d.customerId, isNewTicket: d.isNewTicket, matchedBy: d.match.matchedBy,
  }))
}

async function insertTickets(tx: Tx, decided: readonly Decided[], status: string): Promise<{ numbers: Map<string, number>; because: Map<string, Placement['because']> }> {
  if (decided.length === 0) return { numbers: new Map(), because: new Map() }
  const numbers = (await tx.query<{ number: number }>('select next_ticket_numbers($1) as number', [decided.length], 'next-ticket-numbers')).map((r) => r.number)
  const places = await diaryPorts().placeTickets(tx, decided.map(({ message, customerId }) => ({ customerId, channel: message.channel, mailboxId: message.mailboxId, language: message.language, message })))
  const rows = decided.map(({ message: m, ticketId, customerId }, i) => ({
    id: ticketId, number: numbers[i], subject: m.subject.slice(0, 998), customer: customerId, channel: m.channel, mailbox: m.mailboxId, language: m.language,
    preview: makePreview(m.visibleText), at: m.at.toISOString(),
    status, priority: places[i]!.priority, queue: places[i]!.queueId, location: places[i]!.locationId, waiting: m.automatic ? null : m.at.toISOString(),
  }))
  await tx.query(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, mailbox_id, language, preview, status, priority, queue_id, location_id, waiting_since, last_interaction_at, last_direction)
     select $1, t.id, t.number, t.subject, t.customer, t.channel, t.mailbox, t.language, t.preview, t.status, t.priority, t.queue, t.location, t.waiting, t.at, 'in'
     from json_to_recordset($2) t (id uuid, number bigint, subject text, customer uuid, channel text, mailbox uuid, language text, preview text, status text, priority text, queue uuid, location uuid, waiting timestamptz, at timestamptz)`,
    [tx.orgId, storableJson(rows)], 'insert-tickets')
  return { numbers: new Map(rows.map((r) => [r.id, r.number!])), because: new Map(rows.map((r, i) => [r.id, places[i]!.because])) }
}

/** A person's message moves its ticket up and wakes it; a machine's leaves it where it is. */
async function touchTickets(tx: Tx, decided: readonly Decided[]) {
  const newest = new Map<string, Decided>()
  for (const d of decided) if (!d.message.automatic) newest.set(d.ticketId, d)
  if (newest.size === 0) return
  const statusOf = new Map(decided.flatMap((d) => (d.status === null ? [] : [[d.ticketId, d.status] as const])))
  const rows = [...newest.values()].map(({ ticketId, message }) => ({ id: ticketId, at: message.at.toISOString(), preview: makePreview(message.visibleText), status: statusOf.get(ticketId)?.to ?? null, category: statusOf.get(ticketId)?.category ?? null }))
  await tx.query(
    `update ticket t set updated_at = clock_timestamp(), last_interaction_at = greatest(t.last_interaction_at, n.at), last_direction = 'in', preview = n.preview,
       status = coalesce(n.status, t.status), status_category = coalesce(n.category, t.status_category),
       closed_at = case when coalesce(n.category, t.status_category) = 'closed' then t.closed_at end, waiting_since = coalesce(t.waiting_since, n.at)
     from json_to_recordset($2) n (id uuid, at timestamptz, preview text, status text, category text) where t.org_id = $1 and t.id = n.id`,
    [tx.orgId, storableJson(rows)], 'touch-tickets')
}

/** A message with its place in the diary; without a ticket it has a queue and a location of its own, or none. */
export interface Entry extends Pick<Decided, 'message' | 'interactionId' | 'status'> {
  /** Null: nobody's, for what came back of the program's own mail. */
  customerId: string | null
  match: Pick<Match, 'matchedBy' | 'suggestion'>
  ticketId: string | null
  queueId?: string | null
  locationId?: string | null
}

export async function insertInteractions(tx: Tx, decided: readonly Entry[]): Promise<void> {
  const rows = decided.map(({ message: m, match, ...d }) => ({
    id: d.interactionId, ticket: d.ticketId, queue: d.queueId ?? null, location: d.locationId ?? null, customer: d.customerId, channel: m.channel, mailbox: m.mailboxId, at: m.at.toISOString(),
    from_name: m.from.name, from_address: m.from.address, recipients: m.recipients, subject: m.subject, text: m.text, html: m.html,
    folds: m.folds, message_id: m.messageId, in_reply_to: m.inReplyTo[0] ?? null, automatic: m.automatic, mail_class: m.mailClass, bounce: m.bounce,
    event: d.status === null ? null : { name: 'ticket-changed', detail: { status: [d.status.from, d.status.to] } }, matched_by: match.matchedBy, suggestion: match.suggestion, content: m.contentId, warnings: m.warnings,
  }))
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, queue_id, location_id, customer_id, kind, direction, channel, mailbox_id, at, from_name, from_address, recipients, subject, text, html,
       folds, message_id, in_reply_to, automatic, mail_class, bounce, event, matched_by, suggestion, content_id, warnings)
     select $1, i.id, i.ticket, i.queue, i.location, i.customer, 'message', 'in', i.channel, i.mailbox, i.at, i.from_name, i.from_address, i.recipients, i.subject, i.text, i.html,
       nullif(i.folds, 'null'), i.message_id, i.in_reply_to, i.automatic, i.mail_class, nullif(i.bounce, 'null'), nullif(i.event, 'null'), i.matched_by, i.suggestion, i.content,
       array(select json_array_elements_text(i.warnings))
     from json_to_recordset($2) i (id uuid, ticket uuid, queue uuid, location uuid, customer uuid, channel text, mailbox uuid, at timestamptz, from_name text, from_address text, recipients jsonb, subject text, text text, html text,
       folds jsonb, message_id text, in_reply_to text, automatic boolean, mail_class text, bounce jsonb, event jsonb, matched_by text, suggestion text, content uuid, warnings json)`,
    [tx.orgId, storableJson(rows)], 'insert-interactions')
}

async function insertLinks(tx: Tx, decided: readonly Decided[]) {
  const link = (from: string, to: CandidateTicket | null, kind: string) => (to === null ? [] : [{ from, to: to.id, kind }])
  const rows = decided.flatMap((d) => [...link(d.ticketId, d.match.continues, 'continues'), ...link(d.ticketId, d.match.possiblyRelated, 'possibly-related')])
  if (rows.length === 0) return
  await tx.query(
    `insert into ticket_link (org_id, from_ticket_id, to_ticket_id, kind) select $1, l."from", l."to", l.kind from json_to_recordset($2) l ("from" uuid, "to" uuid, kind text) on conflict do nothing`,
    [tx.orgId, storableJson(rows)])
}

export async function insertAttachments(tx: Tx, decided: readonly Pick<Decided, 'message' | 'interactionId'>[]): Promise<void> {
  const rows = decided.flatMap((d) => d.message.attachments.map((a, position) => ({
    id: newId(), interaction: d.interactionId, position, name: a.name, type: a.type, size: a.size, sha256: a.sha256, inline: a.inline, cid: a.contentId,
  })))
  if (rows.length === 0) return
  await recordFiles(tx, decided.flatMap((d) => d.message.attachments))
  await tx.query(
    `insert into attachment (org_id, id, interaction_id, position, name, type, size, sha256, inline, content_id)
     select $1, a.id, a.interaction, a.position, a.name, a.type, a.size, a.sha256, a.inline, a.cid
     from json_to_recordset($2) a (id uuid, interaction uuid, position integer, name text, type text, size bigint, sha256 text, inline boolean, cid text)`,
    [tx.orgId, storableJson(rows)], 'insert-attachments')
}

function publish(tx: Tx, decided: readonly Decided[], because: ReadonlyMap<string, Placement['because']>) {
  for (const d of decided) {
    const ids = { ticketId: d.ticketId, interactionId: d.interactionId, customerId: d.customerId }
    if (d.isNewTicket) tx.publish({ name: 'diary.ticketCreated', ids, detail: { automatic: d.message.automatic, mailClass: d.message.mailClass, because: because.get(d.ticketId) ?? null } })
    if (d.match.reopens && d.status !== null) tx.publish({ name: 'diary.ticketReopened', ids })
    if (d.status !== null) tx.publish({ name: 'diary.ticketChanged', ids, detail: { status: [d.status.from, d.status.to] } })
    tx.publish({ name: 'diary.messageReceived', ids, detail: { automatic: d.message.automatic, mailClass: d.message.mailClass } })
  }
}
