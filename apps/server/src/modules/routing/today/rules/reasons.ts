// Why a line of "Today" stands where it stands, the weightiest first.
import type { Static } from 'typebox'
import type { Task, Ticket, TodayReason } from '@kontuar/contracts'

type Reason = Static<typeof TodayReason>
/** As the ring on the screen turns amber: in the last quarter. Of a deadline whose beginning is not known, four hours before. */
const lastShare = 0.25
const soonMs = 4 * 3_600_000

/** @param at the moment the list was begun, epoch milliseconds */
export function reasonsOfTicket(ticket: Pick<Ticket, 'priority' | 'dueAt' | 'dueFrom' | 'dueKind' | 'waitingSince'>, at: number): Reason[] {
  const { dueAt, dueFrom } = ticket
  const reasons: Reason[] = []
  if (ticket.priority === 'urgent') reasons.push({ code: 'urgent', at: null })
  if (dueAt !== null) {
    const left = Date.parse(dueAt) - at
    const soon = dueFrom === null ? soonMs : (Date.parse(dueAt) - Date.parse(dueFrom)) * lastShare
    reasons.push({ code: left <= 0 ? 'overdue' : left <= soon ? 'due-soon' : 'due', at: dueAt })
    if (ticket.dueKind === 'legal' || ticket.dueKind === 'legal-internal') reasons.push({ code: 'legal', at: dueAt })
  }
  if (ticket.waitingSince !== null) reasons.push({ code: 'customer-waits', at: ticket.waitingSince })
  if (dueAt === null && ticket.priority !== 'urgent') reasons.push({ code: 'no-deadline', at: null })
  return reasons
}

/** A reminder brings a task into the day on which it is to be thought of; once it is overdue, that says more. */
export function reasonsOfTask({ dueAt, remindAt }: Pick<Task, 'dueAt' | 'remindAt'>, at: number): Reason[] {
  if (dueAt !== null && Date.parse(dueAt) <= at) return [{ code: 'task-overdue', at: dueAt }]
  if (remindAt !== null && (dueAt === null || Date.parse(remindAt) < Date.parse(dueAt))) return [{ code: 'task-reminder', at: remindAt }, ...(dueAt === null ? [] : [{ code: 'task-due' as const, at: dueAt }])]
  return [{ code: 'task-due', at: dueAt }]
}
