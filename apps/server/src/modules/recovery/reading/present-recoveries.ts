// Loops for a reader: with the comment where they may read it, and the score where ratings are shown to them.
import type { Recovery } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { readFeedbackSettings, readShownComments } from '../../feedback/index.ts'
import type { RecoveryRow } from './recovery-row.ts'
import type { Reader } from './seen-recoveries.ts'

const iso = (at: Date | null) => at?.toISOString() ?? null

/** Whether the reader may see them is the caller's question (seen-recoveries.ts). */
export async function presentRecoveries(tx: Tx, rows: readonly RecoveryRow[], reader: Reader): Promise<Recovery[]> {
  if (rows.length === 0) return []
  const readsFeedback = reader.permissions.has('feedback.read')
  const comments = await readShownComments(tx, rows.map((r) => r.answer_id), { restricted: reader.access === 'granted', readsFeedback })
  const showsScore = readsFeedback || (await readFeedbackSettings(tx)).agentsSee !== 'nothing'
  return rows.map((r) => ({
    id: r.id, state: r.state, answerId: r.answer_id, surveyName: r.survey_name ?? '', score: showsScore ? r.score : null, scaleMax: showsScore ? r.scale_max : null, metric: r.metric, comment: comments.get(r.answer_id)?.comment ?? null, answeredAt: r.answered_at.toISOString(),
    customer: r.customer, ticket: r.ticket, location: r.location, queue: r.queue, team: r.team, staff: r.staff, owner: r.owner, because: r.because, openedAt: r.opened_at.toISOString(), reachDueAt: iso(r.reach_due_at), dueAt: iso(r.due_at), reachLate: r.reach_late, late: r.late,
    contactedAt: iso(r.contacted_at), reachInteractionId: r.reach_interaction_id, cause: r.cause, remedy: r.remedy, closedAt: iso(r.closed_at), closedByName: r.closed_by_name, closedAs: r.closed_as,
    inTime: r.closed_at === null || r.due_at === null ? null : !r.late, askedAt: iso(r.asked_at), secondAnswerId: r.second_answer_id, recovered: r.recovered, cameBackAt: iso(r.came_back_at), taskId: r.task_id,
  }))
}
