// The server a mailbox sends through, with its secret opened.
import type { Crypto } from '../../../platform/crypto/seal.ts'
import type { SmtpServer } from '../../../platform/mail/index.ts'
import { openSecret } from '../mailboxes/commands/seal-secrets.ts'
import type { MailboxRow } from '../mailboxes/mailbox-row.ts'

export type SendingMailboxRow = Pick<MailboxRow, 'id' | 'smtp' | 'secrets' | 'active'>

/** null: the mailbox has no way to send. @throws when its password cannot be opened */
export const serverOf = (crypto: Crypto, { id, smtp, secrets }: SendingMailboxRow): SmtpServer | null =>
  smtp === null ? null : { ...smtp, secret: openSecret(crypto, id, secrets, 'smtp') }
