// Reading contact reasons.
import type { Reason } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

export type ReasonRow = Reason

export const reasonColumns = `id, parent_id as "parentId", name, ready_made as "readyMade", path, position, retired_at is not null as retired, merged_into_id as "mergedIntoId"`

/** From the root to this one, itself included; empty when there is no such reason. */
export async function readReasonPath(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx.query<{ path: string[] }>('select path from reason where org_id = $1 and id = $2', [tx.orgId, id], 'read-reason-path')
  return row?.path ?? []
}
