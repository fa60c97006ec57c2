// Answers, with what they were about when they were given. Those of anonymous surveys are none: an alert would say who and when. Neither are
// those taken back.
import type { Tx } from '../../../../platform/db/database.ts'
import { blank, type Occurrence } from '../occurrence.ts'
import { customerColumns, newcomerSql, ofCustomer, readingColumns, sureSentiment, type CustomerColumns, type ReadColumns } from './about-customer.ts'
import { clockFace } from './clock-face.ts'
import { isNothing, msOf, whichName, whichSql, whichValues, type Which } from './which.ts'

interface Row extends CustomerColumns, ReadColumns {
  id: string; at: number; known: number; imported: boolean; ticket_id: string | null; interaction_id: string | null; customer_id: string | null; channel: string | null; queue_id: string | null; location_id: string | null
  team_id: string | null; staff_id: string | null; reason_id: string | null; language: string; newcomer: boolean | null; survey_id: string; touchpoint_id: string | null; road: string; metric: string | null; score: number | null; scale_min: number | null; scale_max: number | null
  tone: string | null; ticket_result: string | null; tag_ids: string[]; comment: string | null
}

const selectAnswers = (which: Which): string => `select a.id, ${msOf('a.at')} as at, ${msOf('a.created_at')} as known, a.imported, a.ticket_id, a.interaction_id, a.customer_id, a.channel, a.queue_id, a.location_id, a.team_id, a.staff_id, a.reason_id,
    a.language, ${newcomerSql('t')} as newcomer, a.survey_id, a.touchpoint_id, a.road, a.metric, a.score, a.scale_min, a.scale_max, a.tone, a.ticket_result, a.tag_ids, left(a.comment, 10000) as comment, ${customerColumns}, ${readingColumns}
  from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id and not s.anonymous
    left join ticket t on t.org_id = a.org_id and t.id = a.ticket_id left join customer c on c.org_id = a.org_id and c.id = a.customer_id left join reading r on r.org_id = a.org_id and r.id = a.id
  where a.org_id = $1 and a.invalid_at is null and ${whichSql(which, 'a.id', 'a.at')}`

export async function readAnswers(tx: Tx, which: Which, zone: string): Promise<Occurrence[]> {
  if (isNothing(which)) return []
  const rows = await tx.query<Row>(selectAnswers(which), [tx.orgId, ...whichValues(which)], `alert-answers-${whichName(which)}`)
  return rows.map((r) => ({
    ...blank, ...clockFace(r.at, zone), ...ofCustomer(r), subject: 'answer', id: `answer:${r.id}`, key: `answer:${r.id}`, at: r.at, knownAt: Math.max(r.at, r.known), imported: r.imported,
    ticketId: r.ticket_id, answerId: r.id, interactionId: r.interaction_id, customerId: r.customer_id, channel: r.channel, queueId: r.queue_id, locationId: r.location_id, teamId: r.team_id, staffId: r.staff_id, reasonId: r.reason_id,
    language: r.language, newcomer: r.newcomer, text: r.comment ?? '', sentiment: sureSentiment(r), topicId: r.topic_id, surveyId: r.survey_id, touchpointId: r.touchpoint_id, road: r.road, metric: r.metric,
    score: r.score, scaleMin: r.scale_min, scaleMax: r.scale_max, tone: r.tone, ticketResult: r.ticket_result, tagIds: r.tag_ids,
  }))
}
