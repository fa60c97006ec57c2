import type { Tx } from '../../../platform/db/database.ts'

/** Takes whatever is counted of an answer out of the numbers, exactly as it was counted. Done twice it does nothing more. */
export async function takeBackAnswerFacts(tx: Tx, answerId: string): Promise<void> {
  await tx.query(
    `with fact as (
       insert into feedback_fact (org_id, id, survey_id, day, weight, answer_id, invitation_id, version, road, channel, language, staff_id, team_id, queue_id, location_id, touchpoint_id, counted)
       select org_id, gen_random_uuid(), survey_id, day, -sum(weight), answer_id, invitation_id, version, road, channel, language, staff_id, team_id, queue_id, location_id, touchpoint_id, counted
       from feedback_fact where org_id = $1 and answer_id = $2
       group by org_id, survey_id, day, answer_id, invitation_id, version, road, channel, language, staff_id, team_id, queue_id, location_id, touchpoint_id, counted having sum(weight) <> 0
       returning id)
     insert into feedback_fact_waiting (org_id, fact_id) select $1, id from fact`, [tx.orgId, answerId], 'take-back-answer-facts')
}
