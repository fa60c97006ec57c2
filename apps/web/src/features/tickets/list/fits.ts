import type { Ticket, TicketQuery } from '@kontuar/contracts'

/** Whether a ticket that the person just changed still belongs into the list. What a change cannot touch is not looked at. */
export function fits(ticket: Pick<Ticket, 'statusCategory' | 'assigneeId' | 'priority'>, query: TicketQuery, me: string): boolean {
  const wanted = query.statusCategory?.split(',')
  if (wanted && !wanted.some((each) => each === ticket.statusCategory || (each === 'active' && ticket.statusCategory !== 'closed'))) return false
  if (query.priority && query.priority !== ticket.priority) return false
  if (query.assigneeId === undefined) return true
  return ticket.assigneeId === (query.assigneeId === 'none' ? null : query.assigneeId === 'me' ? me : query.assigneeId)
}
