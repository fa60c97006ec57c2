// What every command on a loop begins and ends with.
import type { Recovery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { publishRecovery } from '../publish-recovery.ts'
import { getRecovery, getRecoveryRow } from '../reading/list-recoveries.ts'

export interface LockedRecovery {
  id: string; answer_id: string; customer_id: string; ticket_id: string | null; location_id: string | null; queue_id: string | null; team_id: string | null; staff_id: string | null; reason_id: string | null; channel: string | null
  owner_id: string | null; cause_id: string | null; remedy: string; closed_at: Date | null; closed_by: string | null; closed_as: string | null; invitation_id: string | null; task_id: string | null
}

/** @throws Refusal `not-found` for what they may not see too */
export async function lockRecovery(tx: Tx, actor: Actor, id: string): Promise<LockedRecovery> {
  await getRecoveryRow(tx, actor, id)
  const [row] = await tx.query<LockedRecovery>(
    `select id, answer_id, customer_id, ticket_id, location_id, queue_id, team_id, staff_id, reason_id, channel, owner_id, cause_id, remedy, closed_at, closed_by, closed_as, invitation_id, task_id from recovery where org_id = $1 and id = $2 for update`, [tx.orgId, id], 'lock-recovery')
  return row!
}

export async function showChanged(tx: Tx, actor: Actor, loop: LockedRecovery): Promise<Recovery> {
  publishRecovery(tx, 'recovery.recoveryChanged', loop)
  return getRecovery(tx, actor, loop.id)
}
