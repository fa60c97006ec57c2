// Collections for training: loops, tickets and answers put together, each with what is to be learnt from it.
import type { BodyOf, StudyItem, StudySet, addStudyItem as addRoute, createStudySet as createRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { newId } from '../../../platform/id.ts'
import { readShownComments } from '../../feedback/index.ts'
import { getRecoveryRow } from '../reading/list-recoveries.ts'
import { seenRecoveries, type Reader } from '../reading/seen-recoveries.ts'
import { shapeName } from '../../../platform/db/shape-name.ts'

const mostSets = 200

export async function listStudySets(tx: Tx, id: string | null = null): Promise<StudySet[]> {
  const rows = await tx.query<Omit<StudySet, 'createdAt'> & { created_at: Date }>(
    `select s.id, s.name, s.note, p.name as "createdByName", (select count(*)::int from study_item i where i.org_id = s.org_id and i.set_id = s.id) as items, s.created_at
     from study_set s left join staff p on p.org_id = s.org_id and p.id = s.created_by where s.org_id = $1 and s.retired_at is null and ($2::uuid is null or s.id = $2) order by s.created_at desc, s.id desc limit ${mostSets}`, [tx.orgId, id], 'study-sets')
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }))
}

/** @throws Refusal */
export async function createStudySet(tx: Tx, actor: Actor, { name, note }: BodyOf<typeof createRoute>): Promise<StudySet> {
  const named = storable(name).trim()
  if (named === '') throw new Refusal('invalid-input', 'The name is empty: say what is to be learnt, for example "late deliveries".', { name: 'is empty' })
  const id = newId()
  await tx.query('insert into study_set (org_id, id, name, note, created_by) values ($1, $2, $3, $4, $5)', [tx.orgId, id, named, storable(note ?? '').trim(), actor.staffId], 'insert-study-set')
  return (await listStudySets(tx, id))[0]!
}

/** @throws Refusal `not-found` */
export async function retireStudySet(tx: Tx, id: string): Promise<void> {
  await refuseUnknownSet(tx, id)
  await tx.query('update study_set set retired_at = now() where org_id = $1 and id = $2', [tx.orgId, id], 'retire-study-set')
}

async function refuseUnknownSet(tx: Tx, id: string): Promise<void> {
  const found = isId(id) ? await tx.query('select 1 from study_set where org_id = $1 and id = $2 and retired_at is null', [tx.orgId, id], 'study-set') : []
  if (found.length === 0) throw notFound('collection')
}

interface ItemRow { id: string; kind: StudyItem['kind']; subject_id: string; title: string; answer_id: string | null; preview: string | null; note: string; added_by_name: string | null; created_at: Date; sort_key: string }

/** What the reader may not see is left out. The oldest first, as they were put together. */
export async function listStudyItems(tx: Tx, reader: Reader, setId: string, { limit = 50, cursor }: { limit?: number; cursor?: string }, only: string | null = null): Promise<{ items: StudyItem[]; next: string | null }> {
  await refuseUnknownSet(tx, setId)
  const values: unknown[] = [tx.orgId, setId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = [`i.org_id = $1 and i.set_id = $2 and case i.kind when 'ticket' then t.id is not null when 'answer' then a.id is not null else r.id is not null and ${seenRecoveries(reader, bind)} end`]
  if (only !== null) where.push(`i.id = ${bind(only)}`)
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(cursor, 2)
    if (!/^-?\d{1,18}$/.test(String(at)) || !isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(i.created_at, i.id) > (timestamptz 'epoch' + ${bind(String(at))}::bigint * interval '1 microsecond', ${bind(id)}::uuid)`)
  }
  const text = `select i.id, i.kind, i.subject_id, case i.kind when 'ticket' then '#' || t.number || ' ' || t.subject else coalesce(c.name, s.name, '') end as title, case i.kind when 'answer' then a.id when 'recovery' then r.answer_id end as answer_id,
      t.preview, i.note, p.name as added_by_name, i.created_at, (extract(epoch from i.created_at) * 1000000)::bigint::text as sort_key
    from study_item i left join ticket t on i.kind = 'ticket' and t.org_id = i.org_id and t.id = i.subject_id left join answer a on i.kind = 'answer' and a.org_id = i.org_id and a.id = i.subject_id left join recovery r on i.kind = 'recovery' and r.org_id = i.org_id and r.id = i.subject_id
      left join customer c on c.org_id = i.org_id and c.id = coalesce(r.customer_id, a.customer_id) left join survey s on s.org_id = i.org_id and s.id = a.survey_id left join staff p on p.org_id = i.org_id and p.id = i.added_by
    where ${where.join(' and ')} order by i.created_at, i.id limit ${bind(limit + 1)}`
  const rows = await tx.query<ItemRow>(text, values, shapeName('study-items', text))
  const page = toPage(rows, limit, (row) => row, (row) => [row.sort_key, row.id])
  const comments = await readShownComments(tx, page.items.flatMap((r) => r.answer_id ?? []), { restricted: reader.access === 'granted', readsFeedback: reader.permissions.has('feedback.read') })
  return { next: page.next, items: page.items.map((r) => ({ id: r.id, kind: r.kind, subjectId: r.subject_id, title: r.title, excerpt: (r.answer_id === null ? r.preview : comments.get(r.answer_id)?.comment)?.slice(0, 400).toWellFormed() ?? null, note: r.note, addedByName: r.added_by_name, createdAt: r.created_at.toISOString() })) }
}

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

/** @throws Refusal `not-found` */
export async function removeStudyItem(tx: Tx, id: string): Promise<void> {
  const gone = isId(id) ? await tx.query('delete from study_item where org_id = $1 and id = $2 returning id', [tx.orgId, id], 'remove-study-item') : []
  if (gone.length === 0) throw notFound('item of a collection')
}
