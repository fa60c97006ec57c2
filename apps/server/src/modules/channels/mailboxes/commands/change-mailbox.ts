import type { Static } from 'typebox'
import type { MailboxPatch } from '@kontuar/contracts'
import type { Crypto } from '../../../../platform/crypto/seal.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal, notFound } from '../../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import type { MailboxRow, MailboxState } from '../mailbox-row.ts'
import { findMailbox } from '../queries.ts'
import { checkSettings } from '../rules/check-settings.ts'
import { claimAddresses } from './claim-addresses.ts'
import { asJson } from './create-mailbox.ts'
import { refuseUnknownPlace } from './refuse-unknown-place.ts'
import { sealSecrets } from './seal-secrets.ts'
import { tellChange } from './tell-change.ts'

type Patch = Static<typeof MailboxPatch>

export async function changeMailbox(tx: Tx, crypto: Crypto, doer: Doer, id: string, patch: Patch): Promise<void> {
  const before = await findMailbox(tx, id, true)
  if (before === null) throw notFound('mailbox')
  const secrets = sealSecrets(crypto, id, secretsFor(before, patch), patch)
  const faults = checkSettings(patch, { hasImapPassword: secrets.imapPassword !== undefined, hasSmtpPassword: secrets.smtpPassword !== undefined })
  if (Object.keys(faults).length > 0) throw new Refusal('invalid-input', Object.values(faults)[0]!, faults)
  await refuseUnknownPlace(tx, patch, before)

  const after = {
    name: patch.name?.trim() || before.name, address: patch.address?.trim() ?? before.address, aliases: patch.aliases?.map((a) => a.trim()) ?? before.aliases,
    active: patch.active ?? before.active, imap: patch.imap === undefined ? before.imap : patch.imap, smtp: patch.smtp === undefined ? before.smtp : patch.smtp,
    queueId: patch.queueId === undefined ? before.queue_id : patch.queueId, locationId: patch.locationId === undefined ? before.location_id : patch.locationId,
  }
  await tx.query(
    `update mailbox set name = $3, address = $4, aliases = $5, active = $6, imap = $7, smtp = $8, secrets = $9, signature_html = $10, confirmation = $11, reply_tagging = $12, state = $13, queue_id = $14, location_id = $15
     where org_id = $1 and id = $2`,
    [tx.orgId, id, after.name, after.address, after.aliases, after.active, asJson(after.imap), asJson(after.smtp), JSON.stringify(secrets), patch.signatureHtml ?? before.signature_html,
      JSON.stringify(patch.confirmation ?? before.confirmation), patch.replyTagging ?? before.reply_tagging, JSON.stringify(stateAfter(before, patch)), after.queueId, after.locationId])
  if (patch.address !== undefined || patch.aliases !== undefined) await claimAddresses(tx, id, after.address, after.aliases)
  // Names of what changed, and values only of what is no secret and no text.
  await audit(tx, doer, 'mailbox.changed', { kind: 'mailbox', id }, { fields: Object.keys(patch).sort(), ...(patch.address === undefined ? {} : { address: [before.address, after.address] }),
    ...(patch.queueId === undefined ? {} : { queueId: [before.queue_id, after.queueId] }), ...(patch.locationId === undefined ? {} : { locationId: [before.location_id, after.locationId] }) })
  await tellChange(tx, id)
}

/** A stored password is for the server it was given for: it must not be sent to another one by changing the host alone. */
function secretsFor(before: MailboxRow, patch: Patch) {
  const secrets = { ...before.secrets }
  if (patch.imap !== undefined && patch.imap?.host.toLowerCase() !== before.imap?.host.toLowerCase()) delete secrets.imapPassword
  if (patch.smtp !== undefined && patch.smtp?.host.toLowerCase() !== before.smtp?.host.toLowerCase()) delete secrets.smtpPassword
  return secrets
}

/** What was known of a connection says nothing about the one with new settings. */
function stateAfter({ state }: MailboxRow, patch: Patch): MailboxState {
  const intakeChanges = patch.imap !== undefined || patch.imapPassword !== undefined || patch.active !== undefined
  const sendingChanges = patch.smtp !== undefined || patch.smtpPassword !== undefined || patch.active !== undefined
  return {
    ...(intakeChanges ? {} : { intake: state.intake, intakeDetail: state.intakeDetail, intakeAt: state.intakeAt }),
    ...(sendingChanges ? {} : { sending: state.sending, sendingDetail: state.sendingDetail, sendingAt: state.sendingAt }),
  } as MailboxState
}
