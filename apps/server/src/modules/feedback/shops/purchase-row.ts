// Purchases as they are shown, newest told first.
import type { Static } from 'typebox'
import type { Purchase } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { isId } from '../../../platform/id.ts'
import { decodeCursor, toPage } from '../../../platform/http/page.ts'
import { notFound } from '../../../platform/http/refusal.ts'

type Shown = Static<typeof Purchase>
interface Row { id: string; kind: Shown['kind']; source: string; number: string; customer_id: string; location_id: string | null; staff_id: string | null; at: Date; facts: Record<string, string>; created_at: Date }

const columns = 'p.id, p.kind, p.source, p.number, p.customer_id, p.location_id, p.staff_id, p.at, p.facts, p.created_at'
const present = (r: Row): Shown => ({ id: r.id, kind: r.kind, source: r.source, number: r.number, customerId: r.customer_id, locationId: r.location_id, staffId: r.staff_id, at: r.at.toISOString(), facts: r.facts, createdAt: r.created_at.toISOString() })

/** A number is found by the index that keeps it unique: each source, each kind. */
const byNumber = `p.number = $3 and p.kind in ('purchase', 'delivery') and p.source = any (array['api'] || array(select s.id::text from shop_source s where s.org_id = $1))`

export async function listPurchases(tx: Tx, query: { customerId?: string; number?: string; limit?: number; cursor?: string }): Promise<{ items: Shown[]; next: string | null }> {
  const limit = query.limit ?? 50
  if (query.customerId !== undefined && !isId(query.customerId)) return { items: [], next: null }
  const [before] = query.cursor === undefined ? [null] : decodeCursor(query.cursor, 1)
  const rows = await tx.query<Row>(
    `select ${columns} from purchase p where p.org_id = $1 and ($2::uuid is null or p.id < $2) ${query.number === undefined ? 'and $3::text is null' : `and ${byNumber}`}
       ${query.customerId === undefined ? 'and $4::uuid is null' : 'and p.customer_id = $4'} order by p.id desc limit $5`,
    [tx.orgId, before, query.number ?? null, query.customerId ?? null, limit + 1])
  return toPage(rows, limit, present, (r) => [r.id])
}

/** @throws Refusal `not-found` */
export async function getPurchase(tx: Tx, id: string): Promise<Shown> {
  const [row] = isId(id) ? await tx.query<Row>(`select ${columns} from purchase p where p.org_id = $1 and p.id = $2`, [tx.orgId, id], 'get-purchase') : []
  if (row === undefined) throw notFound('purchase')
  return present(row)
}
