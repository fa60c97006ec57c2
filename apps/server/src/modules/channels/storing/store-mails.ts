// Stores mail as it arrived: the bytes once per organization, one delivery for each mailbox, one job that will
// read them. Everything in the caller's transaction, so that "taken" is only said of what is safe.
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { recordFiles } from '../../../platform/files/store.ts'
import { storable } from '../../../platform/db/storable.ts'

export const readMailJob = 'channels.readMail'

/** Mail up to this size lies in the database, so that taking it costs one commit; larger mail in the file store. */
export const mostInlineBytes = 256 * 1024

export interface MailBytes {
  fingerprint: string
  /** Of the mail as its sender wrote it; more than `raw` holds when only its headers were fetched. */
  size: number
  raw: Buffer | null
  /** Where the bytes lie in the file store when `raw` is null; they are durable already. */
  sha256: string | null
}

export interface NewDelivery {
  mailboxId: string
  source: 'smtp' | 'imap'
  /** '' is the null sender of bounces (RFC 5321 4.5.5). */
  envelopeFrom: string | null
  envelopeTo: string | null
  receivedAt: Date
  bytes: MailBytes
  /** Set: it is not even tried to be read. */
  parkedBecause?: string
}

export interface StoredDelivery {
  /** Of the first delivery when the mailbox had this mail before. */
  id: string
  isNew: boolean
}

/** Answers one stored delivery for each given one, in order. */
export async function storeMails(tx: Tx, deliveries: readonly NewDelivery[]): Promise<StoredDelivery[]> {
  const contents = [...new Map(deliveries.map((d) => [d.bytes.fingerprint, d.bytes])).values()].sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1))
  const large = contents.filter((c) => c.raw === null)
  if (large.length > 0) await recordFiles(tx, large.map((c) => ({ sha256: c.sha256!, size: c.size })))

  // One blob and where each mail lies in it: a Buffer travels in binary, an array of them as hexadecimal text.
  const blob = Buffer.concat(contents.map((c) => c.raw ?? Buffer.alloc(0)))
  let offset = 1
  const contentRows = contents.map((c) => {
    const row = { id: newId(), fingerprint: c.fingerprint, size: c.size, sha256: c.sha256, from: c.raw === null ? null : offset, length: c.raw?.length ?? null }
    offset += c.raw?.length ?? 0
    return row
  })
  const rows = deliveries.map((d) => ({
    id: newId(), fingerprint: d.bytes.fingerprint, mailbox: d.mailboxId, source: d.source, envelope_from: d.envelopeFrom === null ? null : storable(d.envelopeFrom),
    envelope_to: d.envelopeTo === null ? null : storable(d.envelopeTo), at: d.receivedAt.toISOString(), reason: d.parkedBecause ?? null,
  }))

  const written = tx.query(
    `insert into mail_content (org_id, id, fingerprint, size, raw, sha256)
     select $1, c.id, c.fingerprint, c.size, substring($3::bytea from c."from" for c.length), c.sha256
     from json_to_recordset($2) c (id uuid, fingerprint text, size bigint, sha256 text, "from" integer, length integer)
     on conflict (org_id, fingerprint) do nothing`,
    [tx.orgId, JSON.stringify(contentRows), blob], 'insert-mail-contents')
  const delivered = tx.query<{ id: string }>(
    `insert into mail_delivery (org_id, id, mailbox_id, content_id, source, envelope_from, envelope_to, received_at, state, reason, parked_at)
     select $1, d.id, d.mailbox, c.id, d.source, d.envelope_from, d.envelope_to, d.at,
       case when d.reason is null then 'received' else 'parked' end, d.reason, case when d.reason is null then null else now() end
     from json_to_recordset($2) d (id uuid, fingerprint text, mailbox uuid, source text, envelope_from text, envelope_to text, at timestamptz, reason text)
     join mail_content c on c.org_id = $1 and c.fingerprint = d.fingerprint
     order by d.mailbox, c.id
     on conflict (org_id, mailbox_id, content_id) do nothing returning id`,
    [tx.orgId, JSON.stringify(rows)], 'insert-mail-deliveries')
  const [, inserted] = await Promise.all([written, delivered])
  const fresh = new Set(inserted.map((r) => r.id))
  const unread = rows.filter((r) => fresh.has(r.id) && r.reason === null)
  if (unread.length > 0) tx.enqueue(readMailJob, { deliveryIds: unread.map((r) => r.id) })
  for (const row of rows) if (fresh.has(row.id) && row.reason !== null) tx.publish({ name: 'channels.mailParked', ids: { deliveryId: row.id, mailboxId: row.mailbox } })
  if (fresh.size === rows.length) return rows.map((r) => ({ id: r.id, isNew: true }))

  const before = await tx.query<{ id: string; mailbox_id: string; fingerprint: string }>(
    `select d.id, d.mailbox_id, c.fingerprint from mail_content c join mail_delivery d on d.org_id = c.org_id and d.content_id = c.id
     where c.org_id = $1 and c.fingerprint = any ($2)`, [tx.orgId, rows.map((r) => r.fingerprint)], 'find-mail-deliveries')
  const idOf = new Map(before.map((b) => [`${b.mailbox_id} ${b.fingerprint}`, b.id]))
  return rows.map((r) => (fresh.has(r.id) ? { id: r.id, isNew: true } : { id: idOf.get(`${r.mailbox} ${r.fingerprint}`)!, isNew: false }))
}
