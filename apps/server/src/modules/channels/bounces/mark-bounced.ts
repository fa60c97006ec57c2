// A mail server tells us that one of our mails did not arrive: the entry says so, and the ticket is open again, since
// the customer is still waiting. What a delay notice says is kept, but changes nothing.
import type { Tx } from '../../../platform/db/database.ts'
import type { Subscriber } from '../../../platform/jobs/define.ts'
import type { Platform } from '../../../platform/platform.ts'
import { bounceDetail, readBounces, reopenAfterBounce, type BounceEntry } from '../../diary/index.ts'
import { forgetWithheld } from '../automatic/forget-withheld.ts'
import { deliveryChanged } from '../sending/ledger.ts'
import { isOfSystemMail } from '../sending/send-system-mail.ts'

interface MailRow { id: string; interaction_id: string; ticket_id: string | null; state: string; automatic: boolean; recipients: string[] }

export const markBounced = ({ db }: Platform): Subscriber => ({
  name: 'channels.markBounced',
  handle: (orgId, events) => db.write(orgId, async (tx) => {
    for (const entry of await readBounces(tx, events.map((e) => e.ids['interactionId']))) await markOne(tx, entry)
  }),
})

async function markOne(tx: Tx, { id, at, bounce }: BounceEntry) {
  const mail = await findMail(tx, bounce, at)
  if (mail === null) return
  const detail = bounceDetail(bounce)
  if (bounce.kind === 'soft') {
    await tx.query(`update outgoing_mail set detail = $3, updated_at = clock_timestamp() where org_id = $1 and id = $2 and state in ('sent', 'uncertain')`, [tx.orgId, mail.id, detail], 'note-soft-bounce')
    tx.publish(deliveryChanged(mail.interaction_id, mail.ticket_id, mail.state))
    return
  }
  const changed = await tx.query(
    // A notice may overtake the answer of our own server: whatever state it is in, it was handed over.
    `update outgoing_mail set state = 'bounced', bounced_by = $3, detail = $4, updated_at = clock_timestamp() where org_id = $1 and id = $2 and state in ('sent', 'uncertain', 'committing') returning id`,
    [tx.orgId, mail.id, id, detail], 'mark-bounced')
  if (changed.length === 0) return
  await forgetWithheld(tx, [mail.id])
  tx.publish(deliveryChanged(mail.interaction_id, mail.ticket_id, 'bounced'))
  if (!mail.automatic && mail.ticket_id !== null) await reopenAfterBounce(tx, mail.ticket_id, { interactionId: mail.interaction_id, recipient: bounce.recipient, reason: bounce.reason })
}

/** By the Message-ID it returns; else the newest mail to that address of the last fortnight. A report or digest that came back is none of these: its ledger is its sender's. */
async function findMail(tx: Tx, bounce: BounceEntry['bounce'], at: Date): Promise<MailRow | null> {
  const columns = 'm.id, m.interaction_id, i.ticket_id, m.state, m.automatic, m.recipients'
  const from = 'from outgoing_mail m join interaction i on i.org_id = m.org_id and i.id = m.interaction_id'
  if (bounce.originalMessageId !== null) {
    const [row] = await tx.query<MailRow>(`select ${columns} ${from} where m.org_id = $1 and m.message_id = $2 for update of m`, [tx.orgId, bounce.originalMessageId], 'bounced-by-message-id')
    if (row) return row
    if (isOfSystemMail(bounce.originalMessageId)) return null
  }
  if (bounce.recipient === null) return null
  const [row] = await tx.query<MailRow>(
    `select ${columns} ${from} where m.org_id = $1 and m.created_at > $3::timestamptz - interval '14 days' and m.state in ('sent', 'uncertain', 'committing')
       and lower($2) = any (select lower(r) from unnest(m.recipients) r) order by m.created_at desc limit 1 for update of m`, [tx.orgId, bounce.recipient, at], 'bounced-by-recipient')
  return row ?? null
}
