// How far a folder was fetched. A UID means nothing without its UIDVALIDITY (RFC 9051 2.3.1.1), and neither the
// date nor \Seen says what we have: people read and move mail in their own programs.
import type { Tx } from '../../../platform/db/database.ts'

export interface Cursor {
  uidValidity: number
  /** Everything up to it was stored. */
  lastUid: number
  /** Mail that reached the mailbox before this was not wanted. */
  since: Date | null
}

export async function findCursor(tx: Tx, mailboxId: string, folder: string): Promise<Cursor | null> {
  const [row] = await tx.query<{ uid_validity: number; last_uid: number; since: Date | null }>(
    `select uid_validity, last_uid, nullif(since, '-infinity') as since from imap_cursor where org_id = $1 and mailbox_id = $2 and folder = $3`, [tx.orgId, mailboxId, folder])
  return row ? { uidValidity: row.uid_validity, lastUid: row.last_uid, since: row.since } : null
}

/** In the transaction that stores the mails it passes: a crash between the two cannot lose one. */
export async function saveCursor(tx: Tx, mailboxId: string, folder: string, cursor: Cursor): Promise<void> {
  await tx.query(
    `insert into imap_cursor (org_id, mailbox_id, folder, uid_validity, last_uid, since) values ($1, $2, $3, $4, $5, coalesce($6::timestamptz, '-infinity'))
     on conflict (org_id, mailbox_id, folder) do update set uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, since = excluded.since, updated_at = now()`,
    [tx.orgId, mailboxId, folder, cursor.uidValidity, cursor.lastUid, cursor.since])
}
