// A person decides to try again: the same text under the same reference.
import { Refusal } from '../../../../platform/http/refusal.ts'
import { isId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { deliveryChanged } from '../../sending/ledger.ts'
import { canSendSms } from '../enter-sms.ts'
import { orderSms } from '../ledger.ts'

/** False: the entry is no text message. @throws Refusal `conflict` when there is nothing to repeat, `cannot-do` without a gateway or when the text is no longer kept */
export const resendSms = ({ db }: Platform, orgId: number, interactionId: string): Promise<boolean> => db.write(orgId, async (tx) => {
  const [sms] = isId(interactionId) ? await tx.query<{ id: string; state: string; kept: boolean; ticket_id: string | null }>(
    `select s.id, s.state, s.body is not null as kept, i.ticket_id from outgoing_sms s join interaction i on i.org_id = s.org_id and i.id = s.interaction_id
     where s.org_id = $1 and s.interaction_id = $2 for update of s`, [orgId, interactionId], 'lock-sms-to-resend') : []
  if (sms === undefined) return false
  if (!['pending', 'failed', 'uncertain'].includes(sms.state)) throw new Refusal('conflict', 'Only a message that failed or may not have been sent can be sent again; this one did not.')
  if (!sms.kept) throw new Refusal('cannot-do', 'The personal link of this message is no longer kept, so it cannot be sent again: send the customer a new one.')
  if (!(await canSendSms(tx))) throw new Refusal('cannot-do', 'There is no gateway for text messages: an administrator sets one up in the settings.')
  await tx.query(
    // The day of trying begins anew.
    `update outgoing_sms set state = 'pending', attempts = 0, next_attempt_at = null, detail = null, send_after = clock_timestamp(), updated_at = clock_timestamp() where org_id = $1 and id = $2`, [orgId, sms.id], 'resend-sms')
  await tx.query('update sms_gateway set rest_until = null where org_id = $1', [orgId], 'end-sms-rest')
  orderSms(tx, null)
  tx.publish(deliveryChanged(interactionId, sms.ticket_id, 'pending'))
  return true
})
