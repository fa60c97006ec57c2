import type { Static } from 'typebox'
import type { Mailbox, listMailboxes as listRoute } from '@kontuar/contracts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { presentMailbox, type MailboxRow } from './mailbox-row.ts'

const columns = `m.*, exists (select from mail_delivery d where d.org_id = m.org_id and d.mailbox_id = m.id) as has_mail`

/** Oldest first; retired ones are not listed. */
export async function listMailboxes(tx: Tx, query: Static<(typeof listRoute)['query']>): Promise<{ items: Mailbox[]; next: string | null }> {
  const limit = query.limit ?? 50
  const after = query.cursor === undefined ? '00000000-0000-0000-0000-000000000000' : String(decodeCursor(query.cursor, 1)[0])
  if (!isId(after)) decodeCursor('', 1)
  const rows = await tx.query<MailboxRow>(`select ${columns} from mailbox m where m.org_id = $1 and m.retired_at is null and m.id > $2 order by m.id limit $3`, [tx.orgId, after, limit + 1])
  return toPage(rows, limit, presentMailbox, (row) => [row.id])
}

export async function getMailbox(tx: Tx, id: string): Promise<Mailbox> {
  const row = await findMailbox(tx, id)
  if (row === null) throw notFound('mailbox')
  return presentMailbox(row)
}

/** null when there is none, it is retired, or it belongs to another organization. */
export async function findMailbox(tx: Tx, id: string, forUpdate = false): Promise<MailboxRow | null> {
  if (!isId(id)) return null
  const [row] = await tx.query<MailboxRow>(`select ${columns} from mailbox m where m.org_id = $1 and m.id = $2 and m.retired_at is null ${forUpdate ? 'for update' : ''}`, [tx.orgId, id])
  return row ?? null
}
