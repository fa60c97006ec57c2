import type { Static } from 'typebox'
import type { NewRegion } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../commands/audit.ts'
import { checkName } from '../check-name.ts'
import type { RegionRow } from '../present.ts'
import { lockRegion } from '../queries.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../refuse-unknown.ts'
import { setLocations } from './set-locations.ts'

/** A location belongs to one region: those named leave the one they were in. */
export async function createRegion(tx: Tx, doer: Doer, given: Static<typeof NewRegion>): Promise<RegionRow> {
  const name = await checkName(tx, 'region', given.name)
  const { managerId = null, locationIds = [] } = given
  if (managerId !== null) await refuseUnknownPeople(tx, [managerId], 'managerId')
  await refuseUnknownStructure(tx, 'location', locationIds, 'locationIds')
  const id = newId()
  await tx.query('insert into region (org_id, id, name, manager_id) values ($1, $2, $3, $4)', [tx.orgId, id, name, managerId], 'create-region')
  await setLocations(tx, id, locationIds)
  await audit(tx, doer, 'region.created', { kind: 'region', id }, { name, managerId, locationIds })
  tx.publish({ name: 'identity.structureChanged', ids: { regionId: id } })
  return lockRegion(tx, id)
}
