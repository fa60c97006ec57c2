// What customers wrote beside a score must not be found any more by everybody who searches tickets.
import type { Tx } from '../../../platform/db/database.ts'

export async function forgetRatingWords(tx: Tx): Promise<void> {
  await tx.query(`delete from ticket_words w using interaction i where w.org_id = $1 and i.org_id = w.org_id and i.id = w.interaction_id and i.kind = 'rating'`, [tx.orgId], 'forget-rating-words')
}
