// Collections for training: loops, tickets and answers put together, each with what is to be learnt from it.
import type { StudySet } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

const mostSets = 200

export async function listStudySets(tx: Tx, id: string | null = null): Promise<StudySet[]> {
  const rows = await tx.query<Omit<StudySet, 'createdAt'> & { created_at: Date }>(
    `select s.id, s.name, s.note, p.name as "createdByName", (select count(*)::int from study_item i where i.org_id = s.org_id and i.set_id = s.id) as items, s.created_at
     from study_set s left join staff p on p.org_id = s.org_id and p.id = s.created_by where s.org_id = $1 and s.retired_at is null and ($2::uuid is null or s.id = $2) order by s.created_at desc, s.id desc limit ${mostSets}`, [tx.orgId, id], 'study-sets')
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }))
}

/** @throws Refusal `not-found` for one that was put away too */
export async function refuseUnknownSet(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from study_set where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'study-set') : []
  if (found.length === 0) throw notFound('collection')
}
