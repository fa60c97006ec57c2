import type { Static } from 'typebox'
import type { NewReason } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockWords } from '../../lock-words.ts'
import { tidyName } from '../../rules/name.ts'
import { readReasons } from '../queries.ts'
import { checkNew, checkParent } from '../rules/tree.ts'

/** Answers its id. @throws Refusal. */
export async function createReason(tx: Tx, doer: Doer, wanted: Static<typeof NewReason>): Promise<string> {
  await lockWords(tx)
  const all = await readReasons(tx)
  const name = tidyName(wanted.name)
  const parent = checkParent(all, wanted.parentId?.toLowerCase() ?? null)
  checkNew(all, parent, name)
  const id = newId()
  const position = wanted.position ?? Math.min(10_000, Math.max(0, ...all.filter((r) => r.parentId === (parent?.id ?? null)).map((r) => r.position)) + 1)
  await tx.query('insert into reason (org_id, id, parent_id, path, name, position) values ($1, $2, $3, $4, $5, $6)', [tx.orgId, id, parent?.id ?? null, [...(parent?.path ?? []), id], name, position], 'insert-reason')
  await audit(tx, doer, 'reason.created', { kind: 'reason', id }, { name, parentId: parent?.id ?? null })
  tx.publish({ name: 'vocabulary.reasonChanged', ids: { reasonId: id } })
  return id
}
