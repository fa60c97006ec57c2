// What others ask about complaints: a ticket with a term of law is one.
import type { Tx } from '../../../../platform/db/database.ts'

/** Which of the customers have one whose ticket is open. */
export async function customersWithOpenComplaint(tx: Tx, customerIds: readonly string[]): Promise<Set<string>> {
  const rows = await tx.query<{ customer_id: string }>(
    `select distinct t.customer_id from ticket t join legal_deadline d on d.org_id = t.org_id and d.ticket_id = t.id
     where t.org_id = $1 and t.customer_id = any ($2) and t.status_category <> 'closed' and t.merged_into_id is null`, [tx.orgId, customerIds], 'customers-with-open-complaint')
  return new Set(rows.map((r) => r.customer_id))
}

/** Decided since then, newest first; `id` is the ticket's. */
export const decidedComplaints = (tx: Tx, since: Date, atMost: number): Promise<{ id: string; at: Date }[]> => tx.query(
  `select d.ticket_id as id, d.answered_at as at from legal_deadline d join ticket t on t.org_id = d.org_id and t.id = d.ticket_id where d.org_id = $1 and d.answered_at >= $2 order by d.answered_at desc limit $3`,
  [tx.orgId, since, atMost], 'decided-complaints')
