// A ticket that begins with us: we write to a customer first.
import type { MailAddress } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import { findStatus, readStatuses } from '../../vocabulary/index.ts'
import { diaryPorts } from '../ports.ts'
import { learnCustomers } from '../../customers/index.ts'
import { storable } from '../../../platform/db/storable.ts'

/** Numbers may be drawn before the transaction that uses them: one not used leaves a gap, never a double. */
export async function drawTicketNumber(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ number: number }>('select next_ticket_numbers(1) as number', [], 'next-ticket-number')
  return row!.number
}

/** A customer who is known already, or an address to know them by. */
export type Begun = { customerId: string } | { customer: MailAddress }

export type NewTicket = Begun & { number: number; subject: string; channel: string; mailboxId: string | null; assigneeId: string | null; language: string | null; direction: 'in' | 'out'
  queueId?: string | null; locationId?: string | null
  /** When its first contact was, if that is over. */
  beganAt?: Date }

/** Answers its id; what is written first is appended by the caller in the same transaction. */
export async function startTicket(tx: Tx, ticket: NewTicket): Promise<string> {
  const customerId = 'customerId' in ticket ? ticket.customerId
    : (await learnCustomers(tx, [{ name: storable(ticket.customer.name), address: ticket.customer.address, language: ticket.language }]))[0]!.customerId
  const [place] = await diaryPorts().placeTickets(tx, [{ customerId, channel: ticket.channel, mailboxId: ticket.mailboxId, language: ticket.language, message: null }])
  const status = findStatus(await readStatuses(tx), 'new')!.key
  const id = newId()
  await tx.query(
    `insert into ticket (org_id, id, number, subject, customer_id, channel, mailbox_id, language, assignee_id, status, queue_id, location_id, priority, last_interaction_at, last_direction)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, coalesce($15, clock_timestamp()), $14)`,
    [tx.orgId, id, ticket.number, storable(ticket.subject).slice(0, 998), customerId, ticket.channel, ticket.mailboxId, ticket.language, ticket.assigneeId, status, ticket.queueId ?? place!.queueId, ticket.locationId ?? place!.locationId, place!.priority, ticket.direction, ticket.beganAt ?? null], 'start-ticket')
  tx.publish({ name: 'diary.ticketCreated', ids: { ticketId: id, customerId }, detail: { startedByUs: ticket.direction === 'out', because: place!.because } })
  return id
}
