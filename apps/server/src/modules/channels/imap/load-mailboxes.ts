import type { Platform } from '../../../platform/platform.ts'
import { openSecret } from '../mailboxes/commands/seal-secrets.ts'
import type { ImapSettings, MailboxSecrets } from '../mailboxes/mailbox-row.ts'
import type { WatchedMailbox } from './watch-mailbox.ts'

export interface LoadedMailbox extends WatchedMailbox {
  /** Differs when something differs that matters for the connection. */
  version: string
}

interface Row { id: string; imap: ImapSettings; secrets: MailboxSecrets; time_zone: string }

/** All mailboxes to be fetched by IMAP, of all organizations. */
export async function loadMailboxes({ crypto, db }: Platform, now = Temporal.Now.instant()): Promise<LoadedMailbox[]> {
  const listed = await db.query<{ org_id: number; mailbox_id: string }>('select org_id, mailbox_id from list_imap_mailboxes()')
  const loaded: LoadedMailbox[] = []
  for (const [orgId, mailboxes] of Map.groupBy(listed, (l) => l.org_id)) {
    const rows = await db.read(orgId, (tx) => tx.query<Row>(
      'select m.id, m.imap, m.secrets, o.time_zone from mailbox m join org o on o.id = m.org_id where m.org_id = $1 and m.id = any ($2)', [orgId, mailboxes.map((m) => m.mailbox_id)]))
    for (const { id, imap, secrets, time_zone } of rows) {
      loaded.push({
        orgId, mailboxId: id, settings: imap, version: JSON.stringify([imap, secrets.imapPassword]),
        secret: () => openSecret(crypto, id, secrets, 'imap') ?? '',
        since: imap.importSince ? new Date(imap.importSince) : startOfDay(now, time_zone),
      })
    }
  }
  return loaded
}

/** Without a wish, mail is fetched from the day of the first connection on: today's mail is still to be answered. */
export const startOfDay = (now: Temporal.Instant, timeZone: string): Date => new Date(now.toZonedDateTimeISO(timeZone).startOfDay().epochMilliseconds)
