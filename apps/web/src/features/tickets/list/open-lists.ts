// The lists that were opened, kept for coming back to the same place.
import { getTicket, listTickets, type Ticket, type TicketQuery } from '@kontuar/contracts'
import { api } from '../../../api/api.ts'
import { fits } from './fits.ts'
import { TicketList } from './ticket-list.ts'

const pageSize = 100
const most = 8
const lists = new Map<string, { query: TicketQuery; me: string; list: TicketList }>()

export function openList(me: string, query: TicketQuery): TicketList {
  const key = JSON.stringify([me, query])
  const found = lists.get(key)
  if (found) lists.delete(key)
  const entry = found ?? {
    query,
    me,
    list: new TicketList({
      page: (cursor) => api(listTickets, { query: { ...query, limit: pageSize, ...(cursor === null ? {} : { cursor }) } }),
      one: (id) => api(getTicket, { params: { id } }),
    }),
  }
  lists.set(key, entry)
  for (const oldest of lists.keys()) if (lists.size > most) lists.delete(oldest)
  return entry.list
}

/** Another list of tickets that shows the person's own changes at once (Today); answers how to take one back. */
type Hearer = (ticket: Ticket, change: Partial<Ticket>) => () => void
const hearers = new Set<Hearer>()
export const onOwnChange = (hearer: Hearer): void => void hearers.add(hearer)

/** Shows the person's own change in every list; answers how to take it back. */
export function changeInLists(ticket: Ticket, change: Partial<Ticket>): () => void {
  const changed = { ...ticket, ...change }
  const backs = [...lists.values()].map(({ query, me, list }) => {
    if (fits(ticket, query, me) && !fits(changed, query, me)) return list.remove(ticket.id)
    list.patch(ticket.id, change)
    return () => list.patch(ticket.id, ticket)
  })
  for (const hear of hearers) backs.push(hear(ticket, change))
  return () => backs.forEach((back) => back())
}
