// Who writes? Finds the customers behind the senders of one batch, and makes the ones not yet known.
// Two batches may meet the same new address at once: the address is claimed with "on conflict do nothing",
// which waits for the other transaction, and the loser takes the winner's customer.
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/db/database.ts'
import { emailKey } from '../rules/address-key.ts'

export interface Sender { name: string; address: string; language: string | null }
export interface KnownCustomer { customerId: string; key: string | null; isNew: boolean }

/** Answers one customer for each sender, in order. A sender without a usable address gets a customer of its own. */
export async function learnCustomers(tx: Tx, senders: readonly Sender[]): Promise<KnownCustomer[]> {
  const keys = senders.map((s) => emailKey(s.address))
  const wanted = [...new Set(keys.filter((k) => k !== null))].sort()
  const known = await findByKeys(tx, wanted)

  const fresh = wanted.filter((key) => !known.has(key)).map((key) => {
    const sender = senders[keys.indexOf(key)]!
    return { id: newId(), customerId: newId(), key, address: sender.address, name: sender.name, language: sender.language }
  })
  const created = new Set<string>()
  if (fresh.length > 0) {
    const won = await tx.query<{ address_key: string }>(
      `insert into identity (org_id, id, customer_id, kind, address, address_key)
       select $1, f.id, f."customerId", 'email', f.address, f.key from json_to_recordset($2) f (id uuid, "customerId" uuid, address text, key text)
       on conflict (org_id, kind, address_key) do nothing returning address_key`,
      [tx.orgId, storableJson(fresh)], 'claim-identities')
    const winners = fresh.filter((f) => won.some((w) => w.address_key === f.key))
    await insertCustomers(tx, winners.map((f) => ({ id: f.customerId, name: f.name, language: f.language })))
    for (const f of winners) {
      known.set(f.key, { customerId: f.customerId, name: f.name, nameSource: 'mail' })
      created.add(f.key)
    }
    if (winners.length < fresh.length) {
      for (const [key, customer] of await findByKeys(tx, fresh.map((f) => f.key))) known.set(key, customer)
    }
  }

  const nameless = senders.filter((_, i) => keys[i] === null).map((s) => ({ id: newId(), name: s.name, language: s.language }))
  await insertCustomers(tx, nameless)
  await learnNames(tx, senders, keys, known, created)

  let next = 0
  return keys.map((key) => {
    if (key === null) return { customerId: nameless[next++]!.id, key, isNew: true }
    return { customerId: known.get(key)!.customerId, key, isNew: created.has(key) }
  })
}

interface Found { customerId: string; name: string; nameSource: string }

async function findByKeys(tx: Tx, keys: readonly string[]): Promise<Map<string, Found>> {
  if (keys.length === 0) return new Map()
  const rows = await tx.query<{ address_key: string; customer_id: string; name: string; name_source: string }>(
    `select i.address_key, i.customer_id, c.name, c.name_source from identity i join customer c on c.org_id = i.org_id and c.id = i.customer_id
     where i.org_id = $1 and i.kind = 'email' and i.address_key = any ($2)`, [tx.orgId, keys], 'find-identities')
  return new Map(rows.map((r) => [r.address_key, { customerId: r.customer_id, name: r.name, nameSource: r.name_source }]))
}

async function insertCustomers(tx: Tx, customers: readonly { id: string; name: string; language: string | null }[]) {
  if (customers.length === 0) return
  await tx.query(
    `insert into customer (org_id, id, name, language) select $1, c.* from json_to_recordset($2) c (id uuid, name text, language text)`,
    [tx.orgId, storableJson(customers)], 'insert-customers')
}

/** A display name is learned once, when none is known; a name typed by staff is never overwritten. */
async function learnNames(tx: Tx, senders: readonly Sender[], keys: readonly (string | null)[], known: Map<string, Found>, created: Set<string>) {
  const learned = new Map<string, string>()
  senders.forEach((sender, i) => {
    const key = keys[i]
    if (!key || created.has(key) || sender.name === '') return
    const customer = known.get(key)!
    if (customer.name === '' && customer.nameSource === 'mail') learned.set(customer.customerId, sender.name)
  })
  for (const [id, name] of [...learned].sort()) {
    await tx.query(`update customer set name = $3, updated_at = now() where org_id = $1 and id = $2 and name = ''`, [tx.orgId, id, name], 'learn-name')
  }
}
