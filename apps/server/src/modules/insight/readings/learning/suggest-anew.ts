import { topicOf, type TopicModel } from '@kontuar/sentiment'
import type { Tx } from '../../../../platform/db/database.ts'
import { readingChanged, topicOfPerson } from '../keep/write-readings.ts'
import { topicFrom } from '../read-text.ts'
import { byCustomer, textColumns, writtenBy, type TextRow } from '../texts/customer-texts.ts'

/** More open tickets without a reason nobody sorts in a day. */
const mostTickets = 500

/**
 * Open tickets that still have no reason are suggested one by what has just been learnt: else those who begin with Kontuar would see the
 * first suggestion under the next message only. The newest message of each; what it feels is not read again.
 */
export async function suggestAnew(tx: Tx, model: TopicModel): Promise<void> {
  const rows = await tx.query<TextRow & { id: string; ticket_id: string }>(
    `select newest.*, t.id as ticket_id
     from (select id from ticket where org_id = $1 and closed_at is null and reason_id is null and merged_into_id is null order by updated_at desc, id desc limit ${mostTickets}) t
       cross join lateral (select i.id, ${textColumns} from interaction i where i.org_id = $1 and i.ticket_id = t.id and ${byCustomer} order by i.at desc, i.id desc limit 1) newest`, [tx.orgId], 'open-tickets-without-a-reason')
  const told = rows.map((row) => ({ ...row, topic: topicOf(writtenBy(row), model)[0] })).map(({ id, ticket_id, topic }) => ({ id, ticket_id, topic: topic !== undefined && topic.confidence >= topicFrom ? topic : null }))
  const changed = await tx.query<{ id: string }>(
    `update reading r set topic_id = n.topic_id, topic_confidence = n.confidence from jsonb_to_recordset($2) n (id uuid, topic_id uuid, confidence real)
     where r.org_id = $1 and r.id = n.id and not ${topicOfPerson('r')} and r.topic_id is distinct from n.topic_id returning r.id`,
    [tx.orgId, JSON.stringify(told.map(({ id, topic }) => ({ id, topic_id: topic?.reasonId ?? null, confidence: topic?.confidence ?? 0 })))], 'suggest-anew')
  const ids = new Set(changed.map((row) => row.id))
  tx.publish(...told.filter(({ id }) => ids.has(id)).map(({ id, ticket_id: ticketId }) => readingChanged({ id, subject: 'interaction', ticketId })))
}
