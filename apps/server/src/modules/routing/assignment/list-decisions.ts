import type { Decision } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'

interface Row { id: string; ticket_id: string; staff_id: string | null; staff_name: string | null; mode: Decision['mode']; because: Record<string, unknown>; decided_by: string | null; at: Date }

/** Newest first, the last 200. @throws Refusal `not-found` when the asker does not see the ticket */
export async function listDecisions(tx: Tx, ticketId: string): Promise<Decision[]> {
  if (!isId(ticketId)) throw notFound('ticket')
  const [found, rows] = await Promise.all([
    tx.query('select 1 from ticket where org_id = $1 and id = $2', [tx.orgId, ticketId], 'ticket-of-decisions'),
    tx.query<Row>(
      `select d.id, d.ticket_id, d.staff_id, s.name as staff_name, d.mode, d.because, d.decided_by, d.at
       from assignment_decision d left join staff s on s.org_id = d.org_id and s.id = d.staff_id where d.org_id = $1 and d.ticket_id = $2 order by d.id desc limit 200`, [tx.orgId, ticketId], 'list-decisions'),
  ])
  if (found.length === 0) throw notFound('ticket')
  return rows.map((r) => ({ id: r.id, ticketId: r.ticket_id, staffId: r.staff_id, staffName: r.staff_name, mode: r.mode, because: r.because, decidedBy: r.decided_by, at: r.at.toISOString() }))
}
