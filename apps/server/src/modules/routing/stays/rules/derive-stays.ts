// Where a ticket stood, with whom and how long, told by its diary alone. Pure: the same entries give the same stays,
// however often they are asked.
//
// Not everything leaves an entry: an answer that is taken back restores what was, and tickets older than the desk know
// of no queue. So what an entry says there was before it is believed over what was thought, and the last stay is where
// the ticket stands now.

export interface TicketNow { id: string; createdAt: Date; queueId: string | null; assigneeId: string | null; closed: boolean; closedAt: Date | null }

/** One entry of the diary that moved, assigned, closed or reopened the ticket: [before, after]. */
export interface StayChange {
  id: string
  at: Date
  queueId?: [string | null, string | null]
  assigneeId?: [string | null, string | null]
  closed?: [boolean, boolean]
}

export interface Stay {
  /** Of the entry it began with; the first one has the ticket's. */
  id: string
  queueId: string | null
  assigneeId: string | null
  enteredAt: Date
  leftAt: Date | null
}

interface State { queueId: string | null; assigneeId: string | null; open: boolean }

/** @param changes in the order in which they were written */
export function deriveStays(ticket: TicketNow, changes: readonly StayChange[]): Stay[] {
  // What stood there at the beginning is what the first change of its kind says was before.
  const moved = changes.find((c) => c.queueId)?.queueId
  const given = changes.find((c) => c.assigneeId)?.assigneeId
  let state: State = { queueId: moved ? moved[0] : ticket.queueId, assigneeId: given ? given[0] : ticket.assigneeId, open: true }
  const stays: Stay[] = [{ id: ticket.id, queueId: state.queueId, assigneeId: state.assigneeId, enteredAt: ticket.createdAt, leftAt: null }]
  let latest = ticket.createdAt
  for (const change of changes) {
    state = believe(stays.at(-1)!, state, change)
    const next: State = {
      queueId: change.queueId ? change.queueId[1] : state.queueId, assigneeId: change.assigneeId ? change.assigneeId[1] : state.assigneeId, open: change.closed ? !change.closed[1] : state.open,
    }
    // Clocks of two machines differ: nothing is left before it was entered.
    if (change.at > latest) latest = change.at
    const same = next.open === state.open && next.queueId === state.queueId && next.assigneeId === state.assigneeId
    if (!same && state.open) stays.at(-1)!.leftAt = latest
    // Closed, a ticket stays nowhere, whoever it is given to.
    if (!same && next.open) stays.push({ id: change.id, queueId: next.queueId, assigneeId: next.assigneeId, enteredAt: latest, leftAt: null })
    state = next
  }
  settle(stays.at(-1)!, state, ticket, latest)
  return join(stays)
}

/** What the entry says there was before it. Of a reopening that left no entry nobody knows when it was: the stay went on. */
function believe(last: Stay, state: State, { queueId, assigneeId, closed }: StayChange): State {
  const before: State = { queueId: queueId ? queueId[0] : state.queueId, assigneeId: assigneeId ? assigneeId[0] : state.assigneeId, open: state.open || closed?.[0] === false }
  if (before.open) Object.assign(last, { queueId: before.queueId, assigneeId: before.assigneeId }, state.open ? {} : { leftAt: null })
  return before
}

function settle(last: Stay, state: State, ticket: TicketNow, latest: Date) {
  if (!ticket.closed) Object.assign(last, { queueId: ticket.queueId, assigneeId: ticket.assigneeId, leftAt: null })
  else if (state.open) last.leftAt = ticket.closedAt !== null && ticket.closedAt > latest ? ticket.closedAt : latest
}

/** Two that touch and say the same are one. */
function join(stays: readonly Stay[]): Stay[] {
  const joined: Stay[] = []
  for (const stay of stays) {
    const last = joined.at(-1)
    if (last && last.leftAt?.getTime() === stay.enteredAt.getTime() && last.queueId === stay.queueId && last.assigneeId === stay.assigneeId) last.leftAt = stay.leftAt
    else joined.push(stay)
  }
  return joined
}
