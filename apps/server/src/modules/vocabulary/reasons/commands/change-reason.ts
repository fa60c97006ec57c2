import type { Static } from 'typebox'
import type { ReasonPatch } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import type { Doer } from '../../../identity/index.ts'
import { auditChange } from '../../audit-change.ts'
import { lockWords } from '../../lock-words.ts'
import { tidyName } from '../../rules/name.ts'
import { readReasons, type ReasonRow } from '../queries.ts'
import { checkParent, checkPlace, checkRetiring } from '../rules/tree.ts'

/** Renames, moves with all below it, retires or brings back. @throws Refusal. */
export async function changeReason(tx: Tx, doer: Doer, id: string, patch: Static<typeof ReasonPatch>): Promise<void> {
  await lockWords(tx)
  const all = await readReasons(tx)
  const before = all.find((r) => r.id === id.toLowerCase())
  if (before === undefined) throw notFound('reason')
  const name = patch.name === undefined ? before.name : tidyName(patch.name)
  const retired = patch.retired ?? before.retired
  const parentId = patch.parentId === undefined ? before.parentId : patch.parentId?.toLowerCase() ?? null
  const comesBack = before.retired && !retired
  const parent = parentId !== before.parentId || comesBack ? checkParent(all, parentId) : all.find((r) => r.id === parentId) ?? null
  checkRetiring(all, before, retired)
  checkPlace(all, before, parent, name, retired)
  const after: ReasonRow = { ...before, name, readyMade: name === before.name ? before.readyMade : null, parentId, position: patch.position ?? before.position, retired }
  if (!await auditChange(tx, doer, 'reason', before.id, before, after, ['name', 'parentId', 'position'])) return
  await tx.query('update reason set name = $3, ready_made = $4, position = $5, retired_at = case when $6 then coalesce(retired_at, now()) end where org_id = $1 and id = $2',
    [tx.orgId, before.id, after.name, after.readyMade, after.position, after.retired], 'change-reason')
  if (parentId !== before.parentId) await moveReason(tx, before, parent)
  tx.publish({ name: 'vocabulary.reasonChanged', ids: { reasonId: before.id } })
}

async function moveReason(tx: Tx, reason: ReasonRow, parent: ReasonRow | null) {
  await tx.query(
    `update reason set path = $3::uuid[] || path[$4:cardinality(path)], parent_id = case when id = $2 then $5 else parent_id end
     where org_id = $1 and path @> array[$2::uuid]`,
    [tx.orgId, reason.id, parent?.path ?? [], reason.path.length, parent?.id ?? null], 'move-reason')
}
