import type { Static } from 'typebox'
import type { NewMailbox } from '@kontuar/contracts'
import type { Crypto } from '../../../../platform/crypto/seal.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { Refusal } from '../../../../platform/http/refusal.ts'
import { newId } from '../../../../platform/id.ts'
import { audit, type Doer } from '../../../identity/index.ts'
import { checkSettings } from '../rules/check-settings.ts'
import { sealSecrets } from './seal-secrets.ts'
import { claimAddresses } from './claim-addresses.ts'
import { refuseUnknownPlace } from './refuse-unknown-place.ts'
import { tellChange } from './tell-change.ts'

/** Answers the new mailbox's id. */
export async function createMailbox(tx: Tx, crypto: Crypto, doer: Doer, given: Static<typeof NewMailbox>): Promise<string> {
  const faults = checkSettings(given, { hasImapPassword: Boolean(given.imapPassword), hasSmtpPassword: Boolean(given.smtpPassword) })
  if (Object.keys(faults).length > 0) throw new Refusal('invalid-input', Object.values(faults)[0]!, faults)
  await refuseUnknownPlace(tx, given)
  const id = newId()
  const address = given.address.trim()
  const aliases = (given.aliases ?? []).map((a) => a.trim())
  await tx.query(
    `insert into mailbox (org_id, id, name, address, aliases, active, imap, smtp, secrets, signature_html, confirmation, reply_tagging, queue_id, location_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [tx.orgId, id, given.name.trim() || address, address, aliases, given.active ?? true, asJson(given.imap), asJson(given.smtp), JSON.stringify(sealSecrets(crypto, id, {}, given)),
      given.signatureHtml ?? '', JSON.stringify(given.confirmation ?? { enabled: true, texts: {} }), given.replyTagging ?? false, given.queueId ?? null, given.locationId ?? null])
  await claimAddresses(tx, id, address, aliases)
  await audit(tx, doer, 'mailbox.created', { kind: 'mailbox', id }, { address, imap: given.imap?.host ?? null, smtp: given.smtp?.host ?? null })
  await tellChange(tx, id)
  return id
}

export const asJson = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
