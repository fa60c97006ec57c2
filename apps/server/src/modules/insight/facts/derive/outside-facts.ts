import type { NewFact } from '../measures.ts'

export interface OutsideRow { id: string; what: 'calls' | 'forms-begun'; at: number; locationId: string | null; queueId: string | null; n: number }

/** What an exchange or a website counted, at the beginning of its hour or day. */
export const outsideFact = ({ id, what, at, locationId, queueId, n }: OutsideRow): NewFact => ({
  kind: 'outside', mark: '', at, subjectId: id, measures: what === 'calls' ? { 'outside-calls': n } : { 'outside-forms': n }, ticketId: null, interactionId: null, answerId: null, customerId: null,
  channel: what === 'calls' ? 'phone' : 'form', language: null, queueId, reasonId: null, locationId, teamId: null, staffId: null, surveyId: null, touchpointId: null, newcomer: null, segments: null,
})
