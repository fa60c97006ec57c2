import type { Interaction, TicketDetail } from '@kontuar/contracts'

export interface Stay { queueId: string | null; from: string; to: string | null }

/** In which queue from when to when, oldest first, read from the changes in the diary. `to` null: there now. */
export function queueStays(ticket: Pick<TicketDetail, 'queueId' | 'createdAt' | 'closedAt'>, entries: readonly Interaction[]): Stay[] {
  const moves = entries.flatMap(({ at, event }) => {
    const moved = event?.detail['queueId']
    return Array.isArray(moved) && moved.length === 2 ? [{ at, from: moved[0] as string | null, to: moved[1] as string | null }] : []
  }).toSorted((a, b) => a.at.localeCompare(b.at))
  const first: Stay = { queueId: moves[0]?.from ?? ticket.queueId, from: ticket.createdAt, to: moves[0]?.at ?? ticket.closedAt }
  return [first, ...moves.map(({ at, to }, index): Stay => ({ queueId: to, from: at, to: moves[index + 1]?.at ?? ticket.closedAt }))]
}
