import type { BodyOf, StudyItem, addStudyItem as addRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { getRecoveryRow } from '../reading/list-recoveries.ts'
import { listStudyItems } from './list-study-items.ts'
import { refuseUnknownSet } from './list-study-sets.ts'

/** Put in again it takes the new note. @throws Refusal `not-found` for what the asker does not see too */
export async function addStudyItem(tx: Tx, actor: Actor, setId: string, { kind, subjectId, note }: BodyOf<typeof addRoute>): Promise<StudyItem> {
  await refuseUnknownSet(tx, setId)
  await refuseUnseen(tx, actor, kind, subjectId)
  const [row] = await tx.query<{ id: string }>(
    `insert into study_item (org_id, id, set_id, kind, subject_id, note, added_by) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (org_id, set_id, kind, subject_id) do update set note = case when $8 then excluded.note else study_item.note end returning id`,
    [tx.orgId, newId(), setId, kind, subjectId, storable(note ?? '').trim(), actor.staffId, note !== undefined], 'add-study-item')
  return (await listStudyItems(tx, actor, setId, {}, row!.id)).items[0]!
}

async function refuseUnseen(tx: Tx, actor: Actor, kind: StudyItem['kind'], id: string): Promise<void> {
  if (kind === 'recovery') { await getRecoveryRow(tx, actor, id); return }
  // Answers of people are not for everybody: who may not read them finds none.
  if (kind === 'answer' && !actor.permissions.has('feedback.read')) throw notFound('answer')
  const found = isId(id) ? await tx.query(`select 1 from ${kind} where org_id = $1 and id = $2`, [tx.orgId, id], `study-${kind}`) : []
  if (found.length === 0) throw notFound(kind)
}
