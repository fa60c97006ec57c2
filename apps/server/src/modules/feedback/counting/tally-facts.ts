// Waiting facts into the tally. The fact leaves the waiting ones in the transaction that adds it to the sums: at every moment the tally
// and what waits are together the sum of all facts. A transaction that dies has done neither.
import type { Tx } from '../../../platform/db/database.ts'
import { countedCells, memberCells, monthOf } from './cells.ts'

/** Some 300,000 cells before they are summed: under a second. */
export const factsAtOnce = 5000

/**
 * Answers how many facts were added; null when another transaction is at it. One at a time for each organization: two would meet in
 * the same sums, and who waits for whom would be left to chance.
 */
export async function tallyFacts(tx: Tx, atMost = factsAtOnce): Promise<number | null> {
  const [lock] = await tx.query<{ mine: boolean }>(`select pg_try_advisory_xact_lock(hashtextextended($1::text || ' feedback tally', 0)) as mine`, [tx.orgId], 'lock-feedback-tally')
  if (lock?.mine !== true) return null
  const [row] = await tx.query<{ n: number }>(
    `with taken as (
       delete from feedback_fact_waiting w using (select fact_id from feedback_fact_waiting where org_id = $1 order by fact_id limit $2 for update skip locked) t
       where w.org_id = $1 and w.fact_id = t.fact_id returning w.fact_id),
     cell as (
       select f.survey_id, d.dimension, d.member, q.question_id, q.value, f.day, sum(f.weight)::bigint as n
       from taken t cross join lateral (select * from feedback_fact f where f.org_id = $1 and f.id = t.fact_id offset 0) f cross join lateral ${memberCells} cross join lateral ${countedCells}
       group by 1, 2, 3, 4, 5, 6 having sum(f.weight) <> 0),
     added as (
       insert into feedback_tally (org_id, survey_id, dimension, member, question_id, value, day, n)
       select $1, c.* from (
         select * from cell
         union all
         select survey_id, ${monthOf}, member, question_id, value, date_trunc('month', day)::date, sum(n) from cell group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0) c
       order by 2, 3, 5, 4, 6, 7
       on conflict (org_id, survey_id, dimension, question_id, member, value, day) do update set n = feedback_tally.n + excluded.n
       returning 1)
     select (select count(*)::int from taken) as n, (select count(*) from added) as cells`, [tx.orgId, atMost], 'tally-facts')
  return row!.n
}
