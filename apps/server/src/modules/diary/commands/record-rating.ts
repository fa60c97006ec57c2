// What a customer answered to a survey becomes an entry of the diary. It is no word to us: it opens nothing, waits for nobody and moves
// no ticket in any list; whoever wants a bad answer called back says so by a rule, which makes a task.
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'

export interface NewRating {
  id?: string
  /** What it is about. The ticket a merged one went into gets the entry. */
  ticketId: string | null
  /** Null: nobody knows who answered. */
  customerId: string | null
  channel: string
  at: Date
  fromName: string
  /** As it came; what is shown and searched is what `describeRatings` says of it. */
  text: string
  /** Where it belongs when it has no ticket; with one it stands where the ticket stands. */
  queueId: string | null
  locationId: string | null
}

/**
 * Answers the id of the new entry. One statement, and the ticket is not locked: hundreds come in a second, many to one ticket at once.
 * The entry's own row is not read back, since whoever records it may not see where it stands.
 */
export async function recordRating(tx: Tx, rating: NewRating): Promise<string> {
  const id = rating.id ?? newId()
  const [place] = await tx.query<{ ticket_id: string | null }>(
    `with place as (select coalesce((select t.merged_into_id from ticket t where t.org_id = $1 and t.id = $3::uuid), $3::uuid) as ticket_id),
     written as (insert into interaction (org_id, id, ticket_id, customer_id, kind, direction, channel, at, from_name, text, queue_id, location_id)
       select $1, $2, p.ticket_id, $4, 'rating', 'in', $5, $6, $7, $8, case when p.ticket_id is null then $9::uuid end, case when p.ticket_id is null then $10::uuid end from place p)
     select ticket_id from place`,
    [tx.orgId, id, rating.ticketId, rating.customerId, rating.channel, rating.at, storable(rating.fromName), storable(rating.text), rating.queueId, rating.locationId], 'insert-rating')
  const { ticket_id: ticketId } = place!
  tx.publish({ name: 'diary.ratingRecorded', ids: { interactionId: id, ...(ticketId === null ? {} : { ticketId }), ...(rating.customerId === null ? {} : { customerId: rating.customerId }) } })
  return id
}
