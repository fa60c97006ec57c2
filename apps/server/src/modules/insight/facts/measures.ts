// What facts carry: the vocabulary between those who note facts and those who count them. A fact is one thing that happened; its
// measures are what is counted of it. A figure's rows are the facts that carry the measures of its denominator.
import type { Dimension } from '@kontuar/contracts'

export type FactKind = 'ticket-opened' | 'ticket-closed' | 'ticket-reopened' | 'ticket-resolved' | 'ticket-window' | 'ticket-transferred' | 'complaint' | 'stay-entered' | 'stay-left' | 'clock' | 'entry' | 'answer' | 'invitation' | 'at-work' | 'outside' | 'reading' | 'recovery'

export interface Measure {
  kind: FactKind
  /** `one`: 1 by its presence. `zero-or-one`: a share's numerator. `seconds`, `number`: a value; histograms are kept where `bins` is set. */
  values: 'one' | 'zero-or-one' | 'seconds' | 'number'
  /** `duration`: log buckets of packages/statistics; `score`: the value itself, a whole number. */
  bins?: 'duration' | 'score'
}

const one = (kind: FactKind): Measure => ({ kind, values: 'one' })
const yesNo = (kind: FactKind): Measure => ({ kind, values: 'zero-or-one' })
const seconds = (kind: FactKind): Measure => ({ kind, values: 'seconds', bins: 'duration' })
const score = (kind: FactKind): Measure => ({ kind, values: 'number', bins: 'score' })

export const measures = {
  // Tickets that were merged into another count nowhere; their entries do.
  'opened': one('ticket-opened'),
  'closed': one('ticket-closed'), // each closing, by hand of `staff`
  'reopened': one('ticket-reopened'),
  // At the last closing of a ticket that is closed. Waiting for the customer is left out of the first two and shown by the third.
  'resolution': seconds('ticket-resolved'), // business time of the queue's calendar
  'resolution-clock': seconds('ticket-resolved'),
  'waiting-for-customer': seconds('ticket-resolved'), // as time passes
  'one-touch': yesNo('ticket-resolved'), // one human reply in all, never reopened
  'thread-length': score('ticket-resolved'), // messages in and out, without automatic ones
  'rated': yesNo('ticket-resolved'), // some answer stands beside it
  'reopened-after': yesNo('ticket-resolved'),
  'with-reason': yesNo('ticket-resolved'),
  // Windows of repeats (settings.repeatWindowDays) at the last closing. Exactly one of -kept and -open of each pair.
  'repeat-kept': yesNo('ticket-window'), // 1: no further contact of the same customer for the same reason within the window, and no reopening
  'repeat-open': one('ticket-window'), // the window has not ended
  'chain-kept': yesNo('ticket-window'), // of tickets that begin a chain: 1 when none of the same customer and reason followed within the window
  'chain-open': one('ticket-window'),
  'transferred': one('ticket-transferred'), // another queue, or another owner's team, after the first placement
  'complaint': one('complaint'),
  'complaint-repeated': yesNo('complaint'), // the same customer had complained within settings.complaintWindowDays
  // Entered less left is how many are open.
  'entered': one('stay-entered'),
  'left': one('stay-left'),
  'sla-kept': yesNo('clock'), // every clock that ended, or was missed
  'sla-first-response': yesNo('clock'),
  'sla-next-response': yesNo('clock'),
  'sla-resolution': yesNo('clock'),
  'contact-in': one('entry'), // a customer wrote, called, came; no machines
  'contact-out': one('entry'), // a person of ours did
  'automatic-out': one('entry'),
  'note': one('entry'),
  // On the entry of the reply.
  'first-response': seconds('entry'),
  'first-response-clock': seconds('entry'),
  'next-response': seconds('entry'),
  'next-response-clock': seconds('entry'),
  'answered-by-machine': yesNo('entry'), // of incoming: 1 when only a machine had answered when the ticket was resolved
  // Recorded by hand.
  'recorded': one('entry'),
  'completeness': { kind: 'entry', values: 'number' }, // 0 to 1: request, decision or result, reason, place or queue
  'without-result': yesNo('entry'),
  // Calls and chats with their times.
  'menu-entered': one('entry'),
  'menu-left': yesNo('entry'), // of those that entered the menu: 1 when left without being served
  'offered': one('entry'),
  'answered': one('entry'),
  'answered-wait': seconds('entry'),
  'answered-within': yesNo('entry'), // of answered ones, within the queue's T of then
  'abandoned': one('entry'), // without short ones
  'abandoned-wait': seconds('entry'),
  'abandoned-late': one('entry'), // after T
  'abandoned-short': one('entry'),
  'handle': seconds('entry'), // talk + hold + wrap-up of an answered one
  'talk': seconds('entry'),
  'hold': seconds('entry'),
  'wrap-up': seconds('entry'),
  'review-stars': score('entry'),
  'review-good': yesNo('entry'), // four or five stars
  // Answers. Those of anonymous surveys are not among the facts: their results stand on their own page, with its guards.
  'answer': one('answer'),
  'nps': score('answer'),
  'promoter': one('answer'), 'passive': one('answer'), 'detractor': one('answer'),
  'csat-satisfied': yesNo('answer'),
  'ces-easy': yesNo('answer'),
  'ces': { kind: 'answer', values: 'number' }, // points so that more is easier
  'commented': yesNo('answer'),
  'delivered-answered': yesNo('invitation'), // of delivered invitations: 1 when answered
  'unconfirmed': one('invitation'), // clicked in the mail and never confirmed
  // Time at work in pieces of at most an hour; handling of the calls that began in it stands on the calls.
  'available': seconds('at-work'), // ready and not handling a call or chat
  'outside-calls': { kind: 'outside', values: 'number' },
  'outside-forms': { kind: 'outside', values: 'number' },
  // Low scores that somebody has to answer for, and what became of them; mistaken ones are none. Each at the instant at which it came about.
  'loop-opened': one('recovery'),
  'time-to-contact': seconds('recovery'), // from the low score to the first contact of a person; business time of the queue
  'time-to-contact-clock': seconds('recovery'),
  'contacted-in-time': yesNo('recovery'), // once it was kept, or its time has passed
  'closed-in-time': yesNo('recovery'),
  'second-asked': one('recovery'), // was it solved? sent
  'recovered': yesNo('recovery'), // of those who answered it: their last word
  'came-back-so-far': one('recovery'), // when it did
  // At the closing as solved. Exactly one of them.
  'came-back': yesNo('recovery'), // 1: within the days set another low score, or a task of the same cause
  'came-back-open': one('recovery'), // the days have not ended
  // Readings sure enough to be shown.
  'negative': yesNo('reading'), 'neutral': yesNo('reading'), 'positive': yesNo('reading'),
} as const satisfies Record<string, Measure>

