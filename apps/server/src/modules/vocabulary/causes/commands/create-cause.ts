import type { BodyOf, createCause as createRoute } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { lockWords } from '../../lock-words.ts'
import { refuseTakenName, tidyName } from '../../rules/name.ts'
import { readCauses } from '../queries.ts'

/** Nobody finds one among more when they close a task. */
const mostCauses = 200

/** Answers its id. @throws Refusal. */
export async function createCause(tx: Tx, doer: Doer, wanted: BodyOf<typeof createRoute>): Promise<string> {
  await lockWords(tx)
  const all = await readCauses(tx)
  const name = tidyName(wanted.name)
  if (all.filter((c) => !c.retired).length >= mostCauses) throw new Refusal('cannot-do', `There are ${mostCauses} causes in use already: rename or retire one of them first.`)
  refuseTakenName('cause', name, all)
  const id = newId()
  const position = wanted.position ?? Math.min(10_000, Math.max(0, ...all.map((c) => c.position)) + 1)
  await tx.query('insert into cause (org_id, id, name, position) values ($1, $2, $3, $4)', [tx.orgId, id, name, position], 'insert-cause')
  await audit(tx, doer, 'cause.created', { kind: 'cause', id }, { name })
  tx.publish({ name: 'vocabulary.causeChanged', ids: { causeId: id } })
  return id
}
