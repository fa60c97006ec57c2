// Who serves a queue, and who is an outsider to it.
import type { Role } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { serversSql } from './queries.ts'
import { outsiderSentence } from './rules/outsider.ts'

/** Everybody active who serves the queue, oneself or by a team; in order of id. */
export async function serversOf(tx: Tx, queueId: string): Promise<string[]> {
  if (!isId(queueId)) return []
  return (await tx.query<{ id: string }>(`select x.id from queue q cross join lateral (${serversSql('q')}) x where q.org_id = $1 and q.id = $2`, [tx.orgId, queueId], 'servers-of-queue')).map((r) => r.id)
}

export interface TicketPlace { queueId: string | null; locationId: string | null }

interface Row { name: string; role: Role; access: 'everything' | 'granted'; queue: string | null; location: string | null; staffed: boolean; serves: boolean; granted: boolean; sees_location: boolean }

/** One sentence when the person may not own tickets of that queue and location, else null. A stranger is no outsider here: others say so. */
export async function outsider(tx: Tx, staffId: string, place: TicketPlace): Promise<string | null> {
  if (!isId(staffId)) return null
  const [row] = await tx.query<Row>(
    `select s.name, s.role, s.access, q.name as queue, l.name as location,
       exists (select from queue_member m where m.org_id = s.org_id and m.queue_id = q.id) or exists (select from queue_team t where t.org_id = s.org_id and t.queue_id = q.id) as staffed,
       exists (select from queue_member m where m.org_id = s.org_id and m.queue_id = q.id and m.staff_id = s.id)
         or exists (select from queue_team qt join team t on t.org_id = qt.org_id and t.id = qt.team_id and t.retired_at is null
           join team_member tm on tm.org_id = qt.org_id and tm.team_id = qt.team_id where qt.org_id = s.org_id and qt.queue_id = q.id and tm.staff_id = s.id) as serves,
       exists (select from staff_queue g where g.org_id = s.org_id and g.staff_id = s.id and g.queue_id = q.id) as granted,
       $4::uuid is null or not exists (select from staff_location x where x.org_id = s.org_id and x.staff_id = s.id)
         or exists (select from staff_location x where x.org_id = s.org_id and x.staff_id = s.id and x.location_id = $4) as sees_location
     from staff s left join queue q on q.org_id = s.org_id and q.id = $3::uuid left join location l on l.org_id = s.org_id and l.id = $4::uuid
     where s.org_id = $1 and s.id = $2`, [tx.orgId, staffId, place.queueId, place.locationId], 'outsider')
  return row === undefined ? null : outsiderSentence({ ...row, seesLocation: row.sees_location })
}

/** @throws Refusal `cannot-do` when the person is an outsider to the ticket's queue or location */
export async function refuseOutsider(tx: Tx, staffId: string, ticket: TicketPlace): Promise<void> {
  const why = await outsider(tx, staffId, ticket)
  if (why !== null) throw new Refusal('cannot-do', why, { assigneeId: 'does not serve this queue' })
}
