// Facts of some subjects as they count now: added and not taken back.
import type { Tx } from '../../../../platform/db/database.ts'
import type { NewFact } from '../measures.ts'

export interface StoredFact extends NewFact { id: string }

export const selectNetFacts = `select f.id, f.kind, floor(extract(epoch from f.at) * 1000)::float8 as at, f.subject_id as "subjectId", f.mark, f.measures, f.ticket_id as "ticketId", f.interaction_id as "interactionId", f.answer_id as "answerId", f.customer_id as "customerId",
    f.channel, f.language, f.queue_id as "queueId", f.reason_id as "reasonId", f.location_id as "locationId", f.team_id as "teamId", f.staff_id as "staffId", f.survey_id as "surveyId", f.touchpoint_id as "touchpointId", f.newcomer, f.segments
   from fact f where f.org_id = $1 and f.subject_id = any ($2) and f.weight = 1 and not exists (select from fact r where r.org_id = f.org_id and r.retracts = f.id) order by f.id`

export const readNetFacts = (tx: Tx, subjectIds: readonly string[]): Promise<StoredFact[]> => tx.query<StoredFact>(selectNetFacts, [tx.orgId, subjectIds], 'net-facts')

const columns = ['kind', 'at', 'subjectId', 'mark', 'ticketId', 'interactionId', 'answerId', 'customerId', 'channel', 'language', 'queueId', 'reasonId', 'locationId', 'teamId', 'staffId', 'surveyId', 'touchpointId', 'newcomer'] as const

/** Alike of two facts that say the same, whatever order their measures are in. */
export const wordingOf = (fact: NewFact): string => JSON.stringify([...columns.map((c) => fact[c]), sorted(fact.measures), fact.segments === null ? null : sorted(fact.segments)])

const sorted = (record: Readonly<Record<string, unknown>>) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
