// May one ticket be merged into another? Pure.
import type { LockedTicket } from '../commands/lock-ticket.ts'

type Asked = Pick<LockedTicket, 'id' | 'number' | 'status_category' | 'merged_into_id'>

/** One sentence why not, or null. */
export function checkMerge(from: Asked, into: Asked): string | null {
  if (from.id === into.id) return 'A ticket cannot be merged into itself: choose another one.'
  if (from.merged_into_id !== null) return `Ticket #${from.number} has been merged already: take that back first.`
  if (into.merged_into_id !== null) return `Ticket #${into.number} has itself been merged: choose the ticket it went into.`
  if (into.status_category === 'closed' && from.status_category !== 'closed') return `Ticket #${into.number} is closed, and an open matter must not vanish in it: reopen it first, or merge the other way round.`
  return null
}
