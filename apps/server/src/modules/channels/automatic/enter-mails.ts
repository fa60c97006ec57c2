import type { Tx } from '../../../platform/db/database.ts'
import { placesOfMailbox } from '../sending/jobs.ts'
import { deliveryChanged, orderSending } from '../sending/ledger.ts'
import type { EnteredMail, PreparedMail } from './automatic-mail.ts'
import { insertAutomaticMails } from './queries.ts'

/** The entries of the diary, the ledger and the order to send, in the caller's transaction. What was refused stays refused. */
export async function enterAutomaticMails(tx: Tx, prepared: readonly PreparedMail[]): Promise<EnteredMail[]> {
  const made = prepared.flatMap((p) => ('made' in p ? [p.made] : []))
  if (made.length > 0) await insertAutomaticMails(tx, made)
  // A job for each mail would only say the same again: these go on with whatever is due.
  for (const ofMailbox of Map.groupBy(made, (m) => m.mailbox.id).values()) {
    for (const m of ofMailbox.slice(0, placesOfMailbox)) orderSending(tx, m.outgoingId, m.mailbox.id, null, { automatic: true, goOn: true })
  }
  tx.publish(...made.map((m) => deliveryChanged(m.interactionId, m.ticketId, 'pending')))
  return prepared.map((p) => ('made' in p ? { key: p.key, interactionId: p.made.interactionId, outgoingId: p.made.outgoingId } : { key: p.key, refused: p.refused }))
}
