// What the people of the past called things by, as the database knows them.
import type { Tx } from '../../platform/db/database.ts'
import type { Person } from '../people.ts'

export interface Mailbox { id: string; name: string; address: string }
export interface Keeper { id: string; name: string }

export interface Ground {
  mailboxes: readonly Mailbox[]
  locations: readonly string[]
  /** By the key of a ready-made one. */
  queueOf(key: string): string
  reasonOf(key: string): string
  /** By address. */
  staffOf(email: string): Keeper
  customerOf(person: Pick<Person, 'address'>): string
}

export interface Known { mailboxes: readonly Mailbox[]; locations: readonly string[]; staff: ReadonlyMap<string, Keeper>; customers: ReadonlyMap<string, string> }

export async function readGround(tx: Tx, { mailboxes, locations, staff, customers }: Known): Promise<Ground> {
  const [queues, reasons] = await Promise.all((['queue', 'reason'] as const).map((table) => readyMade(tx, table)))
  return { mailboxes, locations, queueOf: named(queues!), reasonOf: named(reasons!), staffOf: named(staff), customerOf: ({ address }) => named(customers)(address) }
}

export const readyMade = async (tx: Tx, table: 'queue' | 'reason'): Promise<Map<string, string>> =>
  new Map((await tx.query<{ key: string; id: string }>(`select ready_made as key, id from ${table} where org_id = $1 and ready_made is not null`, [tx.orgId])).map((r) => [r.key, r.id]))

const named = <T>(of: ReadonlyMap<string, T>) => (name: string): T => {
  const found = of.get(name)
  if (found === undefined) throw new Error(`The demonstration knows nobody and nothing called "${name}".`)
  return found
}
