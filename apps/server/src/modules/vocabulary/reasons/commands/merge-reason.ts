// One reason becomes another. The tickets follow in a job of the diary: there may be a million of them.
import type { Tx } from '../../../../platform/db/database.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockWords } from '../../lock-words.ts'
import { readReasons } from '../queries.ts'
import { checkMerge } from '../rules/tree.ts'

/** @throws Refusal. Answers the id of the reason merged away. */
export async function mergeReason(tx: Tx, doer: Doer, id: string, intoId: string): Promise<string> {
  await lockWords(tx)
  const all = await readReasons(tx)
  const reason = all.find((r) => r.id === id.toLowerCase())
  if (reason === undefined) throw notFound('reason')
  const into = checkMerge(all, reason, intoId.toLowerCase())
  // Retired before its children move: a child may have the name that the reason itself leaves free.
  await tx.query('update reason set retired_at = coalesce(retired_at, now()), merged_into_id = $3 where org_id = $1 and id = $2', [tx.orgId, reason.id, into.id], 'merge-reason')
  await tx.query(
    `update reason set path = $3::uuid[] || path[$4:cardinality(path)], parent_id = case when parent_id = $2 then $5 else parent_id end
     where org_id = $1 and path @> array[$2::uuid] and id <> $2`,
    [tx.orgId, reason.id, into.path, reason.path.length + 1, into.id], 'move-children-of-merged-reason')
  await tx.query('update reason set merged_into_id = $3 where org_id = $1 and merged_into_id = $2', [tx.orgId, reason.id, into.id], 'follow-merged-reason')
  await audit(tx, doer, 'reason.merged', { kind: 'reason', id: reason.id }, { name: reason.name, intoId: into.id, into: into.name })
  tx.publish({ name: 'vocabulary.reasonMerged', ids: { reasonId: reason.id, intoId: into.id } })
  return reason.id
}
