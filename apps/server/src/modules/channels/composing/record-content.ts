// The bytes of a mail we wrote, kept like those that arrive: small ones in the database, large ones in the file store.
import type { Tx } from '../../../platform/db/database.ts'
import { newId } from '../../../platform/id.ts'

export interface Content { messageId: string; interactionId: string; size: number; raw: Buffer | null; sha256: string | null }

export async function recordContent(tx: Tx, content: Content): Promise<string> {
  const id = newId()
  await tx.query(
    'insert into mail_content (org_id, id, fingerprint, size, raw, sha256, interaction_id) values ($1, $2, $3, $4, $5, $6, $7)',
    // Unlike the fingerprints of mail that arrives: our own mail coming back must not be taken for this row.
    [tx.orgId, id, `out:${content.messageId}`, content.size, content.raw, content.sha256, content.interactionId], 'insert-written-content')
  return id
}
