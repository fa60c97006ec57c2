// What somebody has begun to write: one draft for each person and ticket, seen by that person alone.
import type { Static } from 'typebox'
import type { Draft, DraftBody } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'
import { storable } from '../../../platform/db/storable.ts'

type StoredDraft = Static<typeof Draft>
interface Row { body: DraftBody; updated_at: Date }

const present = (ticketId: string, row: Row): StoredDraft => ({ ...row.body, ticketId, updatedAt: row.updated_at.toISOString() })

/** @throws Refusal `not-found` when there is no such ticket. */
export async function findDraft(tx: Tx, ticketId: string, staffId: string): Promise<StoredDraft | null> {
  const found = refuseUnknownTicket(tx, ticketId)
  const drafts = isId(ticketId) ? tx.query<Row>('select body, updated_at from draft where org_id = $1 and ticket_id = $2 and staff_id = $3', [tx.orgId, ticketId, staffId], 'find-draft') : Promise.resolve([])
  const [, [row]] = await Promise.all([found, drafts])
  return row === undefined ? null : present(ticketId, row)
}

export async function saveDraft(tx: Tx, ticketId: string, staffId: string, body: DraftBody): Promise<StoredDraft> {
  await refuseUnknownTicket(tx, ticketId)
  const [row] = await tx.query<Row>(
    `insert into draft (org_id, ticket_id, staff_id, body) values ($1, $2, $3, $4)
     on conflict (org_id, ticket_id, staff_id) do update set body = excluded.body, updated_at = now() returning body, updated_at`,
    [tx.orgId, ticketId, staffId, JSON.stringify(body, (_, value: unknown) => (typeof value === 'string' ? storable(value) : value))], 'save-draft')
  return present(ticketId, row!)
}

export async function deleteDraft(tx: Tx, ticketId: string, staffId: string): Promise<void> {
  await refuseUnknownTicket(tx, ticketId)
  await tx.query('delete from draft where org_id = $1 and ticket_id = $2 and staff_id = $3', [tx.orgId, ticketId, staffId], 'delete-draft')
}

async function refuseUnknownTicket(tx: Tx, ticketId: string) {
  const found = isId(ticketId) ? await tx.query('select 1 from ticket where org_id = $1 and id = $2', [tx.orgId, ticketId], 'ticket-exists') : []
  if (found.length === 0) throw notFound('ticket')
}
