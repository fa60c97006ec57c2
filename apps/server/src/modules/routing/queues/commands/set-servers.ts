import type { Tx } from '../../../../platform/db/database.ts'
import type { QueueWish } from './check-settings.ts'

/** The queue's members and teams are exactly these from now on; what is left out stays. */
export async function setServers(tx: Tx, queueId: string, { memberIds, teamIds }: QueueWish): Promise<void> {
  if (memberIds !== undefined) {
    await tx.query('delete from queue_member where org_id = $1 and queue_id = $2 and not staff_id = any ($3::uuid[])', [tx.orgId, queueId, memberIds], 'drop-queue-members')
    await tx.query('insert into queue_member (org_id, queue_id, staff_id) select $1, $2, m from unnest($3::uuid[]) m on conflict do nothing', [tx.orgId, queueId, memberIds], 'add-queue-members')
  }
  if (teamIds !== undefined) {
    await tx.query('delete from queue_team where org_id = $1 and queue_id = $2 and not team_id = any ($3::uuid[])', [tx.orgId, queueId, teamIds], 'drop-queue-teams')
    await tx.query('insert into queue_team (org_id, queue_id, team_id) select $1, $2, t from unnest($3::uuid[]) t on conflict do nothing', [tx.orgId, queueId, teamIds], 'add-queue-teams')
  }
}
