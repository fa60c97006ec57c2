// A fact in the words of the recomputation: without marks and ids, which nobody counts by.
import type { NewFact } from '../measures.ts'

export type Told = Omit<NewFact, 'mark'>
const names: readonly (keyof Told)[] = ['kind', 'at', 'subjectId', 'ticketId', 'interactionId', 'answerId', 'customerId', 'channel', 'language', 'queueId', 'reasonId', 'locationId', 'teamId', 'staffId', 'surveyId', 'touchpointId', 'newcomer']
const inOrder = (record: Readonly<Record<string, unknown>> | null) => (record === null ? null : Object.fromEntries(Object.keys(record).sort().map((k) => [k, typeof record[k] === 'number' ? Math.round((record[k] as number) * 1e6) / 1e6 : record[k]])))

/** One line each, in an order that does not hang on how they were made. */
export const linesOf = (facts: readonly Told[]): string[] => facts.map((f) => JSON.stringify({ ...Object.fromEntries(names.map((n) => [n, f[n]])), measures: inOrder(f.measures), segments: inOrder(f.segments) })).sort()
export const nothing = { ticketId: null, interactionId: null, answerId: null, customerId: null, channel: null, language: null, queueId: null, reasonId: null, locationId: null, teamId: null, staffId: null, surveyId: null, touchpointId: null, newcomer: null, segments: null }
