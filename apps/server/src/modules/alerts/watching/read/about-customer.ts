// What is told of the customer beside each occurrence, and what was read in their words.
import { isCertain } from '../../../insight/index.ts'

/** Over an alias `c` of customer, joined from the left. */
export const customerColumns = `coalesce(c.tag_ids, '{}') as customer_tag_ids, c.company_id, c.fields as customer_fields`
export interface CustomerColumns { customer_tag_ids: string[]; company_id: string | null; customer_fields: unknown }

/** Looked up by the customer and nothing else (offset 0), as insight does: by time it would read through all tickets. Null without a ticket. */
export const newcomerSql = (ticket: string): string =>
  `case when ${ticket}.id is not null then not exists (select from (select p.created_at, p.id from ticket p where p.org_id = $1 and p.customer_id = ${ticket}.customer_id offset 0) p where (p.created_at, p.id) < (${ticket}.created_at, ${ticket}.id)) end`

export const ofCustomer = (row: CustomerColumns) => ({ customerTagIds: row.customer_tag_ids, companyId: row.company_id, customerFields: row.customer_fields })

export interface ReadColumns { sentiment: 'negative' | 'neutral' | 'positive' | null; confidence: number | null; by: string | null; topic_id: string | null }
/** Over an alias `r` of reading, joined from the left. */
export const readingColumns = 'r.sentiment, r.confidence::float8 as confidence, r.by, r.topic_id'

/** As far as it is told without a question mark everywhere else. */
export const sureSentiment = ({ sentiment, confidence, by }: ReadColumns): ReadColumns['sentiment'] => (isCertain({ sentiment, confidence, byPerson: by === 'person' }) ? sentiment : null)
