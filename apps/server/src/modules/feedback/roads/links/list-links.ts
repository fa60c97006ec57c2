// Links of a survey or of all, newest first.
import type { SurveyLink } from '@kontuar/contracts'
import type { Tx } from '../../../../platform/db/database.ts'
import { isId } from '../../../../platform/id.ts'
import { decodeCursor, toPage } from '../../../../platform/http/page.ts'
import { linkColumns, linkJoins, presentLink, type LinkRoad, type LinkRow } from './link-row.ts'

/** Those in use; a retired one is found by its id alone. */
export async function listLinks(tx: Tx, publicUrl: string, query: { surveyId?: string; road?: LinkRoad; limit?: number; cursor?: string }): Promise<{ items: SurveyLink[]; next: string | null }> {
  const limit = query.limit ?? 50
  if (query.surveyId !== undefined && !isId(query.surveyId)) return { items: [], next: null }
  const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, 1)
  const rows = await tx.query<LinkRow>(
    `select ${linkColumns} from (select * from survey_link x where x.org_id = $1 and x.retired_at is null and ($2::uuid is null or x.survey_id = $2) and ($3::text is null or x.road = $3)
       and ($4::uuid is null or x.id < $4) order by x.id desc limit $5) k ${linkJoins} order by k.id desc`, [tx.orgId, query.surveyId ?? null, query.road ?? null, before, limit + 1], 'list-survey-links')
  return toPage(rows, limit, (row) => presentLink(row, publicUrl), (row) => [row.id])
}
