// Touchpoints with what they did lately.
import type { Touchpoint } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { decodeCursor, toPage } from '../../../../platform/http/page.ts'
import { notFound } from '../../../../platform/http/refusal.ts'
import { completeDefinition, touchpointColumns, type TouchpointRow } from './touchpoint-row.ts'

interface ListedRow extends TouchpointRow { survey_name: string; planned: number; sent: number; suppressed: number; answered: number }

const columns = `${touchpointColumns}, s.name as survey_name, coalesce(n.planned, 0)::int as planned, coalesce(n.sent, 0)::int as sent, coalesce(n.suppressed, 0)::int as suppressed, coalesce(n.answered, 0)::int as answered`
const joins = `join survey s on s.org_id = tp.org_id and s.id = tp.survey_id
  left join lateral (select count(*) filter (where i.state = 'planned') as planned, count(*) filter (where i.sent_at is not null) as sent, count(*) filter (where i.state = 'suppressed') as suppressed, count(*) filter (where i.started_at is not null) as answered
    from survey_invitation i where i.org_id = tp.org_id and i.survey_id = tp.survey_id and i.touchpoint_id = tp.id and i.created_at > now() - interval '30 days') n on true`

const present = (r: ListedRow): Touchpoint => ({
  id: r.id, surveyId: r.survey_id, surveyName: r.survey_name, name: r.name, trigger: r.trigger, definition: completeDefinition(r.definition), position: r.position, active: r.active, retired: r.retired,
  counts: { planned: r.planned, sent: r.sent, suppressed: r.suppressed, answered: r.answered }, createdAt: r.created_at.toISOString(), updatedAt: r.updated_at.toISOString(),
})

/** Those in use first, most important first. */
export async function listTouchpoints(tx: Tx, query: { surveyId?: string; limit?: number; cursor?: string }): Promise<{ items: Touchpoint[]; next: string | null }> {
  const limit = query.limit ?? 50
  if (query.surveyId !== undefined && !isId(query.surveyId)) return { items: [], next: null }
  const [retired, position, id] = query.cursor === undefined ? [null, null, null] : decodeCursor(query.cursor, 3)
  const rows = await tx.query<ListedRow>(
    `select ${columns} from (select * from touchpoint x where x.org_id = $1 and ($2::uuid is null or x.survey_id = $2)
       and ($3::int is null or ((x.retired_at is not null)::int, x.position, x.id) > ($3::int, $4::int, $5::uuid)) order by (x.retired_at is not null)::int, x.position, x.id limit $6) tp ${joins}
     order by (tp.retired_at is not null)::int, tp.position, tp.id`, [tx.orgId, query.surveyId ?? null, retired, position, id, limit + 1], 'list-touchpoints')
  return toPage(rows, limit, present, (r) => [Number(r.retired), r.position, r.id])
}

/** @throws Refusal `not-found` */
export async function getTouchpoint(tx: Tx, id: string): Promise<Touchpoint> {
  const [row] = isId(id) ? await tx.query<ListedRow>(`select ${columns} from touchpoint tp ${joins} where tp.org_id = $1 and tp.id = $2`, [tx.orgId, id], 'get-touchpoint') : []
  if (row === undefined) throw notFound('touchpoint')
  return present(row)
}
