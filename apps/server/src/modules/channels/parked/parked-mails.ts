// Mail that could not be read: listed with its reason, its bytes downloadable, read again when asked.
import type { Static } from 'typebox'
import type { ParkedMail, listParked as listRoute } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { Refusal, notFound } from '../../../platform/http/refusal.ts'
import { audit, type Doer } from '../../identity/index.ts'
import { readMailJob } from '../storing/store-mails.ts'
import { guessSubject } from './guess-subject.ts'

interface ParkedRow {
  id: string
  mailbox_id: string
  mailbox_name: string
  source: 'smtp' | 'imap'
  received_at: Date
  size: number
  envelope_from: string | null
  envelope_to: string | null
  head: Buffer | null
  reason: string
  attempts: number
  parked_at: Date
  /** With the microseconds that a Date loses. */
  parked_at_exact: string
}

const select = `select d.id, d.mailbox_id, m.name as mailbox_name, d.source, d.received_at, c.size, d.envelope_from, d.envelope_to,
    substring(c.raw from 1 for 16384) as head, coalesce(d.reason, '') as reason, d.attempts, d.parked_at, d.parked_at::text as parked_at_exact
  from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id join mailbox m on m.org_id = d.org_id and m.id = d.mailbox_id
  where d.org_id = $1 and d.state = 'parked'`

const present = (row: ParkedRow): ParkedMail => ({
  id: row.id, mailboxId: row.mailbox_id, mailboxName: row.mailbox_name, source: row.source, receivedAt: row.received_at.toISOString(), size: row.size,
  envelopeFrom: row.envelope_from, envelopeTo: row.envelope_to, subjectGuess: row.head === null ? '' : guessSubject(row.head), reason: row.reason, attempts: row.attempts, parkedAt: row.parked_at.toISOString(),
})

/** Newest first unless `sort` says otherwise. */
export async function listParked(tx: Tx, query: Static<(typeof listRoute)['query']>): Promise<{ items: ParkedMail[]; next: string | null }> {
  const limit = query.limit ?? 50
  const [than, order] = query.sort === 'parkedAt' ? ['>', 'asc'] : ['<', 'desc']
  const values: unknown[] = [tx.orgId, limit + 1]
  let after = ''
  if (query.cursor !== undefined) {
    const [at, id] = decodeCursor(query.cursor, 2)
    if (Number.isNaN(Date.parse(String(at))) || !isId(String(id))) decodeCursor('', 1)
    values.push(at, id)
    after = `and (d.parked_at, d.id) ${than} ($3::timestamptz, $4::uuid)`
  }
  const rows = await tx.query<ParkedRow>(`${select} ${after} order by d.parked_at ${order}, d.id ${order} limit $2`, values)
  return toPage(rows, limit, present, (row) => [row.parked_at_exact, row.id])
}

export async function getParked(tx: Tx, id: string): Promise<ParkedMail> {
  const [row] = isId(id) ? await tx.query<ParkedRow>(`${select} and d.id = $2`, [tx.orgId, id]) : []
  if (row === undefined) throw notFound('parked mail')
  return present(row)
}

export interface Original { raw: Buffer | null; sha256: string | null; size: number }

export async function getParkedOriginal(tx: Tx, id: string): Promise<Original> {
  const [row] = !isId(id) ? [] : await tx.query<Original>(
    `select c.raw, c.sha256, c.size from mail_delivery d join mail_content c on c.org_id = d.org_id and c.id = d.content_id where d.org_id = $1 and d.id = $2 and d.state = 'parked'`, [tx.orgId, id])
  if (row === undefined) throw notFound('parked mail')
  return row
}

export async function getInteractionOriginal(tx: Tx, interactionId: string): Promise<Original> {
  const [row] = !isId(interactionId) ? [] : await tx.query<Original>(
    `select c.raw, c.sha256, c.size from interaction i join mail_content c on c.org_id = i.org_id and c.id = i.content_id where i.org_id = $1 and i.id = $2`, [tx.orgId, interactionId])
  if (row === undefined) throw notFound('original mail')
  return row
}

export async function retryParked(tx: Tx, doer: Doer, id: string): Promise<void> {
  const [row] = !isId(id) ? [] : await tx.query<{ state: string; mailbox_id: string }>('select state, mailbox_id from mail_delivery where org_id = $1 and id = $2 for update', [tx.orgId, id])
  if (row === undefined) throw notFound('parked mail')
  if (row.state !== 'parked') throw new Refusal('conflict', 'This mail is not parked any more: look for its ticket.')
  await tx.query(`update mail_delivery set state = 'received', reason = null, parked_at = null where org_id = $1 and id = $2`, [tx.orgId, id])
  tx.enqueue(readMailJob, { deliveryIds: [id] })
  tx.publish({ name: 'channels.parkedMailRetried', ids: { deliveryId: id, mailboxId: row.mailbox_id } })
  await audit(tx, doer, 'parked.retried', { kind: 'delivery', id })
}
