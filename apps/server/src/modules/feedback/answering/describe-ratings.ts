// What the diary shows of a rating (its port `describeRatings`): the answer as it stands now, as far as the asker may see it.
import type { Interaction } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'

type Rating = NonNullable<Interaction['rating']>
interface Row { interaction_id: string; id: string; survey_id: string; survey_name: string; metric: Rating['metric']; score: number | null; scale_min: number | null; scale_max: number | null; tone: Rating['tone']; comment: string | null; road: string; state: string; agents_see: 'all' | 'score' | 'nothing' }

export async function describeRatings(tx: Tx, interactionIds: readonly string[], sees: boolean): Promise<Map<string, Rating>> {
  if (interactionIds.length === 0) return new Map()
  const rows = await tx.query<Row>(
    `select a.interaction_id, a.id, a.survey_id, s.name as survey_name, a.metric, a.score, a.scale_min, a.scale_max, a.tone, a.comment, a.road, a.state, coalesce(f.agents_see, 'all') as agents_see
     from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id left join feedback_setting f on f.org_id = a.org_id
     where a.org_id = $1 and a.interaction_id = any ($2::uuid[])`, [tx.orgId, interactionIds], 'describe-ratings')
  return new Map(rows.map((row) => [row.interaction_id, describe(row, sees ? 'all' : row.agents_see)]))
}

function describe(row: Row, seen: Row['agents_see']): Rating {
  const score = seen === 'nothing' ? null : row.score
  return {
    answerId: row.id, surveyId: row.survey_id, surveyName: row.survey_name, road: row.road, complete: row.state === 'finished', hidden: seen === 'nothing',
    metric: seen === 'nothing' ? null : row.metric, value: score, scale: score === null || row.scale_min === null || row.scale_max === null ? null : { min: row.scale_min, max: row.scale_max },
    tone: seen === 'nothing' ? null : row.tone, comment: seen === 'all' ? row.comment : null,
  }
}
