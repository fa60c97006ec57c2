import type { Static } from 'typebox'
import type { NewLocation } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { storable } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../commands/audit.ts'
import { isTimeZone } from '../../rules/time-zone.ts'
import { checkName } from '../check-name.ts'
import { lockLocation } from '../queries.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../refuse-unknown.ts'
import type { LocationRow } from '../present.ts'

export async function createLocation(tx: Tx, doer: Doer, given: Static<typeof NewLocation>): Promise<LocationRow> {
  const name = await checkName(tx, 'location', given.name)
  refuseUnknownZone(given.timeZone)
  const { managerId = null, regionId = null } = given
  if (managerId !== null) await refuseUnknownPeople(tx, [managerId], 'managerId')
  if (regionId !== null) await refuseUnknownStructure(tx, 'region', [regionId], 'regionId')
  const id = newId()
  await tx.query('insert into location (org_id, id, name, address, time_zone, manager_id, region_id) values ($1, $2, $3, $4, $5, $6, $7)', [tx.orgId, id, name, storable(given.address ?? '').trim(), given.timeZone ?? null, managerId, regionId], 'create-location')
  // Whoever is granted single locations would not see the one just made.
  await tx.query('insert into staff_location (org_id, staff_id, location_id) select $1, viewer(), $2 where viewer_locations() is not null', [tx.orgId, id], 'see-new-location')
  await audit(tx, doer, 'location.created', { kind: 'location', id }, { name, managerId, regionId })
  tx.publish({ name: 'identity.structureChanged', ids: { locationId: id } })
  return lockLocation(tx, id)
}

export function refuseUnknownZone(timeZone: string | null | undefined): void {
  if (timeZone && !isTimeZone(timeZone)) throw new Refusal('invalid-input', 'This time zone is not known: write it like Europe/Warsaw, or leave it out for that of the organization.', { timeZone: 'is not known' })
}
