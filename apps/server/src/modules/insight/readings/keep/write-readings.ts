import type { Tx } from '../../../../platform/db/database.ts'
import type { NewEvent } from '../../../../platform/events.ts'
import type { ReadText } from '../read-text.ts'
import type { CustomerText } from '../texts/customer-texts.ts'

/** In `model`, of what our own classifier read. */
export const ours = 'kontuar'

/**
 * Writes what was read, in one statement. What a person said stays: their sentiment (`by` is person), their topic (no confidence). The
 * classifier's own word is kept beside it in `probabilities`, for the day the correction is taken back. Answers which readings are new or
 * have changed.
 */
export async function writeReadings(tx: Tx, read: readonly { of: CustomerText; says: ReadText }[]): Promise<CustomerText[]> {
  if (read.length === 0) return []
  const rows = await tx.query<{ id: string }>(
    `insert into reading as r (org_id, id, subject, language, sentiment, confidence, probabilities, sentences, topic_id, topic_confidence, by, model)
     select $1, n.id, n.subject, n.language, n.sentiment, n.confidence, n.probabilities, n.sentences, n.topic_id, n.topic_confidence, 'classifier', $3
     from jsonb_to_recordset($2) n (id uuid, subject text, language text, sentiment text, confidence real, probabilities real[], sentences jsonb, topic_id uuid, topic_confidence real)
     on conflict (org_id, id) do update set language = excluded.language, probabilities = excluded.probabilities, sentences = excluded.sentences, model = excluded.model, read_at = clock_timestamp(),
       sentiment = case when r.by = 'person' then r.sentiment else excluded.sentiment end, confidence = case when r.by = 'person' then r.confidence else excluded.confidence end,
       by = case when r.by = 'person' then r.by else excluded.by end,
       topic_id = case when ${topicOfPerson('r')} then r.topic_id else excluded.topic_id end, topic_confidence = case when ${topicOfPerson('r')} then r.topic_confidence else excluded.topic_confidence end
     where (r.language, r.probabilities, r.sentences, r.model) is distinct from (excluded.language, excluded.probabilities, excluded.sentences, excluded.model)
       or (not ${topicOfPerson('r')} and (r.topic_id, r.topic_confidence) is distinct from (excluded.topic_id, excluded.topic_confidence))
     returning id`,
    [tx.orgId, JSON.stringify(read.map(({ of, says }) => ({
      id: of.id, subject: of.subject, language: says.language, sentiment: says.sentiment, confidence: says.confidence, probabilities: says.probabilities, sentences: says.sentences,
      topic_id: says.topic?.reasonId ?? null, topic_confidence: says.topic?.confidence ?? 0,
    }))), ours], 'write-readings')
  const changed = new Set(rows.map((row) => row.id))
  return read.map((r) => r.of).filter((of) => changed.has(of.id))
}

/** A person said what it is about, or that it is none of the reasons. A machine that finds no topic is sure of it by nought. */
export const topicOfPerson = (r: string): string => `(${r}.corrected_by is not null and ${r}.topic_confidence is null)`

type Read = Pick<CustomerText, 'id' | 'subject' | 'ticketId'>
const idsOf = ({ id, subject, ticketId }: Read) => ({ readingId: id, [subject === 'answer' ? 'answerId' : 'interactionId']: id, ...(ticketId === null ? {} : { ticketId }) })
/** When it came. Its facts are asked for by whoever read it, at once. */
export const textRead = (read: Read): NewEvent => ({ name: 'insight.textRead', ids: idsOf(read) })
/** A reading that stood says something else now. */
export const readingChanged = (read: Read): NewEvent => ({ name: 'insight.readingChanged', ids: idsOf(read) })
