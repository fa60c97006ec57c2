// Lists as they are shown, with what has become of their people.
import type { SurveyList } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { decodeCursor, toPage } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

interface Row {
  id: string; survey_id: string; name: string; road: SurveyList['road']; send_at: Date; per_hour: number | null; state: SurveyList['state']; people: number; refused: SurveyList['refused']; created_at: Date
  planned: number; considered: number; sent: number; suppressed: number; answered: number
}

const columns = `l.id, l.survey_id, l.name, t.definition->'roads'->>0 as road, l.send_at, l.per_hour, l.state, l.people, l.refused, l.created_at, n.planned, n.considered, n.sent, n.suppressed, n.answered`
const joins = `join touchpoint t on t.org_id = l.org_id and t.id = l.touchpoint_id
  cross join lateral (select count(*)::int as considered, count(*) filter (where i.state = 'planned')::int as planned, count(*) filter (where i.sent_at is not null)::int as sent, count(*) filter (where i.state = 'suppressed')::int as suppressed,
    count(*) filter (where i.started_at is not null)::int as answered from survey_invitation i where i.org_id = l.org_id and i.list_id = l.id) n`

const present = (r: Row): SurveyList => ({
  id: r.id, surveyId: r.survey_id, name: r.name, road: r.road, sendAt: r.send_at.toISOString(), perHour: r.per_hour, state: r.state, people: r.people, sent: r.sent,
  // Those whose turn has not come, and those the job has not come to.
  waiting: r.state === 'stopped' ? 0 : r.planned + Math.max(0, r.people - r.considered), suppressed: r.suppressed, answered: r.answered, refused: r.refused, createdAt: r.created_at.toISOString(),
})

/** Newest first. */
export async function listSurveyLists(tx: Tx, query: { surveyId?: string; limit?: number; cursor?: string }): Promise<{ items: SurveyList[]; next: string | null }> {
  const limit = query.limit ?? 50
  if (query.surveyId !== undefined && !isId(query.surveyId)) return { items: [], next: null }
  const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, 1)
  const rows = await tx.query<Row>(
    `select ${columns} from (select * from survey_list x where x.org_id = $1 and ($2::uuid is null or x.id < $2) and ($3::uuid is null or x.survey_id = $3) order by x.id desc limit $4) l ${joins} order by l.id desc`,
    [tx.orgId, before, query.surveyId ?? null, limit + 1], 'list-survey-lists')
  return toPage(rows, limit, present, (r) => [r.id])
}

/** @throws Refusal `not-found` */
export async function getSurveyList(tx: Tx, id: string): Promise<SurveyList> {
  const [row] = isId(id) ? await tx.query<Row>(`select ${columns} from survey_list l ${joins} where l.org_id = $1 and l.id = $2`, [tx.orgId, id], 'get-survey-list') : []
  if (row === undefined) throw notFound('list')
  return present(row)
}
