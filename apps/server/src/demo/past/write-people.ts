import type { Tx } from '../../platform/db/database.ts'
import { learnPeople } from '../../modules/customers/index.ts'
import type { Person } from '../people.ts'
import { toldAtOf, type PastTicket } from './past-ticket.ts'

/** Those who came, known since their first contact. Answers their ids by address. */
export async function writePeople(tx: Tx, tickets: readonly PastTicket[]): Promise<Map<string, string>> {
  const first = new Map<string, number>()
  const people = new Map<string, Person>()
  for (const { customer, steps } of tickets) {
    people.set(customer.address, customer)
    first.set(customer.address, Math.min(first.get(customer.address) ?? Infinity, toldAtOf(steps[0]!)))
  }
  const known = [...people.values()]
  const ids = await learnPeople(tx, known.map(({ name, address, language }) => ({ name, email: address, phone: null, language })), 'new')
  await tx.query('update customer c set created_at = k.at, updated_at = k.at from unnest($2::uuid[], $3::timestamptz[]) k (id, at) where c.org_id = $1 and c.id = k.id', [tx.orgId, ids, known.map((p) => new Date(first.get(p.address)!).toISOString())])
  return new Map(known.map((p, i) => [p.address, ids[i]!]))
}
