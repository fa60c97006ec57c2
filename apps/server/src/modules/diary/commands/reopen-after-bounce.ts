// Our answer came back: the customer does not have it, so the ticket waits for us again.
import type { Tx } from '../../../platform/db/database.ts'
import { findStatus, readStatuses } from '../../vocabulary/index.ts'
import { newId } from '../../../platform/id.ts'

export interface Undelivered { interactionId: string; recipient: string | null; reason: string }

export async function reopenAfterBounce(tx: Tx, ticketId: string, undelivered: Undelivered): Promise<void> {
  const [ticket] = await tx.query<{ customer_id: string; status: string; status_category: string; channel: string }>('select customer_id, status, status_category, channel from ticket where org_id = $1 and id = $2 for update', [tx.orgId, ticketId], 'lock-bounced-ticket')
  if (ticket === undefined) return
  const open = ticket.status_category === 'open' ? ticket.status : findStatus(await readStatuses(tx), 'open')!.key
  const changes = open === ticket.status ? {} : { status: [ticket.status, open] }
  const interactionId = newId()
  await tx.query(
    `insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, automatic, event) values ($1, $2, $3, $4, 'event', 'internal', $5, clock_timestamp(), true, $6)`,
    [tx.orgId, interactionId, ticketId, ticket.customer_id, ticket.channel, JSON.stringify({ name: 'answer-bounced', detail: { ...undelivered, ...changes } })], 'insert-bounce-event')
  await tx.query(`update ticket set status = $3, status_category = 'open', closed_at = null, updated_at = clock_timestamp() where org_id = $1 and id = $2`, [tx.orgId, ticketId, open], 'reopen-bounced')
  const ids = { ticketId, interactionId, customerId: ticket.customer_id }
  tx.publish({ name: 'diary.ticketChanged', ids, detail: changes })
  if (ticket.status_category === 'closed') tx.publish({ name: 'diary.ticketReopened', ids })
}
