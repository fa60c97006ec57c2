// A matter of the past as it went: who did what when. Written into the diary as if it had been told then (write-tickets.ts): the
// same entries, changes and times that the program leaves when such a thing happens. Instants are epoch milliseconds.
import type { Locale, Review, Ticket, Timing } from '@kontuar/contracts'
import type { Person } from '../people.ts'

export interface PastTicket {
  id: string
  customer: Person
  subject: string
  language: Locale
  channel: string
  /** By its place in the company's list. */
  mailbox: number | null
  /** Where it was placed when it came: the key of a ready-made queue, and a location by its place in the list. */
  queue: string
  location: number | null
  priority: Ticket['priority']
  tagIds: readonly string[]
  /** In the order in which they were written down. */
  steps: readonly PastStep[]
}

/** What becomes of the ticket: keys of ready-made queues and reasons, addresses of staff. */
export interface Becomes {
  status?: 'open' | 'waiting' | 'closed'
  queue?: string
  location?: number
  reason?: string
  owner?: string
  result?: 'solved' | 'partly' | 'not-solved' | 'rejected' | 'no-answer' | 'other'
}

export type PastStep =
  /** The customer writes: a mail, a form, a messenger. */
  | { does: 'writes'; at: number; channel: string; text: string }
  /** A colleague answers in words; the first one who does becomes the owner. */
  | { does: 'answers'; at: number; channel: string; staff: string; text: string; becomes: Becomes }
  | { does: 'notes'; at: number; staff: string; text: string }
  /** Written down by a colleague or an exchange at `toldAt`; `staff` had it, null: nobody took it. */
  | { does: 'records'; at: number; toldAt: number; kind: 'call' | 'visit' | 'message'; channel: string; direction: 'in' | 'out'; by: string; staff: string | null; said: Said; timing?: Timing; review?: Review; becomes: Becomes }
  | { does: 'changes'; at: number; staff: string; becomes: Becomes }

export interface Said { request: string; decision?: string; result?: string }

/** When it was written down, which is when it changes the ticket. */
export const toldAtOf = (step: PastStep): number => (step.does === 'records' ? step.toldAt : step.at)

/** Up to an instant: what lies after it has not happened yet. Null: nothing has. */
export function until(ticket: PastTicket, now: number): PastTicket | null {
  const cut = ticket.steps.findIndex((step) => toldAtOf(step) >= now)
  if (cut === 0) return null
  return cut < 0 ? ticket : { ...ticket, steps: ticket.steps.slice(0, cut) }
}
