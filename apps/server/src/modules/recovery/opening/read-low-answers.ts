// Answers as the closed loop sees them: low or not any more, with who, where and what as they were when they were given.
import type { Tx } from '../../../platform/db/database.ts'

export interface LowAnswer {
  id: string; at: Date; low: boolean; survey_id: string; touchpoint_id: string | null; invitation_id: string | null; customer_id: string | null; ticket_id: string | null; location_id: string | null; queue_id: string | null; team_id: string | null; staff_id: string | null
  reason_id: string | null; channel: string | null; language: string; metric: string | null; score: number | null; tone: string | null; comment: string | null; customer_tag_ids: string[]
  /** Who holds the ticket now. */
  assignee_id: string | null
  /** It answers the second question of a loop, and so opens none of its own. */
  second_question: boolean
}

/** Anonymous and imported ones open no loop: nobody can be called, or it was long ago. Taken back it is low no more. */
export const readLowAnswers = (tx: Tx, ids: readonly string[]): Promise<LowAnswer[]> => tx.query<LowAnswer>(
  `select a.id, a.at, coalesce(a.tone = 'low', false) and a.invalid_at is null and not a.imported and not s.anonymous and a.customer_id is not null as low, a.survey_id, a.touchpoint_id, a.invitation_id, a.customer_id, a.ticket_id, a.location_id, a.queue_id, a.team_id, a.staff_id,
     a.reason_id, a.channel, a.language, a.metric, a.score, a.tone, left(a.comment, 10000) as comment, coalesce(c.tag_ids, '{}') as customer_tag_ids, t.assignee_id,
     exists (select from recovery_asking k where k.org_id = a.org_id and k.invitation_id = a.invitation_id) as second_question
   from answer a join survey s on s.org_id = a.org_id and s.id = a.survey_id left join customer c on c.org_id = a.org_id and c.id = a.customer_id left join ticket t on t.org_id = a.org_id and t.id = a.ticket_id
   where a.org_id = $1 and a.id = any ($2) order by a.at, a.id`, [tx.orgId, ids], 'low-answers')
