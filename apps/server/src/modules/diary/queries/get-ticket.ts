import type { TicketDetail } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { presentTicket, ticketColumns, ticketJoins, type TicketRow } from '../present-ticket.ts'

interface LinkRow { ticket_id: string; number: number; subject: string; status_category: TicketDetail['statusCategory']; kind: TicketDetail['links'][number]['kind'] }

/** @throws Refusal `not-found`. */
export async function getTicket(tx: Tx, id: string): Promise<TicketDetail> {
  if (!isId(id)) throw notFound('ticket')
  const asked = tx.query<TicketRow & { result_note: string }>(`select ${ticketColumns}, t.result_note, '' as sort_key from ticket t ${ticketJoins} where t.org_id = $1 and t.id = $2`, [tx.orgId, id], 'get-ticket')
  const linked = tx.query<LinkRow>(
    `select o.id as ticket_id, o.number, o.subject, o.status_category, l.kind from ticket_link l join ticket o on o.org_id = l.org_id and o.id = l.to_ticket_id where l.org_id = $1 and l.from_ticket_id = $2
     union all
     select o.id, o.number, o.subject, o.status_category, case l.kind when 'continues' then 'continued-by' else l.kind end
     from ticket_link l join ticket o on o.org_id = l.org_id and o.id = l.from_ticket_id where l.org_id = $1 and l.to_ticket_id = $2
     order by 2 desc limit 50`, [tx.orgId, id], 'get-ticket-links')
  const counted = tx.query<{ count: number }>('select count(*)::int as count from (select 1 from interaction where org_id = $1 and ticket_id in (select $2::uuid union all select id from ticket where org_id = $1 and merged_into_id = $2) limit 10000) i', [tx.orgId, id], 'count-interactions')
  const merged = tx.query<{ id: string }>('select id from ticket where org_id = $1 and merged_into_id = $2 order by number limit 200', [tx.orgId, id], 'get-merged-tickets')
  const [rows, links, [count], mergedRows] = await Promise.all([asked, linked, counted, merged])
  if (rows[0] === undefined) throw notFound('ticket')
  return {
    ...presentTicket(rows[0]),
    resultNote: rows[0].result_note, mergedIds: mergedRows.map((m) => m.id),
    links: links.map((l) => ({ ticketId: l.ticket_id, number: l.number, subject: l.subject, statusCategory: l.status_category, kind: l.kind })),
    interactionCount: count!.count,
  }
}
