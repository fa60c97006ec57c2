// What others count of answers, as the results of surveys count it: the tone says who is a promoter, satisfied, or found it easy.
import { metricOf, primaryQuestion, scaleOf, type SurveyDefinition } from '@kontuar/survey'
import type { Tx } from '../../../platform/db/database.ts'

/** With who, where and what as it was then. `at` is epoch milliseconds. */
export interface AnswerToCount {
  id: string; at: number; surveyId: string; touchpointId: string | null; invitationId: string | null; ticketId: string | null; customerId: string | null
  staffId: string | null; teamId: string | null; queueId: string | null; locationId: string | null; reasonId: string | null; channel: string | null; language: string
  metric: 'nps' | 'csat' | 'ces' | null; tone: 'low' | 'middle' | 'high' | null
  /** Points as given; of an effort asked the other way round turned, so that more is easier. */
  score: number | null
  commented: boolean
}

interface Row extends AnswerToCount { definition: SurveyDefinition | null }

/** Those that count: of named surveys, and not taken back. What is missing does not count. */
export async function readAnswersToCount(tx: Tx, ids: readonly string[]): Promise<AnswerToCount[]> {
  const rows = await tx.query<Row>(
    `select a.id, floor(extract(epoch from a.at) * 1000)::float8 as at, a.survey_id as "surveyId", a.touchpoint_id as "touchpointId", a.invitation_id as "invitationId", a.ticket_id as "ticketId", a.customer_id as "customerId",
       a.staff_id as "staffId", a.team_id as "teamId", a.queue_id as "queueId", a.location_id as "locationId", a.reason_id as "reasonId", a.channel, a.language, a.metric, a.tone, a.score, a.comment is not null as commented,
       case when a.metric = 'ces' then v.definition end as definition
     from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id join survey_version v on v.org_id = a.org_id and v.survey_id = a.survey_id and v.version = a.version
     where a.org_id = $1 and a.id = any ($2) and not s.anonymous and a.invalid_at is null`, [tx.orgId, ids], 'answers-to-count')
  return rows.map(({ definition, ...row }) => ({ ...row, score: row.score === null || definition === null ? row.score : easyPoints(definition, row.score) }))
}

function easyPoints(definition: SurveyDefinition, score: number): number {
  const question = primaryQuestion(definition)
  if (question === null || metricOf(question) !== 'ces' || question.reversed !== true) return score
  const { min, max } = scaleOf(question)!
  return min + max - score
}
