// Whom a demonstration company asks: who had something closed, and who is on its list.
import type { Locale } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'

export interface ClosedTicket {
  id: string; customerId: string; name: string; address: string; language: Locale; subject: string; channel: string; closedAt: number; waitHours: number
  staff: string | null; team: string | null; queue: string | null; location: string | null; reason: string | null; result: string | null
  reasonKey: string | null
  /** Its place in the company's list. */
  locationPlace: number | null
}

/** In the order in which they were closed. `waitHours`: until a colleague first had a word with the customer, as time passes. */
export async function readClosed(tx: Tx, locationIds: readonly string[]): Promise<ClosedTicket[]> {
  const rows = await tx.query<Omit<ClosedTicket, 'locationPlace'>>(
    `select t.id, t.customer_id as "customerId", c.name, i.address, coalesce(c.language, 'pl') as language, t.subject, t.channel, (extract(epoch from t.closed_at) * 1000)::float8 as "closedAt", t.result, r.ready_made as "reasonKey",
       coalesce(t.assignee_id, w.staff_id) as staff, m.team_id as team, t.queue_id as queue, t.location_id as location, t.reason_id as reason, coalesce(extract(epoch from w.at - t.created_at) / 3600, 0)::float8 as "waitHours"
     from ticket t join customer c on c.org_id = t.org_id and c.id = t.customer_id
       join lateral (select address from identity i where i.org_id = t.org_id and i.customer_id = c.id and i.kind = 'email' limit 1) i on true
       left join reason r on r.org_id = t.org_id and r.id = t.reason_id
       left join lateral (select e.at, e.staff_id from interaction e where e.org_id = t.org_id and e.ticket_id = t.id and e.kind in ('message', 'call', 'visit') and e.staff_id is not null order by e.at, e.id limit 1) w on true
       left join lateral (select m.team_id from team_member m where m.org_id = t.org_id and m.staff_id = coalesce(t.assignee_id, w.staff_id)
         order by not exists (select from queue_team q where q.org_id = m.org_id and q.team_id = m.team_id and q.queue_id = t.queue_id), m.team_id limit 1) m on true
     where t.org_id = $1 and t.closed_at is not null and t.channel <> 'review' and exists (select from interaction e where e.org_id = t.org_id and e.ticket_id = t.id and e.staff_id is not null and e.kind <> 'event')
     order by t.closed_at, t.id`, [tx.orgId])
  return rows.map((row) => ({ ...row, locationPlace: row.location === null ? null : locationIds.indexOf(row.location) }))
}

/** Each of them once a quarter: those whose week it is. @param week of the quarter, 0 to 12 */
export const readAskable = (tx: Tx, at: number, week: number, many: number): Promise<{ id: string; name: string; address: string; language: Locale }[]> => tx.query(
  `select c.id, c.name, i.address, coalesce(c.language, 'pl') as language from customer c join identity i on i.org_id = c.org_id and i.customer_id = c.id and i.kind = 'email'
   where c.org_id = $1 and c.created_at < $2 and abs(hashtext(i.address)) % 13 = $3 order by i.address limit $4`, [tx.orgId, new Date(at).toISOString(), week, many])
