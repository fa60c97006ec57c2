// Status, owner, queue, priority, reason, tags, fields, subject. Each change leaves an entry in the diary: who, when, from what to what.
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { decideChange, type Changes, type TicketWish } from './decide-change.ts'
import { lockTicket, type LockedTicket } from './lock-ticket.ts'
import { publishChanges, saveTicket } from './save-change.ts'

export interface Doer { staffId: string; name: string }
export interface ChangeOptions {
  /** Why the program did it, for a sentence on the screen: {code, …}. */
  because?: Record<string, unknown>
}

/**
 * Answers what changed; {} when the ticket was so already.
 * @param doer null: the program itself
 * @throws Refusal
 */
export async function changeTicket(tx: Tx, doer: Doer | null, ticketId: string, wish: TicketWish, options: ChangeOptions = {}): Promise<Changes> {
  const now = await lockTicket(tx, ticketId)
  await tx.seeEverything()
  const { next, changes } = await decideChange(tx, now, wish)
  if (Object.keys(changes).length === 0) return changes
  await saveTicket(tx, now, next)
  const interactionId = await writeEvent(tx, doer, now, 'ticket-changed', options.because === undefined ? changes : { ...changes, because: options.because })
  publishChanges(tx, now, interactionId, changes, { before: now.status_category, after: next.status_category })
  return changes
}

/** An entry that is no contact: something happened to the ticket. Answers its id. */
export async function writeEvent(tx: Tx, doer: Doer | null, ticket: Pick<LockedTicket, 'id' | 'customer_id' | 'channel'>, name: string, detail: Record<string, unknown>): Promise<string> {
  const id = newId()
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, staff_id, from_name, automatic, event)
     values ($1, $2, $3, $4, 'event', 'internal', $5, clock_timestamp(), $6, $7, $8, $9)`,
    [tx.orgId, id, ticket.id, ticket.customer_id, ticket.channel, doer?.staffId ?? null, doer?.name ?? '', doer === null, JSON.stringify({ name, detail })], 'insert-event')
  return id
}
