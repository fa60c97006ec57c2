// SLA policies as stored and as shown.
import type { SlaDefinition, SlaPolicy } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { notFound } from '../../../../platform/http/refusal.ts'

export interface PolicyRow { id: string; name: string; ready_made: string | null; position: number; version: number; definition: SlaDefinition; retired_at: Date | null }

export const presentPolicy = (row: PolicyRow): SlaPolicy => ({ id: row.id, name: row.name, readyMade: row.ready_made, position: row.position, version: row.version, definition: row.definition, retired: row.retired_at !== null })

const columns = 'id, name, ready_made, position, version, definition, retired_at'

/** In the order in which they are tried. */
export const listPolicies = (tx: Tx) => tx.query<PolicyRow>(`select ${columns} from sla_policy where org_id = $1 order by position, created_at, id`, [tx.orgId], 'list-policies')

/** @throws Refusal `not-found` */
export async function getPolicy(tx: Tx, id: string, lock = false): Promise<PolicyRow> {
  const [row] = isId(id) ? await tx.query<PolicyRow>(`select ${columns} from sla_policy where org_id = $1 and id = $2 ${lock ? 'for update' : ''}`, [tx.orgId, id], lock ? 'lock-policy' : 'get-policy') : []
  if (row === undefined) throw notFound('SLA policy')
  return row
}
