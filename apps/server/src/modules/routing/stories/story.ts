// A ticket told from its beginning, for those who count what happened. Instants are epoch milliseconds.
import type { ClockKind, Facts } from '../clocks/derive/types.ts'

export interface StoryEntry {
  id: string
  kind: 'message' | 'call' | 'visit' | 'note' | 'event' | 'rating' | 'signal'
  direction: 'in' | 'out' | 'internal'
  channel: string
  /** When it happened. */
  at: number
  /** When it was written down, if that was later. What it changed of the ticket changed then. */
  toldAt: number
  /** Alike of entries written in one transaction with each other or with the ticket. */
  transaction: number
  automatic: boolean
  mailClass: string
  /** The customer's; of an internal entry the ticket's. */
  customerId: string | null
  staffId: string | null
  byHand: { request: string; decision: string; result: string } | null
  /** A message taken back before it left. */
  cancelled: boolean
  /** As stored: contracts/recorded-interactions.ts. */
  timing: Record<string, unknown> | null
  review: { site: string; stars: number } | null
}

/** One entry that changed the ticket. */
export interface Turn { at: number; transaction: number; entryId: string; staffId: string | null; before: Facts; after: Facts }

/** A wait of the customer's that a person of ours ended. */
export interface GivenResponse { kind: 'first-response' | 'next-response'; entryId: string; askedAt: number; answeredAt: number; queueId: string | null; /** When its calendar was settled. */ settledAt: number }

/** A clock that ended or was missed; `at`: when it was met, or when it was due. */
export interface ClockOutcome { kind: ClockKind; cycle: number; at: number; kept: boolean }

/**
 * A ticket is a complaint since it got a term of law or came to the queue of complaints, whichever was first, wherever it went afterwards. One
 * that a contact brought there is one since that contact: written down days later, it was a complaint all the same when it came.
 */
export interface ComplaintBegin { at: number; /** That made it one; null: that of a term of law, which is no part of the diary. */ transaction: number | null }

export interface TicketStory {
  id: string
  customerId: string
  channel: string
  language: string | null
  createdAt: number
  transaction: number
  /** The customer's first message, when it is older than the ticket. */
  beganAt: number
  closedAt: number | null
  entries: readonly StoryEntry[]
  /** As it was before anything changed. */
  begin: Facts
  turns: readonly Turn[]
  now: Facts
  responses: readonly GivenResponse[]
  clocks: readonly ClockOutcome[]
  /** Null: it is none. */
  complaint: ComplaintBegin | null
}

/** The ticket as it stood at an instant. Of one before it was there (a call is written down days later): as it was placed, since it never stood anywhere else. */
export const factsAt = (story: TicketStory, at: number): Facts => factsAfter(story, at, story.transaction)

/** The ticket as it stood once a transaction was through: with all that was written together. */
export const factsAfter = (story: TicketStory, at: number, transaction: number): Facts => story.turns.findLast((t) => t.at <= at || t.transaction === transaction)?.after ?? story.begin
