// Tags of an answer, and whether it counts. What was said is never changed.
import type { SurveyAnswerPatch } from '@kontuar/contracts'
import type { Values } from '@kontuar/survey'
import type { Static } from 'typebox'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { isId } from '../../../platform/id.ts'
import { audit } from '../../identity/index.ts'
import { refuseUnknownTags } from '../../vocabulary/index.ts'
import { countedOfAnswer, noteFacts, takeBackAnswerFacts } from '../counting/index.ts'
import { getVersionDefinition } from '../surveys/index.ts'

interface Row {
  id: string; survey_id: string; version: number; road: string; channel: string | null; language: string; staff_id: string | null; team_id: string | null; queue_id: string | null; location_id: string | null; touchpoint_id: string | null
  values: Values; state: string; last_question: string | null; ticket_id: string | null; ticket_result: string | null; day: string; interaction_id: string | null; customer_id: string | null; tag_ids: string[]; invalid: boolean; invalid_reason: string | null
}

/** @throws Refusal `not-found`, `invalid-input` for tags that cannot be given or a reason without words */
export async function changeAnswer(tx: Tx, actor: Actor, id: string, patch: Static<typeof SurveyAnswerPatch>): Promise<void> {
  const [row] = isId(id) ? await tx.query<Row>(
    `select a.id, a.survey_id, a.version, a.road, a.channel, a.language, a.staff_id, a.team_id, a.queue_id, a.location_id, a.touchpoint_id, a.values, a.state, a.last_question, a.ticket_id, a.ticket_result, (a.at at time zone o.time_zone)::date::text as day, a.interaction_id, a.customer_id,
       a.tag_ids, a.invalid_at is not null as invalid, a.invalid_reason from answer a join org o on o.id = a.org_id where a.org_id = $1 and a.id = $2 for update of a`, [tx.orgId, id], 'lock-answer-to-change') : []
  if (row === undefined) throw notFound('answer')
  const tags = patch.tagIds === undefined ? row.tag_ids : [...new Set(patch.tagIds.map((t) => t.toLowerCase()))]
  await refuseUnknownTags(tx, tags.filter((t) => !row.tag_ids.includes(t)))
  const reason = patch.invalid === undefined ? row.invalid_reason : patch.invalid === null ? null : storable(patch.invalid.reason).trim()
  if (reason === '') throw new Refusal('invalid-input', 'Say why the answer shall not count.', { 'invalid.reason': 'is empty' })
  const invalid = patch.invalid === undefined ? row.invalid : patch.invalid !== null
  const sameTags = tags.length === row.tag_ids.length && tags.every((t) => row.tag_ids.includes(t))
  if (sameTags && invalid === row.invalid && reason === row.invalid_reason) return

  await tx.query(
    `update answer set tag_ids = $3, invalid_at = case when $4 then coalesce(invalid_at, clock_timestamp()) end, invalid_reason = $5, invalid_by = case when not $4 then null when invalid_at is null then $6::uuid else invalid_by end
     where org_id = $1 and id = $2`, [tx.orgId, row.id, tags, invalid, reason, actor.staffId], 'change-answer')
  if (invalid !== row.invalid) {
    if (invalid) await takeBackAnswerFacts(tx, row.id)
    else await countAgain(tx, row)
    await audit(tx, actor, invalid ? 'answer.invalidated' : 'answer.restored', { kind: 'answer', id: row.id }, { surveyId: row.survey_id })
  }
  tx.publish({ name: 'feedback.answerChanged', ids: { answerId: row.id, surveyId: row.survey_id, ...named('interactionId', row.interaction_id), ...named('ticketId', row.ticket_id), ...named('customerId', row.customer_id) } })
}

/** As it stands now: it may have been finished while it did not count. */
async function countAgain(tx: Tx, row: Row): Promise<void> {
  const definition = await getVersionDefinition(tx, row.survey_id, row.version)
  await noteFacts(tx, [{
    surveyId: row.survey_id, day: row.day, answerId: row.id, version: row.version, road: row.road, channel: row.channel, language: row.language, staffId: row.staff_id, teamId: row.team_id, queueId: row.queue_id,
    locationId: row.location_id, touchpointId: row.touchpoint_id, weight: 1,
    counted: countedOfAnswer(definition, { values: row.values, state: row.state, lastQuestion: row.last_question, ticketId: row.ticket_id, ticketResult: row.ticket_result }),
  }])
}

const named = (name: string, id: string | null): Record<string, string> => (id === null ? {} : { [name]: id })
