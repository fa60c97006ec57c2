// A fact of a ticket with the dimensions the ticket had then.
import type { Facts } from '../../../routing/index.ts'
import type { FactKind, NewFact } from '../measures.ts'
import type { CountingRules } from './counting-rules.ts'
import type { TicketGround } from './ticket-ground.ts'

export interface Happened {
  kind: FactKind
  mark?: string
  at: number
  measures: NewFact['measures']
  /** The ticket as it stood then. */
  then: Facts
  /** Whose it was, or who did it. */
  staffId: string | null
  channel?: string
  entryId?: string
  customerId?: string | null
}

export type FactOf = (happened: Happened) => NewFact

export const factOfTicket = ({ story, newcomer }: TicketGround, rules: CountingRules): FactOf => ({ kind, mark = '', at, measures, then, staffId, channel, entryId, customerId }) => ({
  kind, mark, at, measures, subjectId: story.id, ticketId: story.id, interactionId: entryId ?? null, answerId: null, customerId: customerId ?? story.customerId,
  channel: channel ?? story.channel, language: story.language, queueId: then.queueId, reasonId: rules.reasonOf(then.reasonId), locationId: then.locationId, teamId: rules.teamOf(staffId, then.queueId, at), staffId,
  surveyId: null, touchpointId: null, newcomer, segments: rules.segmentsOf(then.fields),
})
