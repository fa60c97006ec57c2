import type { BodyOf, StudySet, createStudySet as createRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { listStudySets } from './list-study-sets.ts'

/** @throws Refusal */
export async function createStudySet(tx: Tx, actor: Actor, { name, note }: BodyOf<typeof createRoute>): Promise<StudySet> {
  const named = storable(name).trim()
  if (named === '') throw new Refusal('invalid-input', 'The name is empty: say what is to be learnt, for example "late deliveries".', { name: 'is empty' })
  const id = newId()
  await tx.query('insert into study_set (org_id, id, name, note, created_by) values ($1, $2, $3, $4, $5)', [tx.orgId, id, named, storable(note ?? '').trim(), actor.staffId], 'insert-study-set')
  return (await listStudySets(tx, id))[0]!
}
