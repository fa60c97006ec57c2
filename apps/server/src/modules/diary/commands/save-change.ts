// Writes a decided change and tells of it. Every road on which a ticket changes ends here, so that none forgets an event.
import type { Tx } from '../../../platform/db/database.ts'
import type { Changes } from './decide-change.ts'
import type { LockedTicket } from './lock-ticket.ts'

export async function saveTicket(tx: Tx, now: LockedTicket, next: LockedTicket): Promise<void> {
  const moved = now.queue_id !== next.queue_id
  await tx.query(
    `update ticket set subject = $3, status = $4, status_category = $5, priority = $6, queue_id = $7, location_id = $8, assignee_id = $9, reason_id = $10, result = $11, result_note = $12,
       tag_ids = $13, fields = $14, preview = $15, last_direction = $16, last_interaction_at = $17, waiting_since = $18, merged_into_id = $20,
       closed_at = case when $5 <> 'closed' then null else coalesce(closed_at, clock_timestamp()) end,
       queued_at = case when $19 then clock_timestamp() else queued_at end, updated_at = clock_timestamp()
     where org_id = $1 and id = $2`,
    [tx.orgId, now.id, next.subject, next.status, next.status_category, next.priority, next.queue_id, next.location_id, next.assignee_id, next.reason_id, next.result, next.result_note,
      next.tag_ids, JSON.stringify(next.fields), next.preview, next.last_direction, next.last_interaction_at, next.waiting_since, moved, next.merged_into_id], 'save-ticket')
}

/** @param interactionId the entry that carries the change */
export function publishChanges(tx: Tx, ticket: Pick<LockedTicket, 'id' | 'customer_id'>, interactionId: string, changes: Changes, categories: { before: string; after: string }): void {
  if (Object.keys(changes).length === 0) return
  const ids = { ticketId: ticket.id, interactionId, customerId: ticket.customer_id }
  tx.publish({ name: 'diary.ticketChanged', ids, detail: changes })
  if (categories.before !== 'closed' && categories.after === 'closed') tx.publish({ name: 'diary.ticketClosed', ids })
  if (categories.before === 'closed' && categories.after !== 'closed') tx.publish({ name: 'diary.ticketReopened', ids })
  if (changes['assigneeId']) tx.publish({ name: 'diary.ticketAssigned', ids, detail: { from: changes['assigneeId'][0], assigneeId: changes['assigneeId'][1] } })
  if (changes['queueId'] || changes['locationId']) {
    const [from, to] = (changes['queueId'] ?? [null, null]) as [string | null, string | null]
    tx.publish({ name: 'diary.ticketMoved', ids: { ...ids, ...(to === null ? {} : { queueId: to }), ...(from === null ? {} : { fromQueueId: from }) }, detail: changes })
  }
}
