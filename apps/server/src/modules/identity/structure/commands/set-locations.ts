import type { Tx } from '../../../../platform/db/database.ts'

/** The region's locations are exactly these from now on; of those that the asker does not see, none moves. */
export async function setLocations(tx: Tx, regionId: string, locationIds: readonly string[]): Promise<void> {
  // In one order, so that two who change two regions at once do not wait for each other.
  await tx.query('select 1 from location where org_id = $1 and (region_id = $2 or id = any ($3::uuid[])) order by id for update', [tx.orgId, regionId, locationIds], 'lock-locations-of-region')
  await tx.query(
    `update location l set region_id = case when l.id = any ($3::uuid[]) then $2::uuid end
     where l.org_id = $1 and ((l.region_id = $2 and not l.id = any ($3::uuid[])) or (l.id = any ($3::uuid[]) and l.region_id is distinct from $2))
       and ((select viewer_locations()) is null or l.id = any ((select viewer_locations())::uuid[]))`,
    [tx.orgId, regionId, locationIds], 'set-locations-of-region')
}
