import type { Tx } from '../../../../platform/db/database.ts'
import { storableJson } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import type { NewFact } from '../measures.ts'

/**
 * Adds facts and takes others back, in one statement; all of them wait for the sums. Whoever takes one back holds the lock of its subject
 * (bring-in-line.ts): a fact taken back twice is refused by the database.
 */
export async function appendFacts(tx: Tx, added: readonly NewFact[], takenBack: readonly string[] = []): Promise<void> {
  if (added.length === 0 && takenBack.length === 0) return
  await tx.query(
    `with gone as (
       insert into fact (org_id, id, kind, at, weight, retracts, subject_id, mark, measures, ticket_id, interaction_id, answer_id, customer_id, channel, language, queue_id, reason_id, location_id, team_id, staff_id, survey_id, touchpoint_id, newcomer, segments)
       select f.org_id, g.id, f.kind, f.at, -1, f.id, f.subject_id, f.mark, f.measures, f.ticket_id, f.interaction_id, f.answer_id, f.customer_id, f.channel, f.language, f.queue_id, f.reason_id, f.location_id, f.team_id, f.staff_id, f.survey_id, f.touchpoint_id, f.newcomer, f.segments
       from unnest($3::uuid[], $4::uuid[]) g (id, old) join fact f on f.org_id = $1 and f.id = g.old returning id),
     added as (
       insert into fact (org_id, id, kind, at, weight, subject_id, mark, measures, ticket_id, interaction_id, answer_id, customer_id, channel, language, queue_id, reason_id, location_id, team_id, staff_id, survey_id, touchpoint_id, newcomer, segments)
       select $1, f.id, f.kind, timestamptz 'epoch' + f.at * interval '1 millisecond', 1, f."subjectId", f.mark, f.measures, f."ticketId", f."interactionId", f."answerId", f."customerId", f.channel, f.language, f."queueId", f."reasonId", f."locationId", f."teamId", f."staffId", f."surveyId", f."touchpointId", f.newcomer, f.segments
       from jsonb_to_recordset($2) f (id uuid, kind text, at float8, "subjectId" uuid, mark text, measures jsonb, "ticketId" uuid, "interactionId" uuid, "answerId" uuid, "customerId" uuid, channel text, language text, "queueId" uuid, "reasonId" uuid,
         "locationId" uuid, "teamId" uuid, "staffId" uuid, "surveyId" uuid, "touchpointId" uuid, newcomer boolean, segments jsonb) returning id)
     insert into fact_waiting (org_id, fact_id) select $1, id from gone union all select $1, id from added`,
    [tx.orgId, storableJson(added.map((fact) => ({ ...fact, id: newId() }))), takenBack.map(newId), takenBack], 'append-facts')
}
