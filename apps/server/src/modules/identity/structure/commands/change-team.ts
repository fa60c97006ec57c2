import type { Static } from 'typebox'
import type { TeamPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../commands/audit.ts'
import type { IdentityPorts } from '../../ports.ts'
import { checkName } from '../check-name.ts'
import { lockTeam } from '../queries.ts'
import type { TeamRow } from '../present.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../refuse-unknown.ts'
import { setMembers } from './set-members.ts'

export async function changeTeam(tx: Tx, doer: Doer, id: string, patch: Static<typeof TeamPatch>, ports: IdentityPorts): Promise<TeamRow> {
  const before = await lockTeam(tx, id)
  const served = await ports.queuesOfTeam(tx, id)
  const retired = patch.retired ?? before.retired_at !== null
  const name = patch.name !== undefined || (before.retired_at !== null && !retired) ? await checkName(tx, 'team', patch.name ?? before.name, id) : before.name
  if (patch.managerId) await refuseUnknownPeople(tx, [patch.managerId], 'managerId', before.manager_id === null ? [] : [before.manager_id])
  if (patch.locationId) await refuseUnknownStructure(tx, 'location', [patch.locationId], 'locationId', before.location_id === null ? [] : [before.location_id])
  if (patch.memberIds !== undefined) {
    await refuseUnknownPeople(tx, patch.memberIds, 'memberIds', before.member_ids)
    refuseToOpenQueues(served, before, patch.memberIds)
  }
  if (retired && before.retired_at === null && served.length > 0) {
    throw new Refusal('cannot-do', `The team serves ${served.map((q) => `"${q.name}"`).join(', ')}: take it out of there first.`, { retired: 'it still serves queues' })
  }
  await tx.query(
    'update team set name = $3, manager_id = $4, location_id = $5, retired_at = case when $6 then coalesce(retired_at, now()) end where org_id = $1 and id = $2',
    [tx.orgId, id, name, patch.managerId === undefined ? before.manager_id : patch.managerId, patch.locationId === undefined ? before.location_id : patch.locationId, retired], 'change-team')
  if (patch.memberIds !== undefined) await setMembers(tx, id, patch.memberIds)
  await audit(tx, doer, retired && before.retired_at === null ? 'team.retired' : 'team.changed', { kind: 'team', id }, { fields: Object.keys(patch).sort(), ...(patch.memberIds === undefined ? {} : { memberIds: [before.member_ids, patch.memberIds] }) })
  tx.publish({ name: 'identity.structureChanged', ids: { teamId: id } })
  return lockTeam(tx, id)
}

/** To join a team is to see its queues: nobody gives what they do not see themselves. */
function refuseToOpenQueues(served: readonly { name: string; seen: boolean }[], before: TeamRow, memberIds: readonly string[]) {
  if (served.every((q) => q.seen) || memberIds.every((id) => before.member_ids.includes(id))) return
  throw new Refusal('not-allowed', 'The team serves queues that you do not see yourself: ask an administrator to add people to it.')
}
