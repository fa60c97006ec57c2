import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { PresenceRow } from './present-presence.ts'

// Work in hand: what is new or open; a ticket that waits for somebody else takes nobody's strength. All of it is in "Today", and said
// to be so, or the small index of those (ticket_today_by_owner) could not be used.
const select = `select s.id as staff_id, s.name, present_state(p) as state, coalesce(present_since(p), s.created_at) as since, p.calendar_id, c.definition as shifts,
    coalesce(w.tickets, 0) as open_tickets, k.tickets as capacity
  from staff s left join staff_presence p on p.org_id = s.org_id and p.staff_id = s.id left join calendar c on c.org_id = p.org_id and c.id = p.calendar_id
  left join staff_capacity k on k.org_id = s.org_id and k.staff_id = s.id and k.channel = '*'`

/** Everybody active; the tickets are those the asker sees. */
export const listPresenceRows = (tx: Tx) => tx.query<PresenceRow>(
  `${select} left join (select assignee_id, count(*)::int as tickets from ticket where org_id = $1 and assignee_id is not null and today_class is not null and status_category in ('new', 'open') group by 1) w on w.assignee_id = s.id
   where s.org_id = $1 and s.active order by lower(s.name), s.id`, [tx.orgId], 'list-presence')

/** @throws Refusal `not-found` unless an active person of the organization */
export async function getPresenceRow(tx: Tx, staffId: string): Promise<PresenceRow> {
  const [row] = isId(staffId) ? await tx.query<PresenceRow>(
    `${select} left join lateral (select count(*)::int as tickets from ticket where org_id = $1 and assignee_id = s.id and today_class is not null and status_category in ('new', 'open')) w on true
     where s.org_id = $1 and s.id = $2 and s.active`, [tx.orgId, staffId], 'get-presence') : []
  if (row === undefined) throw notFound('person')
  return row
}
