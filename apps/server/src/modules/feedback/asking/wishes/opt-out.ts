// "Do not ask me any more", said through the link of an invitation: whoever holds it is the one we asked. Also of one that has expired
// or was answered long ago.
import type { Platform } from '../../../../platform/platform.ts'
import { audit } from '../../../identity/index.ts'
import { hashToken } from '../../answering/tokens.ts'
import { lockPersons } from '../planning/read-persons.ts'

/**
 * Twice is once.
 * @param by `page`: on the page behind the link; `mail`: one click of the mail program (RFC 8058)
 * @returns false when there is no such invitation
 */
export async function optOut({ db }: Platform, token: string, by: 'page' | 'mail'): Promise<boolean> {
  const hash = hashToken(token)
  const [place] = hash === null ? [] : await db.query<{ org_id: number; id: string }>('select org_id, id from find_survey_invitation($1)', [hash], 'find-survey-invitation')
  if (place === undefined) return false
  await db.write(place.org_id, async (tx) => {
    const [invitation] = await tx.query<{ customer_id: string }>('select customer_id from survey_invitation where org_id = $1 and id = $2', [tx.orgId, place.id], 'customer-of-invitation')
    const customerId = invitation!.customer_id
    await lockPersons(tx, [customerId])
    const changed = await tx.query(
      `insert into asking_wish (org_id, customer_id, opted_out_at, opted_out_by) values ($1, $2, clock_timestamp(), $3)
       on conflict (org_id, customer_id) do update set opted_out_at = excluded.opted_out_at, opted_out_by = excluded.opted_out_by, updated_at = clock_timestamp() where asking_wish.opted_out_at is null returning customer_id`,
      [tx.orgId, customerId, by], 'opt-out')
    if (changed.length === 0) return
    await audit(tx, null, 'customer.opted-out', { kind: 'customer', id: customerId }, { by, invitationId: place.id })
    tx.publish({ name: 'feedback.askingWishChanged', ids: { customerId } })
  })
  return true
}
