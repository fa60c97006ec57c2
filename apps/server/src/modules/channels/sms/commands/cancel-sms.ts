// Undo: the message is taken back while it still waits. Against the sender it races for one row, and one of them wins.
import { Refusal } from '../../../../platform/http/refusal.ts'
import { isId } from '../../../../platform/id.ts'
import type { Platform } from '../../../../platform/platform.ts'
import { deliveryChanged } from '../../sending/ledger.ts'

/** False: the entry is no text message. @throws Refusal `too-late` when it has left or is just leaving */
export const cancelSms = ({ db }: Platform, orgId: number, interactionId: string): Promise<boolean> => db.write(orgId, async (tx) => {
  const [sms] = isId(interactionId) ? await tx.query<{ id: string; state: string; ticket_id: string | null }>(
    `select s.id, s.state, i.ticket_id from outgoing_sms s join interaction i on i.org_id = s.org_id and i.id = s.interaction_id where s.org_id = $1 and s.interaction_id = $2 for update of s`, [orgId, interactionId], 'lock-sms-to-cancel') : []
  if (sms === undefined) return false
  if (sms.state === 'cancelled') return true
  if (sms.state !== 'pending') throw new Refusal('too-late', 'The message has already left, or is leaving at this moment.')
  await tx.query(`update outgoing_sms set state = 'cancelled', body = null, next_attempt_at = null, updated_at = clock_timestamp() where org_id = $1 and id = $2`, [orgId, sms.id], 'cancel-sms')
  tx.publish(deliveryChanged(interactionId, sms.ticket_id, 'cancelled'))
  return true
})
