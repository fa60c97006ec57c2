// Reading customers.
import type { Customer, CustomerQuery, FieldValues } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Tx } from '../../platform/db/database.ts'
import { storable } from '../../platform/db/storable.ts'
import { decodeCursor, isId, toPage } from '../../platform/http/page.ts'
import { notFound, Refusal } from '../../platform/http/refusal.ts'
import { startsWith } from './rules/starts-with.ts'
import { emailKey } from './rules/address-key.ts'

interface CustomerRow {
  id: string; name: string; language: string | null; note: string; created_at: Date; updated_at: Date
  company_id: string | null; company_name: string | null; tag_ids: string[]; fields: FieldValues
  identities: { id: string; kind: 'email'; address: string; verifiedAt: string | null; createdAt: string }[] | null
  open_tickets: number; total_tickets: number
}

// Tickets are counted to a thousand: beyond that the number helps nobody and would cost a full read.
const columns = `c.id, c.name, c.language, c.note, c.created_at, c.updated_at, c.company_id, c.tag_ids, c.fields,
  (select o.name from company o where o.org_id = c.org_id and o.id = c.company_id) as company_name,
  (select json_agg(json_build_object('id', i.id, 'kind', i.kind, 'address', i.address, 'verifiedAt', i.verified_at, 'createdAt', i.created_at) order by i.created_at, i.id) from identity i where i.org_id = c.org_id and i.customer_id = c.id) as identities,
  (select count(*)::int from (select 1 from ticket t where t.org_id = c.org_id and t.customer_id = c.id and t.status_category <> 'closed' limit 1000) x) as open_tickets,
  (select count(*)::int from (select 1 from ticket t where t.org_id = c.org_id and t.customer_id = c.id limit 1000) x) as total_tickets`

const present = (row: CustomerRow): Customer => ({
  id: row.id, name: row.name, language: row.language, note: row.note, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString(),
  companyId: row.company_id, companyName: row.company_name, tagIds: row.tag_ids, fields: row.fields,
  identities: (row.identities ?? []).map((i) => ({ ...i, verifiedAt: i.verifiedAt === null ? null : new Date(i.verifiedAt).toISOString(), createdAt: new Date(i.createdAt).toISOString() })),
  openTickets: row.open_tickets, totalTickets: row.total_tickets,
})

export async function listCustomers(tx: Tx, query: Static<typeof CustomerQuery>) {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ['c.org_id = $1']
  if (query.email !== undefined) where.push(`c.id in (select customer_id from identity where org_id = $1 and kind = 'email' and address_key = ${bind(emailKey(query.email) ?? '')})`)
  const q = storable(query.q ?? '').trim()
  if (q) {
    const typed = bind(q)
    where.push(`(c.id in (select customer_id from identity where org_id = $1 and ${startsWith('address_key', `lower(${typed})`)})
      or c.company_id in (select id from company where org_id = $1 and ${startsWith('search_name', `fold_name(${typed})`)})
      or fold_name(c.name) like '%' || fold_name(${bind(q.replace(/[\\%_]/g, '\\$&'))}) || '%')`)
  }
  // Ids rise with time, so order by id is order by creation.
  const direction = query.sort === 'createdAt' ? 'asc' : 'desc'
  if (query.cursor !== undefined) {
    const [id] = decodeCursor(query.cursor, 1)
    if (!isId(String(id))) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`c.id ${direction === 'desc' ? '<' : '>'} ${bind(id)}`)
  }
  const limit = query.limit ?? 50
  const rows = await tx.query<CustomerRow>(`select ${columns} from customer c where ${where.join(' and ')} order by c.id ${direction} limit ${bind(limit + 1)}`, values)
  return toPage(rows, limit, present, (row) => [row.id])
}

/** @throws Refusal `not-found`. */
export async function getCustomer(tx: Tx, id: string): Promise<Customer> {
  const [row] = isId(id) ? await tx.query<CustomerRow>(`select ${columns} from customer c where c.org_id = $1 and c.id = $2`, [tx.orgId, id], 'get-customer') : []
  if (row === undefined) throw notFound('customer')
  return present(row)
}
