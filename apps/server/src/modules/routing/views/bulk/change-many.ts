// One patch for many tickets, in one transaction. A ticket that refuses stays as it is and says why; the others change.
import type { BulkBody, BulkResult } from '@kontuar/contracts'
import type { Static } from 'typebox'
import { changeTicket, type Changes, type TicketWish } from '../../../diary/index.ts'
import type { Tx } from '../../../../platform/db/database.ts'
import { newId } from '../../../../platform/id.ts'
import { isId } from '../../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../../platform/http/refusal.ts'

interface Doer { staffId: string; name: string }
export interface ChangedTicket { ticketId: string; before: Record<string, unknown>; after: Record<string, unknown> }

export async function changeMany(tx: Tx, doer: Doer, { ticketIds, patch }: Static<typeof BulkBody>): Promise<BulkResult> {
  const wanted = [...new Set(ticketIds)]
  // All at once and in one order, so that two such acts cannot wait for each other; what the person does not see is not found.
  const rows = await tx.query<{ id: string; number: number }>('select id, number from ticket where org_id = $1 and id = any ($2) order by id for update', [tx.orgId, wanted.filter(isId)], 'lock-many-tickets')
  const numbers = new Map(rows.map((r) => [r.id, r.number]))
  const id = newId()
  const changed: ChangedTicket[] = []
  const refused: BulkResult['refused'] = []
  for (const ticketId of wanted) {
    const number = numbers.get(ticketId.toLowerCase()) ?? null
    const refusal = number === null ? notFound('ticket') : await change(tx, doer, ticketId, patch, id, changed)
    if (refusal !== null) refused.push({ ticketId, number, code: refusal.code, detail: refusal.message })
  }
  const [act] = await tx.query<{ at: Date }>('insert into bulk_act (org_id, id, staff_id, patch, changed) values ($1, $2, $3, $4, $5) returning at', [tx.orgId, id, doer.staffId, JSON.stringify(patch), JSON.stringify(changed)], 'insert-bulk-act')
  return { id, changed: changed.length, at: act!.at.toISOString(), refused }
}

/** A refusal comes before anything is written, so the transaction can go on. */
async function change(tx: Tx, doer: Doer, ticketId: string, patch: TicketWish, bulkActId: string, changed: ChangedTicket[]): Promise<Refusal | null> {
  let changes: Changes
  try {
    changes = await changeTicket(tx, doer, ticketId, patch, { because: { code: 'bulk', bulkActId } })
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  if (Object.keys(changes).length > 0) {
    const side = (i: 0 | 1) => Object.fromEntries(Object.entries(changes).map(([field, pair]) => [field, pair[i]]))
    changed.push({ ticketId, before: side(0), after: side(1) })
  }
  return null
}
