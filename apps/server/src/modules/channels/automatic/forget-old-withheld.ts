// A link that answers in the customer's name lies here only as long as it is needed to send it.
import type { Tx } from '../../../platform/db/database.ts'
import type { Job } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { deliveryChanged } from '../sending/ledger.ts'
import { forgetWithheld } from './forget-withheld.ts'

/** Longer than any try goes on; what failed can be sent again by hand until then. */
const keptDays = 30
const atOnce = 1000

/** What still waits after so long (the brake was on, the mailbox could not send) has failed: its bytes are no longer there. */
export const forgetOldWithheld = ({ db }: Platform): Job => ({
  name: 'channels.forgetWithheld',
  async handle() {
    for (;;) {
      const old = await db.query<{ org_id: number; outgoing_id: string }>('select org_id, outgoing_id from list_old_withheld($1, $2)', [keptDays, atOnce], 'list-old-withheld')
      let forgotten = 0
      for (const [orgId, mails] of Map.groupBy(old, (o) => o.org_id)) forgotten += await db.write(orgId, (tx) => forgetThese(tx, mails.map((m) => m.outgoing_id)))
      if (old.length < atOnce || forgotten === 0) return
    }
  },
})

async function forgetThese(tx: Tx, ids: readonly string[]): Promise<number> {
  // Somebody is at those in `sending` and `committing`: next time.
  const free = await tx.query<{ id: string }>(
    `select id from outgoing_mail where org_id = $1 and id = any ($2) and state not in ('sending', 'committing') order by id for update skip locked`, [tx.orgId, ids], 'lock-old-withheld')
  const freeIds = free.map((f) => f.id)
  const late = await tx.query<{ interaction_id: string; ticket_id: string | null }>(
    `update outgoing_mail m set state = 'failed', next_attempt_at = null, updated_at = clock_timestamp(), detail = $3 from interaction i
     where m.org_id = $1 and m.id = any ($2) and m.state = 'pending' and i.org_id = m.org_id and i.id = m.interaction_id returning m.interaction_id, i.ticket_id`,
    [tx.orgId, freeIds, `It could not leave within ${keptDays} days, and the personal link in it is not kept for longer.`], 'fail-old-withheld')
  await forgetWithheld(tx, freeIds)
  for (const mail of late) tx.publish(deliveryChanged(mail.interaction_id, mail.ticket_id, 'failed'))
  return freeIds.length
}
