// The tally against the facts it was made of. It cannot drift by itself; a restored backup, a careless hand in the database or a
// mistake of ours can, and a number that is wrong in silence is worse than none.
import type { Tx } from '../../../platform/db/database.ts'
import { byMonth, countedCells, memberOf, type Dimension } from './cells.ts'

/** One dimension of a survey: all at once would hold the lock too long. What waits is left out on both sides. Answers how many sums were wrong, and have been mended. */
export async function healTally(tx: Tx, surveyId: string, dimension: Dimension): Promise<number> {
  // Nobody adds to the sums while they are compared; facts go on being noted, and readers go on adding them.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' feedback tally', 0))`, [tx.orgId], 'wait-feedback-tally')
  const [row] = await tx.query<{ cells: number }>(
    `with fact as (
       select f.* from feedback_fact f where f.org_id = $1 and f.survey_id = $2 and not exists (select from feedback_fact_waiting w where w.org_id = $1 and w.fact_id = f.id)),
     days as (select '${dimension}' as dimension, ${memberOf(dimension)} as member, q.question_id, q.value, f.day, sum(f.weight)::bigint as n from fact f cross join lateral ${countedCells} group by 2, 3, 4, 5),
     truth as (select * from days union all select '${byMonth(dimension)}', member, question_id, value, date_trunc('month', day)::date, sum(n)::bigint from days group by 2, 3, 4, 5),
     wrong as (
       select dimension, member, question_id, value, day, coalesce(r.n, 0) as n
       from truth r full join (select * from feedback_tally where org_id = $1 and survey_id = $2 and dimension in ('${dimension}', '${byMonth(dimension)}')) t using (dimension, member, question_id, value, day)
       where coalesce(r.n, 0) <> coalesce(t.n, 0)),
     mended as (
       insert into feedback_tally (org_id, survey_id, dimension, member, question_id, value, day, n)
       select $1, $2, dimension, member, question_id, value, day, n from wrong
       on conflict (org_id, survey_id, dimension, question_id, member, value, day) do update set n = excluded.n returning 1)
     select count(*)::int as cells from mended`, [tx.orgId, surveyId])
  // Sums that came to nothing tell nothing.
  await tx.query('delete from feedback_tally where org_id = $1 and survey_id = $2 and dimension = any ($3) and n = 0', [tx.orgId, surveyId, [dimension, byMonth(dimension)]], 'forget-empty-sums')
  if (row!.cells > 0) tx.publish({ name: 'feedback.tallyHealed', ids: { surveyId }, detail: { dimension, cells: row!.cells } })
  return row!.cells
}
