// By mail, through the organization's own mailbox. Counted as sent just before the server gets the end of it (`mayLeave`): whoever dies in that
// moment leaves a mail that is perhaps missing, and never one that comes twice; its message id is the same at every try.
import type { Platform } from '../../../../platform/platform.ts'
import { viewer } from '../../../../platform/db/database.ts'
import { sendSystemMail } from '../../../channels/index.ts'
import { organizationOf } from '../../../identity/index.ts'
import { readerFrom } from '../../life/reader.ts'
import { expiresAfter, makeToken, type LinkAction } from '../links/action-link.ts'
import { readMessageAlerts, type AlertMessage } from '../message/alert-message.ts'
import { writeAlertMail } from '../message/write-alert-mail.ts'
import type { Claimed } from './claim.ts'
import type { Outcome } from './settle-delivery.ts'

export async function deliverByMail(platform: Platform, orgId: number, claimed: Claimed, now: Date): Promise<Outcome> {
  const person = claimed.person!
  const { message, email } = await readMessage(platform, orgId, claimed, now)
  if (message.alerts.length === 0) return { kind: 'failed', detail: 'nothing of it is there any more' }
  const mail = writeAlertMail(message, now)
  const outcome = await sendSystemMail(platform, orgId, { to: { name: person.name, address: email }, messageKey: `alert.${claimed.id}`, language: message.language, ...mail }, () => allowToLeave(platform, orgId, claimed, now))
  switch (outcome.kind) {
    case 'sent': return outcome.unanswered ? { kind: 'sent', detail: 'the server did not confirm it: it may be missing' } : { kind: 'sent' }
    case 'later': return { kind: 'later', detail: outcome.detail }
    case 'refused': return { kind: 'failed', detail: outcome.detail }
  }
}

/** As its person sees it: who is held to some places reads no more than they may. */
export async function readMessage({ db, crypto, publicUrl }: Platform, orgId: number, claimed: Claimed, now: Date): Promise<{ message: AlertMessage; email: string }> {
  const person = claimed.person!
  const expires = expiresAfter(now)
  const link = (alertId: string, action: LinkAction) => `${publicUrl()}/a/${makeToken(crypto, { orgId, alertId, staffId: person.staffId, action, expires })}`
  const acts = person.role !== 'observer'
  const read = () => db.read(orgId, async (tx) => {
    const { name } = await organizationOf(tx)
    const alerts = await readMessageAlerts(tx, claimed.rows, readerFrom(person), (row) => ({
      acknowledge: acts && row.state === 'open' ? link(row.id, 'acknowledge') : null,
      task: acts && row.state !== 'resolved' ? link(row.id, 'task') : null, callBack: acts && row.state !== 'resolved' && row.customer !== null ? link(row.id, 'call-back') : null,
    }))
    return { organization: name, alerts }
  })
  const { organization, alerts } = await (person.access === 'granted' ? viewer.run(person.staffId, read) : read())
  return { email: person.email, message: { language: person.locale, timeZone: person.timeZone, organization, publicUrl: publicUrl(), how: howOf(claimed.bundle), alerts } }
}

export const howOf = (bundle: string | null): AlertMessage['how'] => (bundle === null || bundle.startsWith('words:') ? 'at-once' : bundle.startsWith('digest:') ? 'digest' : bundle.startsWith('quiet:') ? 'quiet' : 'group')

const allowToLeave = ({ db }: Platform, orgId: number, { rows, claim }: Claimed, now: Date): Promise<boolean> => db.write(orgId, async (tx) => {
  const held = await tx.query(`update alert_delivery set state = 'sent', sent_at = $4 where org_id = $1 and id = any ($2) and claim = $3 and state = 'sending' returning id`, [orgId, rows.map((r) => r.id), claim, now], 'alert-mail-leaves')
  return held.length === rows.length
})
