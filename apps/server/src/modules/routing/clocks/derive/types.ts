// What clocks are derived from, and what comes out. Instants are epoch milliseconds, durations say their unit.
import type { SlaClock, SlaDefinition, Ticket } from '@kontuar/contracts'

export type ClockKind = SlaClock['kind']
export type ClockState = SlaClock['state']
export type Category = 'new' | 'open' | 'waiting' | 'closed'

/** What decides over policy, target and pauses, as it was at some instant. */
export interface Facts {
  status: string
  priority: Ticket['priority']
  queueId: string | null
  reasonId: string | null
  locationId: string | null
  tagIds: readonly string[]
  /** Custom fields of the ticket by field id. */
  fields: Readonly<Record<string, unknown>>
  result: string | null
  mergedIntoId: string | null
  /** Nothing of a clock depends on it; whoever counts work asks whose it was. */
  assigneeId: string | null
  // The diary keeps no changes of these: they are taken as they are now.
  channel: string
  mailboxId: string | null
  language: string | null
  customerTagIds: readonly string[]
}

/** `customer`: a person among our customers waits for us; `reply`: a person of ours was in touch with them. */
export type EntryMeaning = 'customer' | 'reply' | null

export interface Entry {
  at: number
  meaning: EntryMeaning
  /** By field of Facts: [from, to]. */
  changes: Readonly<Record<string, readonly [unknown, unknown]>> | null
  /** A message taken back before it left: it means nothing, and its changes count only where they were not undone. */
  cancelled: boolean
  /** Since when the customer waits, if that is longer: their message stands in a ticket that was merged into this one. */
  since?: number
  /** That ticket, merged into this one. */
  brought?: string
  /** That ticket's merge into this one was taken back: whoever waited there waits there again. */
  returned?: string
  /** Of the row it comes from. */
  interactionId?: string
  /** When it was written down, if that was later: a call is entered after it was made. */
  recordedAt?: number
}

export interface TicketHistory {
  createdAt: number
  /** In the order in which things happened. */
  entries: readonly Entry[]
  /** As the ticket stands now. */
  now: Facts
}

/** The arithmetic of a clock: business time, or time as it passes. */
export interface ClockTime {
  /** The first instant by which so much counted time has passed. */
  add(at: number, durationMs: number): number
  between(fromAt: number, toAt: number): number
  steps(fromAt: number, toAt: number): TimeStep[]
}
export interface TimeStep { kind: string; fromAt: number; toAt: number; countedMs: number; name?: string }

export interface PolicyInForce { id: string; version: number; name: string; definition: SlaDefinition }
export interface CalendarInForce { id: string; version: number; time: ClockTime }

/** The organization's settings, by version. */
export interface ClockRules {
  policyAt(facts: Facts, at: number): PolicyInForce | null
  calendarAt(policy: PolicyInForce, facts: Facts, at: number): CalendarInForce | null
  policyVersion(id: string, version: number): PolicyInForce | null
  calendarVersion(id: string, version: number): CalendarInForce | null
  categoryOf(status: string): Category
}

/** What a stored clock remembers of what the diary does not know: by which versions it was counted when it stopped. */
export interface KeptVersions { stoppedAt: number; policyId: string; policyVersion: number; calendarId: string | null; calendarVersion: number | null }

/** A stretch in which the clock ran or stood still; `toAt` is null for the last one of a clock that has not stopped. */
export interface Span { fromAt: number; toAt: number | null; runs: boolean; status: string }

export interface DerivedClock {
  kind: ClockKind
  cycle: number
  state: ClockState
  policy: PolicyInForce
  calendar: CalendarInForce | null
  time: ClockTime
  status: string | null
  targetSeconds: number
  startedAt: number
  /** When so much of the target was or will be used; null while that is not known, because the clock stands still. */
  warnAt: number | null
  /** As warnAt, for the whole target. Of a clock that stopped in time: when it would have been due. */
  dueAt: number | null
  stoppedAt: number | null
  /** Counted until it stopped or paused; null while it runs. */
  usedSeconds: number | null
  spans: readonly Span[]
}
