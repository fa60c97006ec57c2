// Undo: the message is taken back while it still waits. Against the sender it races for one row, and one of them wins.
import { isId } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { takeBackAnswer, type TicketBefore } from '../../diary/index.ts'
import { forgetWithheld } from '../automatic/forget-withheld.ts'
import { deliveryChanged } from './ledger.ts'

interface Row { id: string; state: string; ticket_id: string | null; ticket_before: TicketBefore | null; remaining: string[] | null }

/** @throws Refusal `not-found`, or `too-late` when it has left or is just leaving */
export const cancelMail = ({ db }: Platform, orgId: number, interactionId: string): Promise<void> => db.write(orgId, async (tx) => {
  const [mail] = isId(interactionId) ? await tx.query<Row>(
    `select m.id, m.state, i.ticket_id, m.ticket_before, m.remaining from outgoing_mail m join interaction i on i.org_id = m.org_id and i.id = m.interaction_id
     where m.org_id = $1 and m.interaction_id = $2 for update of m`, [orgId, interactionId], 'lock-mail-to-cancel') : []
  if (mail === undefined) throw notFound('outgoing message')
  if (mail.state === 'cancelled') return
  // With `remaining`, some of the recipients have it already.
  if (mail.state !== 'pending' || mail.remaining !== null) throw new Refusal('too-late', 'The message has already left, or is leaving at this moment: write a second one instead.')
  await tx.query(`update outgoing_mail set state = 'cancelled', updated_at = clock_timestamp() where org_id = $1 and id = $2`, [orgId, mail.id], 'cancel-outgoing')
  await forgetWithheld(tx, [mail.id])
  if (mail.ticket_before !== null && mail.ticket_id !== null) await takeBackAnswer(tx, mail.ticket_id, interactionId, mail.ticket_before)
  // Apart from the many other news of deliveries: what never left was no contact.
  if (mail.ticket_id !== null) tx.publish({ name: 'channels.messageCancelled', ids: { interactionId, ticketId: mail.ticket_id } })
  tx.publish(deliveryChanged(interactionId, mail.ticket_id, 'cancelled'))
})
