// The only way a reading leaves the server.
import type { Reading } from '@kontuar/contracts'
import { isCertain } from '../facts/index.ts'
import { topicOfPerson } from './keep/write-readings.ts'

export interface ReadingRow {
  id: string; subject: Reading['subject']; language: string | null; sentiment: Reading['sentiment']; confidence: number | null; sentences: Reading['sentences']
  topic_id: string | null; topic_name: string | null; topic_confidence: number | null; by: Reading['by']; read_at: Date
}

/** Of `r`, with the joins below. A topic whose reason has been merged is the other one; one out of use is none. */
export const readingColumns = `r.id, r.subject, r.language, r.sentiment, r.confidence, r.sentences, n.id as topic_id, n.name as topic_name, case when ${topicOfPerson('r')} then null else r.topic_confidence end as topic_confidence, r.by, r.read_at`
export const readingJoins = `left join reason o on o.org_id = r.org_id and o.id = r.topic_id
  left join reason n on n.org_id = r.org_id and n.id = coalesce(o.merged_into_id, o.id) and n.retired_at is null`

/** @param readAt when it may be told; of an anonymous answer the day its comment is shown under */
export function presentReading(row: ReadingRow, { topics, readAt }: { topics: boolean; readAt?: Date }): Reading {
  return {
    id: row.id, subject: row.subject, language: row.language, sentiment: row.sentiment, confidence: row.confidence,
    certain: isCertain({ sentiment: row.sentiment, confidence: row.confidence, byPerson: row.by === 'person' }), sentences: row.sentences,
    topic: topics && row.topic_id !== null ? { reasonId: row.topic_id, name: row.topic_name!, confidence: row.topic_confidence } : null, by: row.by, readAt: (readAt ?? row.read_at).toISOString(),
  }
}
