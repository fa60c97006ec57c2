// Facts for tests, written straight.
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import type { NewFact } from '../facts/measures.ts'

export interface TestFact extends NewFact { id: string; weight: 1 | -1; retracts: string | null }

export const buildFact = (given: Pick<NewFact, 'kind' | 'at' | 'measures'> & Partial<TestFact>): TestFact => ({
  id: newId(), weight: 1, retracts: null, subjectId: newId(), mark: '', ticketId: null, interactionId: null, answerId: null, customerId: null,
  channel: null, language: null, queueId: null, reasonId: null, locationId: null, teamId: null, staffId: null, surveyId: null, touchpointId: null, newcomer: null, segments: null, ...given,
})

export const takeBack = (fact: TestFact): TestFact => ({ ...fact, id: newId(), weight: -1, retracts: fact.id })

/** @param waiting false: as if they had been rolled, though they were not */
export async function putFacts(tx: Tx, facts: readonly TestFact[], { waiting = true } = {}): Promise<void> {
  await tx.query(
    `with given as (
       insert into fact (org_id, id, kind, at, weight, retracts, subject_id, mark, measures, ticket_id, interaction_id, answer_id, customer_id, channel, language, queue_id, reason_id, location_id, team_id, staff_id, survey_id, touchpoint_id, newcomer, segments)
       select $1, f.id, f.kind, timestamptz 'epoch' + f.at * interval '1 millisecond', f.weight, f.retracts, f."subjectId", f.mark, f.measures, f."ticketId", f."interactionId", f."answerId", f."customerId", f.channel, f.language, f."queueId", f."reasonId", f."locationId", f."teamId", f."staffId",
         f."surveyId", f."touchpointId", f.newcomer, f.segments
       from jsonb_to_recordset($2) f (id uuid, kind text, at float8, weight smallint, retracts uuid, "subjectId" uuid, mark text, measures jsonb, "ticketId" uuid, "interactionId" uuid, "answerId" uuid, "customerId" uuid, channel text, language text, "queueId" uuid, "reasonId" uuid, "locationId" uuid,
         "teamId" uuid, "staffId" uuid, "surveyId" uuid, "touchpointId" uuid, newcomer boolean, segments jsonb)
       returning id)
     insert into fact_waiting (org_id, fact_id) select $1, id from given where $3`, [tx.orgId, storableJson(facts), waiting])
}
