// The ticket as a command finds it, locked until the commit. Whoever may not see it does not find it.
import type { FieldValues, Priority, Ticket } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export interface LockedTicket {
  id: string; number: number; subject: string; status: string; status_category: Ticket['statusCategory']; priority: Priority
  queue_id: string | null; location_id: string | null; assignee_id: string | null; customer_id: string; channel: string
  reason_id: string | null; result: Ticket['result']; result_note: string; tag_ids: string[]; fields: FieldValues
  preview: string; last_direction: Ticket['lastDirection']; last_interaction_at: Date; waiting_since: Date | null; closed_at: Date | null; merged_into_id: string | null
}

const columns = `id, number, subject, status, status_category, priority, queue_id, location_id, assignee_id, customer_id, channel, reason_id, result, result_note, tag_ids, fields,
  preview, last_direction, last_interaction_at, waiting_since, closed_at, merged_into_id`

/** @throws Refusal `not-found` */
export async function lockTicket(tx: Tx, id: string): Promise<LockedTicket> {
  const [ticket] = isId(id) ? await tx.query<LockedTicket>(`select ${columns} from ticket where org_id = $1 and id = $2 for update`, [tx.orgId, id], 'lock-ticket') : []
  if (ticket === undefined) throw notFound('ticket')
  return ticket
}
