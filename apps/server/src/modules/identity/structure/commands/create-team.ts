import type { Static } from 'typebox'
import type { NewTeam } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../commands/audit.ts'
import { checkName } from '../check-name.ts'
import { lockTeam } from '../queries.ts'
import type { TeamRow } from '../present.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../refuse-unknown.ts'
import { setMembers } from './set-members.ts'

export async function createTeam(tx: Tx, doer: Doer, given: Static<typeof NewTeam>): Promise<TeamRow> {
  const name = await checkName(tx, 'team', given.name)
  const { managerId = null, locationId = null, memberIds = [] } = given
  if (managerId !== null) await refuseUnknownPeople(tx, [managerId], 'managerId')
  if (locationId !== null) await refuseUnknownStructure(tx, 'location', [locationId], 'locationId')
  await refuseUnknownPeople(tx, memberIds, 'memberIds')
  const id = newId()
  await tx.query('insert into team (org_id, id, name, manager_id, location_id) values ($1, $2, $3, $4, $5)', [tx.orgId, id, name, managerId, locationId], 'create-team')
  await setMembers(tx, id, memberIds)
  await audit(tx, doer, 'team.created', { kind: 'team', id }, { name, managerId, locationId, memberIds })
  tx.publish({ name: 'identity.structureChanged', ids: { teamId: id } })
  return lockTeam(tx, id)
}
