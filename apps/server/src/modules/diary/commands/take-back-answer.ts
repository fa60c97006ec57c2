// An answer taken back before it left: the ticket is again what it was, unless somebody has moved it since.
import type { Tx } from '../../../platform/db/database.ts'
import type { TicketBefore } from './append-interaction.ts'

/** The entry itself stays (the diary is append-only); the ledger says that it never left. */
export async function takeBackAnswer(tx: Tx, ticketId: string, interactionId: string, before: TicketBefore): Promise<void> {
  const [ticket] = await tx.query<{ customer_id: string; newest: boolean }>(
    `select t.customer_id, not exists (select 1 from interaction i where i.org_id = t.org_id and i.ticket_id = t.id and i.id <> $3 and i.kind in ('message', 'event')
       and i.at > (select at from interaction where org_id = $1 and id = $3)) as newest
     from ticket t where t.org_id = $1 and t.id = $2 for update of t`, [tx.orgId, ticketId, interactionId], 'ticket-to-take-back')
  if (ticket === undefined) return
  if (ticket.newest) {
    await tx.query(
      `update ticket set updated_at = clock_timestamp(), status = $3, status_category = $4, assignee_id = $5, closed_at = $6, preview = $7, last_direction = $8, last_interaction_at = $9,
         waiting_since = case when $10 then $11 else waiting_since end, reason_id = case when $10 then $12 else reason_id end, result = case when $10 then $13 else result end,
         result_note = case when $10 then coalesce($14, '') else result_note end, fields = case when $10 then $15 else fields end
       where org_id = $1 and id = $2`,
      [tx.orgId, ticketId, before.status, before.statusCategory, before.assigneeId, before.closedAt, before.preview, before.lastDirection, before.lastInteractionAt,
        before.waitingSince !== undefined, before.waitingSince ?? null, before.reasonId ?? null, before.result ?? null, before.resultNote ?? '', JSON.stringify(before.fields ?? {})], 'restore-ticket')
  }
  tx.publish({ name: 'diary.ticketChanged', ids: { ticketId, interactionId, customerId: ticket.customer_id }, detail: { takenBack: true } })
}
