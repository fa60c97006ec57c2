import type { Static } from 'typebox'
import type { LocationPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../commands/audit.ts'
import type { IdentityPorts } from '../../ports.ts'
import { checkName } from '../check-name.ts'
import { lockLocation } from '../queries.ts'
import type { LocationRow } from '../present.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../refuse-unknown.ts'
import { refuseUnknownZone } from './create-location.ts'

/** Retired: nothing new may name it; what stands there keeps it. */
export async function changeLocation(tx: Tx, doer: Doer, id: string, patch: Static<typeof LocationPatch>, ports: IdentityPorts): Promise<LocationRow> {
  const before = await lockLocation(tx, id)
  const retired = patch.retired ?? before.retired_at !== null
  const name = patch.name !== undefined || (before.retired_at !== null && !retired) ? await checkName(tx, 'location', patch.name ?? before.name, id) : before.name
  refuseUnknownZone(patch.timeZone)
  if (patch.managerId) await refuseUnknownPeople(tx, [patch.managerId], 'managerId', before.manager_id === null ? [] : [before.manager_id])
  if (patch.regionId) await refuseUnknownStructure(tx, 'region', [patch.regionId], 'regionId', before.region_id === null ? [] : [before.region_id])
  if (retired && before.retired_at === null) {
    const users = await ports.usersOfLocation(tx, id)
    if (users.length > 0) throw new Refusal('cannot-do', `New tickets still come to "${before.name}" by ${users.join(', ')}: choose another location there first.`, { retired: 'it is still used' })
  }
  await tx.query(
    'update location set name = $3, address = $4, time_zone = $5, manager_id = $7, region_id = $8, retired_at = case when $6 then coalesce(retired_at, now()) end where org_id = $1 and id = $2',
    [tx.orgId, id, name, patch.address === undefined ? before.address : storable(patch.address).trim(), patch.timeZone === undefined ? before.time_zone : patch.timeZone, retired,
      patch.managerId === undefined ? before.manager_id : patch.managerId, patch.regionId === undefined ? before.region_id : patch.regionId], 'change-location')
  await audit(tx, doer, retired && before.retired_at === null ? 'location.retired' : 'location.changed', { kind: 'location', id }, { fields: Object.keys(patch).sort(), ...(patch.managerId === undefined ? {} : { managerId: [before.manager_id, patch.managerId] }), ...(patch.regionId === undefined ? {} : { regionId: [before.region_id, patch.regionId] }) })
  tx.publish({ name: 'identity.structureChanged', ids: { locationId: id } })
  return lockLocation(tx, id)
}
