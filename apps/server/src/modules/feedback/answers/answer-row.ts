// An answer as it is read and shown.
import type { SurveyAnswer } from '@kontuar/contracts'
import type { Values } from '@kontuar/survey'

interface Named { id: string; name: string }
export interface AnswerRow {
  id: string; survey_id: string; survey_name: string; anonymous: boolean; version: number; road: SurveyAnswer['road']; state: 'partial' | 'finished'; at: Date; finished_at: Date | null; language: string
  metric: SurveyAnswer['metric']; score: number | null; scale_min: number | null; scale_max: number | null; tone: SurveyAnswer['tone']; comment: string | null; values: Values
  customer: Named | null; ticket: { id: string; number: number; subject: string } | null; interaction_id: string | null; source_interaction_id: string | null
  staff: Named | null; team: Named | null; queue: Named | null; location: Named | null; touchpoint: Named | null; kiosk: Named | null; reason_id: string | null; channel: string | null; ticket_result: string | null
  place: string; tag_ids: string[]; imported: boolean; invalid_at: Date | null; invalid_reason: string | null
  sort_key: string
}

const named = (alias: string) => `case when ${alias}.id is not null then json_build_object('id', ${alias}.id, 'name', ${alias}.name) end`

/** Of `a`, with the joins below. */
export const answerColumns = `a.id, a.survey_id, v.name as survey_name, v.anonymous, a.version, a.road, a.state, a.at, a.finished_at, a.language, a.metric, a.score, a.scale_min, a.scale_max, a.tone, a.comment, a.values,
  ${named('c')} as customer, case when t.id is not null then json_build_object('id', t.id, 'number', t.number, 'subject', t.subject) end as ticket, a.interaction_id, a.source_interaction_id,
  ${named('p')} as staff, ${named('m')} as team, ${named('u')} as queue, ${named('l')} as location, ${named('h')} as touchpoint, ${named('k')} as kiosk, a.reason_id, a.channel, a.ticket_result,
  a.place, a.tag_ids, a.imported, a.invalid_at, a.invalid_reason`
export const answerJoins = `join survey v on v.org_id = a.org_id and v.id = a.survey_id
  left join customer c on c.org_id = a.org_id and c.id = a.customer_id left join ticket t on t.org_id = a.org_id and t.id = a.ticket_id left join staff p on p.org_id = a.org_id and p.id = a.staff_id
  left join team m on m.org_id = a.org_id and m.id = a.team_id left join queue u on u.org_id = a.org_id and u.id = a.queue_id left join location l on l.org_id = a.org_id and l.id = a.location_id
  left join touchpoint h on h.org_id = a.org_id and h.id = a.touchpoint_id left join kiosk k on k.org_id = a.org_id and k.id = a.kiosk_id`

export function presentAnswer(row: AnswerRow): SurveyAnswer {
  return {
    id: row.id, surveyId: row.survey_id, surveyName: row.survey_name, version: row.version, road: row.road, state: row.state, anonymous: row.anonymous, at: row.at.toISOString(), finishedAt: row.finished_at?.toISOString() ?? null, language: row.language,
    metric: row.metric, score: row.score, scale: row.scale_min === null || row.scale_max === null ? null : { min: row.scale_min, max: row.scale_max }, tone: row.tone, comment: row.comment, values: row.values as unknown as SurveyAnswer['values'],
    customer: row.customer, ticket: row.ticket, interactionId: row.interaction_id, sourceInteractionId: row.source_interaction_id,
    staff: row.staff, team: row.team, queue: row.queue, location: row.location, touchpoint: row.touchpoint, reasonId: row.reason_id, channel: row.channel, ticketResult: row.ticket_result,
    place: row.place, kiosk: row.kiosk, tagIds: row.tag_ids, imported: row.imported, invalid: row.invalid_at === null ? null : { at: row.invalid_at.toISOString(), reason: row.invalid_reason ?? '' },
  }
}
