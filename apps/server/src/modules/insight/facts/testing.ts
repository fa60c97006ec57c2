// For tests: what counts now, in an order of its own.
import type { Tx } from '../../../platform/db/database.ts'
import { readNetFacts, type StoredFact } from './keep/net-facts.ts'

export async function netFacts(tx: Tx): Promise<StoredFact[]> {
  const subjects = await tx.query<{ id: string }>('select distinct subject_id as id from fact where org_id = $1', [tx.orgId])
  const facts = await readNetFacts(tx, subjects.map((s) => s.id))
  return facts.toSorted((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.at - b.at || (a.mark < b.mark ? -1 : 1)))
}
