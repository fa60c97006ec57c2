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

export const reasonsOfTask = ({ dueAt }: Pick<Task, 'dueAt'>, at: number): Reason[] => [{ code: dueAt !== null && Date.parse(dueAt) <= at ? 'task-overdue' : 'task-due', at: dueAt }]
