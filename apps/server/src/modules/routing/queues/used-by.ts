// Answers for identity, which stands below: what of the desk still uses a location or a team.
import type { Tx } from '../../../platform/db/database.ts'

/** What still sends new tickets to the location, in words. */
export async function usersOfLocation(tx: Tx, locationId: string): Promise<string[]> {
  const rows = await tx.query<{ what: string }>(
    `select 'the mailbox "' || name || '"' as what from mailbox where org_id = $1 and location_id = $2 and retired_at is null
     union all select 'the rule "' || name || '"' from queue_rule where org_id = $1 and location_id = $2 and active`, [tx.orgId, locationId], 'users-of-location')
  return rows.map((r) => r.what)
}

/** The queues in use that the team serves; `seen` by whoever asks. */
export const queuesOfTeam = (tx: Tx, teamId: string) => tx.query<{ name: string; seen: boolean }>(
  `select q.name, (select viewer() is null) or q.id = any ((select viewer_queues())::uuid[]) as seen
   from queue_team t join queue q on q.org_id = t.org_id and q.id = t.queue_id and q.retired_at is null where t.org_id = $1 and t.team_id = $2 order by q.position, q.name`, [tx.orgId, teamId], 'queues-of-team')
