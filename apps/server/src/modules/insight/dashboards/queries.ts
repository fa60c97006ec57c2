// Reading dashboards. Own ones are their owner's; shared ones belong to the roles they are shared with too.
import type { DashboardDefinition, Role } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import type { ReadyMade } from './ready-made.ts'

export interface DashboardRow {
  id: string; name: string; ready_made: ReadyMade | null; owner_id: string | null; owner_name: string | null; shared_with: Role[] | null; position: number; definition: DashboardDefinition; updated_at: Date
}
export interface Reader { staffId: string; role: Role }

const columns = 'd.id, d.name, d.ready_made, d.owner_id, s.name as owner_name, d.shared_with, d.position, d.definition, d.updated_at'
const from = 'dashboard d left join staff s on s.org_id = d.org_id and s.id = d.owner_id'
const mayUse = '(d.ready_made is not null or d.owner_id = $2 or $3 = any (d.shared_with))'

export const listRows = (tx: Tx, { staffId, role }: Reader): Promise<DashboardRow[]> =>
  tx.query<DashboardRow>(`select ${columns} from ${from} where d.org_id = $1 and ${mayUse} order by d.position, lower(d.name), d.id`, [tx.orgId, staffId, role], 'list-dashboards')

/** @param id well-formed */
export async function findRow(tx: Tx, { staffId, role }: Reader, id: string): Promise<DashboardRow | null> {
  const [row] = await tx.query<DashboardRow>(`select ${columns} from ${from} where d.org_id = $1 and ${mayUse} and d.id = $4`, [tx.orgId, staffId, role, id], 'find-dashboard')
  return row ?? null
}

/** What the organization made of a ready-made one, or null while it is as it came. */
export async function findChanged(tx: Tx, name: ReadyMade): Promise<DashboardRow | null> {
  const [row] = await tx.query<DashboardRow>(`select ${columns} from ${from} where d.org_id = $1 and d.ready_made = $2`, [tx.orgId, name], 'find-changed-dashboard')
  return row ?? null
}
