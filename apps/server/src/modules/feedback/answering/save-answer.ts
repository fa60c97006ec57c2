// One answer into the database: the row, its facts, its entry in the diary and its events, in the transaction of the caller. Every
// road ends here.
import { commentOf, metricOf, primaryQuestion, scaleOf, toneOf, type SurveyDefinition, type Values } from '@kontuar/survey'
import type { Road } from '@kontuar/contracts'
import { randomUUID } from 'node:crypto'
import type { Tx } from '../../../platform/db/database.ts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import { recordRating } from '../../diary/index.ts'
import { countedOfAnswer, noteFacts, type Counted } from '../counting/index.ts'
import type { StoredAnswer } from './answer-rows.ts'
import { withoutPerson } from './rules/without-person.ts'
import type { Then } from './source-rows.ts'

export interface AnswerToSave {
  surveyId: string
  version: number
  definition: SurveyDefinition
  anonymous: boolean
  road: Road
  invitationId: string | null
  linkId: string | null
  kioskId: string | null
  /** Digest of the submission's key (tokens.ts); null for answers of invitations, which are their own. */
  key: string | null
  about: Then
  customerName: string
  language: string
  values: Values
  state: 'partial' | 'finished'
  /** When it was given. */
  at: Date
  timeZone: string
  imported: boolean
}
export interface SavedAnswer { answerId: string; interactionId: string | null }

/**
 * Writes a new answer, or what has become of `before`. Null when another transaction has just written the same submission: then
 * nothing was written, and the caller reads it and decides anew.
 */
export async function saveAnswer(tx: Tx, given: AnswerToSave, before: StoredAnswer | null): Promise<SavedAnswer | null> {
  const answer = given.anonymous ? withoutPerson(given) : given
  const told = scoreOf(answer.definition, answer.values)
  const comment = storableText(commentOf(answer.definition, answer.values))
  const lastQuestion = answer.definition.questions.findLast((q) => answer.values[q.id] !== undefined)?.id ?? null
  const saved = before === null ? await insert(tx, answer, told, comment, lastQuestion) : await update(tx, answer, before, told, comment, lastQuestion)
  if (saved === null) return null
  if (before?.invalid !== true) {
    await noteFacts(tx, [
      ...(before === null ? [] : [{ ...counted(answer, saved.answerId, before.values, before.state, before.last_question, before.at), language: before.language, weight: -1 as const }]),
      { ...counted(answer, saved.answerId, answer.values, answer.state, lastQuestion, before?.at ?? answer.at), weight: 1 as const },
    ])
  }
  const ids = { answerId: saved.answerId, surveyId: answer.surveyId, ...named('interactionId', saved.interactionId), ...named('ticketId', answer.about.ticketId), ...named('customerId', answer.about.customerId) }
  // A past answer is no news: it rings no alarm, and thousands come at once (`feedback.answersImported` tells of them all).
  if (!answer.imported) tx.publish({ name: before === null ? 'feedback.answerTaken' : 'feedback.answerChanged', ids, detail: { tone: told.tone, road: answer.road } })
  // Told apart, so that a score without a word costs no job of indexing.
  if (comment !== (before?.comment ?? null)) tx.publish({ name: 'feedback.commentWritten', ids })
  return saved
}

interface Told { metric: string | null; score: number | null; min: number | null; max: number | null; tone: string | null }

function scoreOf(definition: SurveyDefinition, values: Values): Told {
  const question = primaryQuestion(definition)
  const value = question === null ? undefined : values[question.id]
  if (question === null || typeof value !== 'number') return { metric: null, score: null, min: null, max: null, tone: null }
  const scale = scaleOf(question)
  return { metric: metricOf(question), score: value, min: scale?.min ?? null, max: scale?.max ?? null, tone: toneOf(question, value) }
}

async function insert(tx: Tx, a: AnswerToSave, told: Told, comment: string | null, lastQuestion: string | null): Promise<SavedAnswer | null> {
  // The id of an anonymous answer must not say when it was given.
  const answerId = a.anonymous ? randomUUID() : newId()
  const interactionId = a.anonymous ? null : newId()
  const rows = await tx.query(
    `insert into answer (org_id, id, survey_id, version, road, invitation_id, link_id, kiosk_id, touchpoint_id, key, customer_id, ticket_id, source_interaction_id, purchase_id, interaction_id,
       staff_id, team_id, queue_id, location_id, reason_id, channel, ticket_result, place, language, values, state, last_question, metric, score, scale_min, scale_max, tone, comment, at, finished_at, imported, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, case when $26 = 'finished' then $34::timestamptz end, $35,
       case when $36 then $34 else clock_timestamp() end, case when $36 then $34 else clock_timestamp() end)
     on conflict do nothing returning id`,
    [tx.orgId, answerId, a.surveyId, a.version, a.road, a.invitationId, a.linkId, a.kioskId, a.about.touchpointId, a.key, a.about.customerId, a.about.ticketId, a.about.sourceInteractionId, a.about.purchaseId, interactionId,
      a.about.staffId, a.about.teamId, a.about.queueId, a.about.locationId, a.about.reasonId, a.about.channel, a.about.ticketResult, storable(a.about.place), a.language, storableJson(a.values), a.state, lastQuestion,
      told.metric, told.score, told.min, told.max, told.tone, comment, a.at, a.imported, a.anonymous], 'insert-answer')
  if (rows.length === 0) return null
  if (interactionId !== null) {
    await recordRating(tx, {
      id: interactionId, ticketId: a.about.ticketId, customerId: a.about.customerId, channel: a.road, at: a.at, fromName: a.customerName, text: comment ?? '', queueId: a.about.queueId, locationId: a.about.locationId,
    })
  }
  return { answerId, interactionId }
}

async function update(tx: Tx, a: AnswerToSave, before: StoredAnswer, told: Told, comment: string | null, lastQuestion: string | null): Promise<SavedAnswer> {
  await tx.query(
    `update answer set values = $3, state = $4, last_question = $5, metric = $6, score = $7, scale_min = $8, scale_max = $9, tone = $10, comment = $11, language = $12,
       finished_at = coalesce(finished_at, case when $4 = 'finished' then case when $13 then at else clock_timestamp() end end), updated_at = case when $13 then at else clock_timestamp() end
     where org_id = $1 and id = $2`,
    [tx.orgId, before.id, storableJson(a.values), a.state, lastQuestion, told.metric, told.score, told.min, told.max, told.tone, comment, a.language, a.anonymous], 'update-answer')
  return { answerId: before.id, interactionId: before.interaction_id }
}

function counted(a: AnswerToSave, answerId: string, values: Values, state: string, lastQuestion: string | null, at: Date): Counted {
  const { about } = a
  return {
    surveyId: a.surveyId, day: dayOf(at, a.timeZone), answerId, version: a.version, road: a.road, channel: about.channel, language: a.language,
    staffId: about.staffId, teamId: about.teamId, queueId: about.queueId, locationId: about.locationId, touchpointId: about.touchpointId,
    counted: countedOfAnswer(a.definition, { values, state, lastQuestion, ticketId: about.ticketId, ticketResult: about.ticketResult }),
  }
}

export const dayOf = (at: Date, timeZone: string): string => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString()

const storableText = (text: string | null): string | null => (text === null || text.trim() === '' ? null : storable(text).trim())
const named = (name: string, id: string | null): Record<string, string> => (id === null ? {} : { [name]: id })
