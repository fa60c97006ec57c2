import type { Crypto } from '../../../../platform/crypto/seal.ts'
import { secretContext, type MailboxSecrets } from '../mailbox-row.ts'

/** Those left out stay as they are; an empty one is forgotten. */
export function sealSecrets(crypto: Crypto, mailboxId: string, stored: MailboxSecrets, given: { imapPassword?: string; smtpPassword?: string }): MailboxSecrets {
  const sealed = { ...stored }
  for (const kind of ['imap', 'smtp'] as const) {
    const plain = given[`${kind}Password`]
    if (plain === undefined) continue
    if (plain === '') delete sealed[`${kind}Password`]
    else sealed[`${kind}Password`] = crypto.seal(plain, secretContext(mailboxId, kind))
  }
  return sealed
}

/** null when none is stored. @throws when it was sealed under another installation's secret. */
export function openSecret(crypto: Crypto, mailboxId: string, secrets: MailboxSecrets, kind: 'imap' | 'smtp'): string | null {
  const sealed = secrets[`${kind}Password`]
  if (sealed === undefined) return null
  try {
    return crypto.open(sealed, secretContext(mailboxId, kind))
  } catch (error) {
    throw new Error('The stored password cannot be opened: it was saved under another KONTUAR_SECRET. Type it again in the mailbox settings.', { cause: error })
  }
}
