import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { LocationRow, RegionRow, TeamRow } from './present.ts'

const locationColumns = 'l.id, l.name, l.address, l.time_zone, l.manager_id, l.region_id, l.retired_at'
/** Somebody who is granted single locations knows of these alone. */
const seen = `((select viewer_locations()) is null or l.id = any ((select viewer_locations())::uuid[]))`

/** Those in use first, then by name. */
export const listLocationRows = (tx: Tx) => tx.query<LocationRow>(
  `select ${locationColumns} from location l where l.org_id = $1 and ${seen} order by l.retired_at is not null, lower(l.name), l.id`, [tx.orgId], 'list-locations')

/** Locked until the commit. @throws Refusal `not-found` */
export async function lockLocation(tx: Tx, id: string): Promise<LocationRow> {
  const [row] = isId(id) ? await tx.query<LocationRow>(`select ${locationColumns} from location l where l.org_id = $1 and l.id = $2 and ${seen} for update of l`, [tx.orgId, id], 'lock-location') : []
  if (row === undefined) throw notFound('location')
  return row
}

const regionColumns = `r.id, r.name, r.manager_id, r.retired_at,
  array(select l.id from location l where l.org_id = r.org_id and l.region_id = r.id and ${seen} order by lower(l.name), l.id) as location_ids`

export const listRegionRows = (tx: Tx) => tx.query<RegionRow>(
  `select ${regionColumns} from region r where r.org_id = $1 order by r.retired_at is not null, lower(r.name), r.id`, [tx.orgId], 'list-regions')

/** @throws Refusal `not-found` */
export async function lockRegion(tx: Tx, id: string): Promise<RegionRow> {
  const [row] = isId(id) ? await tx.query<RegionRow>(`select ${regionColumns} from region r where r.org_id = $1 and r.id = $2 for update of r`, [tx.orgId, id], 'lock-region') : []
  if (row === undefined) throw notFound('region')
  return row
}

const teamColumns = `t.id, t.name, t.manager_id, t.location_id, t.retired_at,
  array(select m.staff_id from team_member m where m.org_id = t.org_id and m.team_id = t.id order by m.staff_id) as member_ids`

export const listTeamRows = (tx: Tx) => tx.query<TeamRow>(
  `select ${teamColumns} from team t where t.org_id = $1 order by t.retired_at is not null, lower(t.name), t.id`, [tx.orgId], 'list-teams')

/** @throws Refusal `not-found` */
export async function lockTeam(tx: Tx, id: string): Promise<TeamRow> {
  const [row] = isId(id) ? await tx.query<TeamRow>(`select ${teamColumns} from team t where t.org_id = $1 and t.id = $2 for update of t`, [tx.orgId, id], 'lock-team') : []
  if (row === undefined) throw notFound('team')
  return row
}
