import type { NewFact } from '../measures.ts'

export interface OutsideRow {
  id: string; what: 'calls' | 'forms-begun'; at: number; locationId: string | null; queueId: string | null; n: number
  /** Of a day: what the same source told of its hours, for the same place and queue; null where it told of none, and of an hour. */
  inHours: number | null
}

/**
 * What an exchange or a website counted, at the beginning of its hour or day. An exchange may tell its hours as they pass and its day at
 * night: a day is then only what its hours leave over, so nothing counts twice and hours that were lost on the way are not missing.
 */
export function outsideFacts({ id, what, at, locationId, queueId, n, inHours }: OutsideRow): NewFact[] {
  const left = n - (inHours ?? 0)
  if (inHours !== null && left <= 0) return []
  return [{
    kind: 'outside', mark: '', at, subjectId: id, measures: what === 'calls' ? { 'outside-calls': left } : { 'outside-forms': left }, ticketId: null, interactionId: null, answerId: null, customerId: null,
    channel: what === 'calls' ? 'phone' : 'form', language: null, queueId, reasonId: null, locationId, teamId: null, staffId: null, surveyId: null, touchpointId: null, newcomer: null, segments: null,
  }]
}
