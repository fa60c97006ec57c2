// What those who watch hand to those who keep alerts and tell people: the only thing both know of each other.
import type { AlertDeliveryWish } from '@kontuar/contracts'

/** One thing that made a rule fire. The same occurrence of a rule again changes nothing, whoever brings it and however often. */
export interface Firing {
  ruleId: string
  ruleVersion: number
  /** Of an event its subject ('answer:<id>', 'interaction:<id>', 'ticket:<id>:reopened:<entry>', 'breach:<ticket>:<clock>:<instant>'), of a run its last member, of a figure and of silence place and moment ('<place>:<instant>'), of a warning 'warning:<id>'. */
  occurrence: string
  /** What the alert is about: firings under the same key count up the alert that is open. */
  key: string
  /** When it happened, not when it was noticed. */
  at: Date
  urgent: boolean
  /** There is nothing to judge by: said as such, not as an alarm. */
  noData: boolean
  /** Codes and figures for the sentence "why now" (their shape: why.ts); never texts of customers. */
  why: Record<string, unknown>
  ticketId?: string | null
  answerId?: string | null
  interactionId?: string | null
  customerId?: string | null
  warningId?: string | null
  locationId?: string | null
  queueId?: string | null
  teamId?: string | null
  staffId?: string | null
}

/** A figure that is back beyond its line, a silence that is broken, a warning that is over: their alert ends by itself. */
export interface Settled {
  ruleId: string
  key: string
  at: Date
}

/**
 * Whether it passes quiet hours and waits for nothing. That there is nothing to judge a figure by is never urgent, also of an urgent rule: it is
 * no alarm, it means that for days nothing came, and one night more changes nothing. Who wants to be woken when nothing comes makes a rule of
 * silence and calls that urgent: then the rule says so.
 */
export const isUrgent = (delivery: Pick<AlertDeliveryWish, 'urgent'>, firing: Pick<Firing, 'urgent' | 'noData'>): boolean => !firing.noData && (delivery.urgent || firing.urgent)
