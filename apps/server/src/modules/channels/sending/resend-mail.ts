// A person decides to try again: the same bytes under the same Message-ID.
import { isId } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deliveryChanged, orderSending } from './ledger.ts'

interface Row { id: string; state: string; mailbox_id: string; ticket_id: string | null; can_send: boolean; whole: boolean }

/** @throws Refusal `not-found`, `conflict` when there is nothing to repeat, `cannot-do` without a way to send */
export const resendMail = ({ db }: Platform, orgId: number, interactionId: string): Promise<void> => db.write(orgId, async (tx) => {
  const [mail] = isId(interactionId) ? await tx.query<Row>(
    `select m.id, m.state, m.mailbox_id, i.ticket_id, b.smtp is not null and b.active and b.retired_at is null as can_send,
       not m.withheld or exists (select 1 from withheld_mail w where w.org_id = m.org_id and w.outgoing_id = m.id) as whole
     from outgoing_mail m join interaction i on i.org_id = m.org_id and i.id = m.interaction_id join mailbox b on b.org_id = m.org_id and b.id = m.mailbox_id
     where m.org_id = $1 and m.interaction_id = $2 for update of m`, [orgId, interactionId], 'lock-mail-to-resend') : []
  if (mail === undefined) throw notFound('outgoing message')
  const waiting = mail.state === 'pending'
  if (!waiting && !['failed', 'uncertain', 'bounced'].includes(mail.state)) throw new Refusal('conflict', 'Only a message that failed, bounced or may not have been sent can be sent again; this one did not.')
  if (!mail.whole) throw new Refusal('cannot-do', 'The personal link of this message is no longer kept, so it cannot be sent again: send the customer a new one.')
  if (!mail.can_send) throw new Refusal('cannot-do', 'The mailbox of this message has no way to send: an administrator enters its sending server in the settings.')
  await tx.query(
    // The two days of trying begin anew; a message still in its undo time keeps it.
    `update outgoing_mail set state = 'pending', attempts = 0, next_attempt_at = null, detail = null, bounced_by = null, refused = '[]',
       send_after = case when $3 then least(send_after, clock_timestamp()) else clock_timestamp() end, updated_at = clock_timestamp() where org_id = $1 and id = $2`, [orgId, mail.id, waiting], 'resend-outgoing')
  orderSending(tx, mail.id, mail.mailbox_id, null)
  tx.publish(deliveryChanged(interactionId, mail.ticket_id, 'pending'))
})
