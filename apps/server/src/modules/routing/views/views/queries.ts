// Reading saved views.
import type { ConditionGroup } from '@kontuar/conditions'
import type { TicketSort } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import type { TicketGroup } from '../list/order.ts'

export interface StoredDefinition { conditions: ConditionGroup; sort: TicketSort; columns: string[] | null; group: TicketGroup | null }
export interface ViewRow {
  id: string; name: string; ready_made: string | null; owner_id: string | null; sharing: 'private' | 'shared'; position: number
  definition: StoredDefinition; counting: 'kept' | 'asked'; filled_at: Date | null; updated_at: Date
}

const columns = 'v.id, v.name, v.ready_made, v.owner_id, v.sharing, v.position, v.definition, v.counting, v.filled_at, v.updated_at'
/** A private view is its owner's alone; to others it is not there. */
const mayUse = `v.org_id = $1 and v.retired_at is null and (v.sharing = 'shared' or v.owner_id = $2)`

export const listViews = (tx: Tx, staffId: string): Promise<ViewRow[]> =>
  tx.query<ViewRow>(`select ${columns} from view v where ${mayUse} order by v.sharing desc, v.position, lower(v.name), v.id`, [tx.orgId, staffId], 'list-views')

/** @param id well-formed */
export async function findView(tx: Tx, id: string, staffId: string): Promise<ViewRow | null> {
  const [row] = await tx.query<ViewRow>(`select ${columns} from view v where ${mayUse} and v.id = $3`, [tx.orgId, staffId, id], 'find-view')
  return row ?? null
}

export async function lockView(tx: Tx, id: string, staffId: string): Promise<ViewRow | null> {
  const [row] = await tx.query<ViewRow>(`select ${columns} from view v where ${mayUse} and v.id = $3 for update`, [tx.orgId, staffId, id], 'lock-view')
  return row ?? null
}

/** Of everybody: what is counted ticket by ticket. */
export const keptViews = (tx: Tx): Promise<ViewRow[]> =>
  tx.query<ViewRow>(`select ${columns} from view v where v.org_id = $1 and v.retired_at is null and v.counting = 'kept' order by v.id`, [tx.orgId], 'kept-views')

/** One of them, whoever's it is. */
export async function keptView(tx: Tx, id: string): Promise<ViewRow | null> {
  const [row] = await tx.query<ViewRow>(`select ${columns} from view v where v.org_id = $1 and v.id = $2 and v.retired_at is null and v.counting = 'kept'`, [tx.orgId, id], 'kept-view')
  return row ?? null
}
