import type { StudyItem } from '@kontuar/contracts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { readShownComments } from '../../feedback/index.ts'
import { seenRecoveries, type Reader } from '../reading/seen-recoveries.ts'
import { refuseUnknownSet } from './list-study-sets.ts'

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
