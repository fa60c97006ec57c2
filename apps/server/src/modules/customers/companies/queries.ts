// Reading companies, in the order of their names.
import type { Company, FieldValues } from '@kontuar/contracts'
import type { Tx } from '../../../platform/db/database.ts'
import { storable } from '../../../platform/db/storable.ts'
import { decodeCursor, isId, toPage } from '../../../platform/http/page.ts'
import { notFound, Refusal } from '../../../platform/http/refusal.ts'
import { startsWith } from '../rules/starts-with.ts'

interface CompanyRow { id: string; name: string; note: string; fields: FieldValues; customers: number; created_at: Date; updated_at: Date }

// Customers are counted to a thousand: beyond that the number helps nobody and would cost a full read.
const columns = `o.id, o.name, o.note, o.fields, o.created_at, o.updated_at,
  (select count(*)::int from (select 1 from customer c where c.org_id = o.org_id and c.company_id = o.id limit 1000) x) as customers`

const present = (row: CompanyRow): Company => ({ id: row.id, name: row.name, note: row.note, fields: row.fields, customers: row.customers, createdAt: row.created_at.toISOString(), updatedAt: row.updated_at.toISOString() })

export interface CompanyListQuery { q?: string; limit?: number; cursor?: string }

export function companyListStatement(orgId: number, query: CompanyListQuery): { text: string; values: unknown[] } {
  const values: unknown[] = [orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = ['o.org_id = $1']
  const q = storable(query.q ?? '').trim()
  if (q) where.push(startsWith('o.search_name', `fold_name(${bind(q)})`))
  if (query.cursor !== undefined) {
    const [name, id] = decodeCursor(query.cursor, 2)
    if (!isId(String(id)) || String(name).includes('\0')) throw new Refusal('invalid-cursor', 'Send the cursor exactly as the list answered it in "next".')
    where.push(`(o.name, o.id) > (${bind(String(name))}, ${bind(id)})`)
  }
  return { text: `select ${columns} from company o where ${where.join(' and ')} order by o.name, o.id limit ${bind((query.limit ?? 50) + 1)}`, values }
}

export async function listCompanies(tx: Tx, query: CompanyListQuery) {
  const { text, values } = companyListStatement(tx.orgId, query)
  return toPage(await tx.query<CompanyRow>(text, values), query.limit ?? 50, present, (row) => [row.name, row.id])
}

/** @throws Refusal `not-found`. */
export async function getCompany(tx: Tx, id: string): Promise<Company> {
  const [row] = isId(id) ? await tx.query<CompanyRow>(`select ${columns} from company o where o.org_id = $1 and o.id = $2`, [tx.orgId, id], 'get-company') : []
  if (row === undefined) throw notFound('company')
  return present(row)
}
