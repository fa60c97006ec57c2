// Reading contact reasons. An organization has some dozens: the tree is read whole.
import type { Reason } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

export type ReasonRow = Reason

const columns = `id, parent_id as "parentId", name, ready_made as "readyMade", path, position, retired_at is not null as retired, merged_into_id as "mergedIntoId"`

/** All, the retired too: siblings in the order people gave them. */
export const readReasons = (tx: Tx): Promise<ReasonRow[]> =>
  tx.query<ReasonRow>(`select ${columns} from reason where org_id = $1 order by position, lower(name), id`, [tx.orgId], 'read-reasons')

/** @throws Refusal `not-found`. */
export async function getReason(tx: Tx, id: string): Promise<ReasonRow> {
  const [row] = isId(id) ? await tx.query<ReasonRow>(`select ${columns} from reason where org_id = $1 and id = $2`, [tx.orgId, id], 'get-reason') : []
  if (row === undefined) throw notFound('reason')
  return row
}

/** From the root to this one, itself included; empty when there is no such reason. */
export async function readReasonPath(tx: Tx, id: string): Promise<string[]> {
  const [row] = await tx.query<{ path: string[] }>('select path from reason where org_id = $1 and id = $2', [tx.orgId, id], 'read-reason-path')
  return row?.path ?? []
}
