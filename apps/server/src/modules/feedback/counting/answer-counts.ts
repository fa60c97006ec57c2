import type { Tx } from '../../../platform/db/database.ts'
import { byMonth, waitingFacts } from './cells.ts'

/** How many answers of each survey count: confirmed ones, partial or finished, not taken back. A survey without any is missing. */
export async function readAnswerCounts(tx: Tx, surveyIds: readonly string[]): Promise<Map<string, number>> {
  if (surveyIds.length === 0) return new Map()
  const rows = await tx.query<{ survey_id: string; n: number }>(
    `select survey_id, sum(n)::bigint as n from (
       select survey_id, n from feedback_tally where org_id = $1 and survey_id = any ($2) and dimension = '${byMonth('all')}' and question_id = '~' and member = ''
       union all
       select f.survey_id, f.weight from ${waitingFacts} where f.survey_id = any ($2) and f.answer_id is not null
     ) c group by 1`, [tx.orgId, surveyIds], 'answer-counts')
  return new Map(rows.map((r) => [r.survey_id, r.n]))
}
