// Answers of named surveys, and invitations that reached somebody.
import { factsAt, type TicketStory } from '../../../routing/index.ts'
import type { AnswerToCount, InvitationToCount } from '../../../feedback/index.ts'
import type { NewFact } from '../measures.ts'
import type { CountingRules } from './counting-rules.ts'
import { readingFact } from './reading-facts.ts'
import type { TextReading } from './ticket-ground.ts'

/** The ticket it is about, if there is one: it says whether the customer was new, and what the custom fields were then. */
export interface AboutTicket { story: TicketStory; newcomer: boolean }

export function answerFacts(answer: AnswerToCount, about: AboutTicket | null, reading: TextReading | null, rules: CountingRules): NewFact[] {
  const fact: NewFact = { ...placed(answer, about, rules), kind: 'answer', answerId: answer.id, measures: { answer: 1, commented: answer.commented ? 1 : 0, ...scoreMeasures(answer) } }
  return [fact, ...(reading === null || !answer.commented ? [] : readingFact(reading, fact))]
}

export function invitationFact(invitation: InvitationToCount, about: AboutTicket | null, rules: CountingRules): NewFact {
  return { ...placed(invitation, about, rules), kind: 'invitation', answerId: null, measures: { 'delivered-answered': invitation.answered ? 1 : 0, ...(invitation.unconfirmed ? { unconfirmed: 1 } : {}) } }
}

/** What was said by or of a customer, with what was known of the matter then. */
type Said = Pick<InvitationToCount, 'id' | 'at' | 'surveyId' | 'touchpointId' | 'ticketId' | 'staffId' | 'teamId' | 'queueId' | 'locationId' | 'reasonId' | 'channel' | 'language'> & { customerId: string | null }

export function placed(said: Said, about: AboutTicket | null, rules: CountingRules): Omit<NewFact, 'kind' | 'answerId' | 'measures'> {
  return {
    mark: '', at: said.at, subjectId: said.id, ticketId: said.ticketId, interactionId: null, customerId: said.customerId, channel: said.channel, language: said.language, queueId: said.queueId, reasonId: rules.reasonOf(said.reasonId),
    locationId: said.locationId, teamId: said.teamId, staffId: said.staffId, surveyId: said.surveyId, touchpointId: said.touchpointId, newcomer: about?.newcomer ?? null, segments: about === null ? null : rules.segmentsOf(factsAt(about.story, said.at).fields),
  }
}

/** By the tone, as the results of the survey count (packages/survey): high is a promoter, satisfied, easy. */
function scoreMeasures({ metric, tone, score }: AnswerToCount): NewFact['measures'] {
  if (metric === null || tone === null || score === null) return {}
  const high = tone === 'high' ? 1 : 0
  switch (metric) {
    case 'nps': return { nps: score, [tone === 'high' ? 'promoter' : tone === 'middle' ? 'passive' : 'detractor']: 1 }
    case 'csat': return { 'csat-satisfied': high }
    case 'ces': return { 'ces-easy': high, 'ces': score }
  }
}
