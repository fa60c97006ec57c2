// Whether a person sees everything or only what is granted, and which locations. Their queues are the matter of routing.
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'
import { refuseUnknownStructure } from '../refuse-unknown.ts'

export interface StaffAccess { access: 'everything' | 'granted'; locationIds: string[] }

/** @throws Refusal `not-found` */
export async function getStaffAccess(tx: Tx, id: string): Promise<StaffAccess> {
  const [row] = isId(id) ? await tx.query<{ access: StaffAccess['access']; location_ids: string[] }>(
    `select s.access, array(select l.location_id from staff_location l where l.org_id = s.org_id and l.staff_id = s.id order by l.location_id) as location_ids
     from staff s where s.org_id = $1 and s.id = $2`, [tx.orgId, id], 'get-access') : []
  if (row === undefined) throw notFound('person')
  return { access: row.access, locationIds: row.location_ids }
}

/** Answers what was before. Whoever calls writes the audit line and tells of it (`identity.accessChanged`). */
export async function changeStaffAccess(tx: Tx, id: string, wish: StaffAccess): Promise<StaffAccess> {
  const before = await getStaffAccess(tx, id)
  // Locked in one order, as in changeStaff: two administrators who restrict each other do so one after the other.
  const unrestricted = await tx.query<{ id: string }>(`select id from staff where org_id = $1 and role = 'administrator' and active and access = 'everything' order by id for update`, [tx.orgId], 'lock-unrestricted')
  if (wish.access === 'granted' && unrestricted.length === 1 && unrestricted[0]!.id === id.toLowerCase()) {
    throw new Refusal('cannot-do', 'This is the last administrator who sees everything: let another administrator see everything first.', { access: 'somebody has to see everything' })
  }
  await refuseUnknownStructure(tx, 'location', wish.locationIds, 'locationIds', before.locationIds)
  await tx.query('update staff set access = $3 where org_id = $1 and id = $2', [tx.orgId, id, wish.access], 'change-access')
  await tx.query('delete from staff_location where org_id = $1 and staff_id = $2 and not location_id = any ($3::uuid[])', [tx.orgId, id, wish.locationIds], 'drop-staff-locations')
  await tx.query('insert into staff_location (org_id, staff_id, location_id) select $1, $2, l from unnest($3::uuid[]) l on conflict do nothing', [tx.orgId, id, wish.locationIds], 'add-staff-locations')
  return before
}
