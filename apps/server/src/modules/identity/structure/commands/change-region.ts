import type { Static } from 'typebox'
import type { RegionPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { audit, type Doer } from '../../commands/audit.ts'
import { checkName } from '../check-name.ts'
import type { RegionRow } from '../present.ts'
import { lockRegion } from '../queries.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../refuse-unknown.ts'
import { setLocations } from './set-locations.ts'

/** Retired: its locations stay in it, and its manager is told of nothing any more. */
export async function changeRegion(tx: Tx, doer: Doer, id: string, patch: Static<typeof RegionPatch>): Promise<RegionRow> {
  const before = await lockRegion(tx, id)
  const retired = patch.retired ?? before.retired_at !== null
  const name = patch.name !== undefined || (before.retired_at !== null && !retired) ? await checkName(tx, 'region', patch.name ?? before.name, id) : before.name
  if (patch.managerId) await refuseUnknownPeople(tx, [patch.managerId], 'managerId', before.manager_id === null ? [] : [before.manager_id])
  if (patch.locationIds !== undefined) await refuseUnknownStructure(tx, 'location', patch.locationIds, 'locationIds', before.location_ids)
  await tx.query('update region set name = $3, manager_id = $4, retired_at = case when $5 then coalesce(retired_at, now()) end where org_id = $1 and id = $2',
    [tx.orgId, id, name, patch.managerId === undefined ? before.manager_id : patch.managerId, retired], 'change-region')
  if (patch.locationIds !== undefined) await setLocations(tx, id, patch.locationIds)
  await audit(tx, doer, retired && before.retired_at === null ? 'region.retired' : 'region.changed', { kind: 'region', id }, {
    fields: Object.keys(patch).sort(), ...(patch.managerId === undefined ? {} : { managerId: [before.manager_id, patch.managerId] }), ...(patch.locationIds === undefined ? {} : { locationIds: [before.location_ids, patch.locationIds] }),
  })
  tx.publish({ name: 'identity.structureChanged', ids: { regionId: id } })
  return lockRegion(tx, id)
}
