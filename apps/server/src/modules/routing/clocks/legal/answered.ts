/*
 * When a complaint counts as answered: once its ticket is closed, by the last reply a person sent before that, on or after
 * the day of receipt ("we are looking into it" answers nothing, so an open ticket is unanswered whatever was written).
 * Whoever closes first and writes then has answered with that first letter. The call or visit that brings the complaint is no
 * answer to it, though a colleague took part in it. A merge answers nothing, a reopening takes it back.
 */
import { factsOverTime } from '../derive/facts-over-time.ts'
import { staysOf, type CategoryOf } from '../derive/runs.ts'
import type { TicketHistory } from '../derive/types.ts'

export interface Answer { at: number; interactionId: string | null }

/** @param receivedAt first instant of the day of receipt */
export function answerOf(history: TicketHistory, receivedAt: number, categoryOf: CategoryOf): Answer | null {
  if (history.now.mergedIntoId !== null || categoryOf(history.now.status) !== 'closed') return null
  const closedAt = staysOf(history, factsOverTime(history), categoryOf).at(-1)!.fromAt
  const first = history.entries.find((e) => e.meaning !== null)
  const replies = history.entries.filter((e) => e.meaning === 'reply' && e.at >= receivedAt && e !== first)
  const reply = replies.findLast((e) => e.at <= closedAt) ?? replies[0]
  return reply === undefined ? null : { at: reply.at, interactionId: reply.interactionId ?? null }
}
