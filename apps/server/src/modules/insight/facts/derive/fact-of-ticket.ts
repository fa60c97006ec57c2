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
  state: Facts
  /** Whose it was, or who did it. */
  staffId: string | null
  channel?: string
  entryId?: string
  customerId?: string | null
}

export type FactOf = (happened: Happened) => NewFact

export const factOfTicket = ({ story, newcomer }: TicketGround, rules: CountingRules): FactOf => ({ kind, mark = '', at, measures, state, staffId, channel, entryId, customerId }) => ({
  kind, mark, at, measures, subjectId: story.id, ticketId: story.id, interactionId: entryId ?? null, answerId: null, customerId: customerId ?? story.customerId,
  channel: channel ?? story.channel, language: story.language, queueId: state.queueId, reasonId: rules.reasonOf(state.reasonId), locationId: state.locationId, teamId: rules.teamOf(staffId, state.queueId, at), staffId,
  surveyId: null, touchpointId: null, newcomer, segments: rules.segmentsOf(state.fields),
})
