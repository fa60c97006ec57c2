// A mail of ours that stands in no ticket (an invitation to a survey, a report) comes back. Its bounce is an entry beside it: a ticket of the mail
// server's would be one for each dead address of a long list, and nobody's matter.
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'
import type { IncomingMessage } from '../types.ts'
import { insertAttachments, insertInteractions, type Entry } from './receive-messages.ts'

/** Takes those of the messages; answers the entry of each. The others are `receiveMessages`' business. */
export async function receiveReturned(tx: Tx, messages: readonly IncomingMessage[]): Promise<Map<IncomingMessage, string>> {
  const returned = messages.filter((m) => m.mailClass === 'bounce' && m.bounce?.originalMessageId)
  if (returned.length === 0) return new Map()
  const rows = await tx.query<{ message_id: string; customer_id: string; queue_id: string | null; location_id: string | null }>(
    `select message_id, customer_id, queue_id, location_id from interaction
     where org_id = $1 and message_id = any ($2) and ticket_id is null and direction = 'out' and customer_id is not null`, [tx.orgId, returned.map((m) => m.bounce!.originalMessageId)], 'find-returned')
  const sent = new Map(rows.map((row) => [row.message_id, row]))
  const entries = returned.flatMap((message): Entry[] => {
    const mail = sent.get(message.bounce!.originalMessageId!)
    if (mail === undefined && !message.returnsToLedger) return []
    return [{ message, customerId: mail?.customer_id ?? null, interactionId: newId(), status: null, match: { matchedBy: 'bounce', suggestion: null }, ticketId: null, queueId: mail?.queue_id ?? null, locationId: mail?.location_id ?? null }]
  })
  if (entries.length === 0) return new Map()
  await insertInteractions(tx, entries)
  await insertAttachments(tx, entries)
  return new Map(entries.map((e) => [e.message, e.interactionId]))
}
