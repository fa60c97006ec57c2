import type { Ticket, TicketQuery } from '@kontuar/contracts'

/**
 * Whether a ticket that the person just changed still belongs into the list. What a change cannot touch is not looked at;
 * of a saved view only the server knows, so its rows stay until the next load.
 */
export function fits(ticket: Pick<Ticket, 'statusCategory' | 'assigneeId' | 'priority' | 'queueId'>, query: TicketQuery, me: string): boolean {
  const wanted = query.statusCategory?.split(',')
  if (wanted && !wanted.some((each) => each === ticket.statusCategory || (each === 'active' && ticket.statusCategory !== 'closed'))) return false
  if (query.priority && query.priority !== ticket.priority) return false
  if (query.queueId && query.queueId !== ticket.queueId) return false
  if (query.assigneeId === undefined) return true
  return ticket.assigneeId === (query.assigneeId === 'none' ? null : query.assigneeId === 'me' ? me : query.assigneeId)
}