export type MeasureName = keyof typeof measures
export const measureNames = Object.keys(measures) as MeasureName[]

/** The dimensions of a fact. Null: none of it. Queue, reason, location as they were then; team: the person's team then, else the queue's where it has one. */
export interface FactDimensions {
  channel: string | null
  language: string | null
  queueId: string | null
  reasonId: string | null
  locationId: string | null
  teamId: string | null
  staffId: string | null
  surveyId: string | null
  touchpointId: string | null
  /** The customer had never been in touch before this ticket. */
  newcomer: boolean | null
  /** {custom field id: value} of tickets' fields with choices. */
  segments: Readonly<Record<string, unknown>> | null
}

export interface NewFact extends FactDimensions {
  kind: FactKind
  /** Epoch milliseconds. */
  at: number
  /** Of the ticket, answer, invitation, text, stay, count or low score's loop it was derived from. */
  subjectId: string
  /** Tells facts of one kind and subject apart: the entry's id, the clock's kind and cycle, the hour. */
  mark: string
  measures: Partial<Record<MeasureName, number>>
  ticketId: string | null
  interactionId: string | null
  answerId: string | null
  customerId: string | null
}

/** Columns of table fact by dimension. */
export const dimensionColumns: Record<Dimension, string> = {
  channel: 'channel', queue: 'queue_id', reason: 'reason_id', location: 'location_id', team: 'team_id', staff: 'staff_id', survey: 'survey_id', touchpoint: 'touchpoint_id', language: 'language', newcomer: 'newcomer',
}
