// What is counted, written with the change that caused it. A fact waits for the tally (tally-facts.ts) in a table of its own, so
// that a reader adds the waiting ones to the sums and is right at every moment, whoever commits late.
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'

/** An answer, or a step of an invitation, as it is counted: with its dimensions as they were then. */
export interface Counted {
  surveyId: string
  /** YYYY-MM-DD in the organization's zone: of an answer the day of its `at`, of a step the day its invitation left. */
  day: string
  answerId?: string | null
  invitationId?: string | null
  version: number | null
  road: string | null
  channel: string | null
  language: string | null
  staffId: string | null
  teamId: string | null
  queueId: string | null
  locationId: string | null
  touchpointId: string | null
  /** {question id: what is counted of it}; '~': ['partial'] or ['finished']; '~last' of a partial one: [its last question]. */
  counted: Record<string, readonly string[]>
}

/**
 * Notes facts, in one statement, and orders nothing. To correct an answer, note what was counted before with −1 and what holds now
 * with +1; to take one back, −1 alone. `noteSteps` makes those of invitations.
 */
export async function noteFacts(tx: Tx, facts: readonly (Counted & { weight: 1 | -1 })[]): Promise<void> {
  if (facts.length === 0) return
  await tx.query(
    `with fact as (
       insert into feedback_fact (org_id, id, survey_id, day, weight, answer_id, invitation_id, version, road, channel, language, staff_id, team_id, queue_id, location_id, touchpoint_id, counted)
       select $1, f.id, f."surveyId", f.day, f.weight, f."answerId", f."invitationId", f.version, f.road, f.channel, f.language, f."staffId", f."teamId", f."queueId", f."locationId", f."touchpointId", f.counted
       from jsonb_to_recordset($2) f (id uuid, "surveyId" uuid, day date, weight smallint, "answerId" uuid, "invitationId" uuid, version integer, road text, channel text, language text,
         "staffId" uuid, "teamId" uuid, "queueId" uuid, "locationId" uuid, "touchpointId" uuid, counted jsonb)
       returning id)
     insert into feedback_fact_waiting (org_id, fact_id) select $1, id from fact`,
    [tx.orgId, storableJson(facts.map((fact) => ({ ...fact, id: newId() })))], 'note-facts')
}
