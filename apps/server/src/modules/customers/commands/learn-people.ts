/*
 * Many people at once, as a shop or a list names them: nobody has proved that these addresses are theirs. So the e-mail decides, since
 * that is where they are written to, and the phone alone where there is none; an address that is somebody else's stays theirs, and two
 * people are never merged. A fixed number of statements for any number of people.
 */
import type { Tx } from '../../../platform/db/database.ts'
import { storable, storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import { emailKey } from '../rules/address-key.ts'
import { phoneKey } from '../../identity/index.ts'

export interface NamedPerson { name: string; email: string | null; phone: string | null; /** BCP 47. */ language: string | null }

interface Address { kind: 'email' | 'phone'; address: string; key: string }
const keyOf = ({ kind, key }: Pick<Address, 'kind' | 'key'>): string => `${kind} ${key}`

/**
 * Answers the customer of each, in order; null where neither is an address.
 * @param addTo `new`: a customer who was known gets no address by this. What a stranger typed into a shop must not become a way to be
 * taken for somebody; `any`: colleagues say so.
 */
export async function learnPeople(tx: Tx, people: readonly NamedPerson[], addTo: 'new' | 'any'): Promise<(string | null)[]> {
  const [org] = await tx.query<{ locale: string }>('select locale from org where id = $1', [tx.orgId], 'org-locale')
  const addresses = people.map((person) => addressesOf(person, org!.locale))
  const first = (i: number): Address | undefined => addresses[i]![0]
  const known = await findCustomers(tx, addresses.flatMap((of) => of.slice(0, 1)))
  const made = await makeCustomers(tx, people, addresses, known)
  await claim(tx, addresses.flatMap((of) => of.slice(1).flatMap((address) => {
    const customerId = known.get(keyOf(of[0]!))!
    return addTo === 'any' || made.has(customerId) ? [{ ...address, customerId }] : []
  })))
  const ids = people.map((_, i) => (first(i) === undefined ? null : known.get(keyOf(first(i)!))!))
  await learnWhatWasUnknown(tx, people.flatMap((person, i) => (ids[i] === null || made.has(ids[i]!) ? [] : [{ id: ids[i]!, name: nameOf(person), language: person.language }])))
  tx.publish(...[...made].map((customerId) => ({ name: 'customers.customerCreated', ids: { customerId } })))
  return ids
}

function addressesOf(person: NamedPerson, locale: string): Address[] {
  const [email, phone] = [person.email?.trim() ?? '', person.phone?.trim() ?? '']
  const [mailKey, numberKey] = [email === '' ? null : emailKey(storable(email)), phone === '' ? null : phoneKey(phone, locale)]
  return [
    ...(mailKey === null ? [] : [{ kind: 'email' as const, address: storable(email), key: mailKey }]),
    ...(numberKey === null ? [] : [{ kind: 'phone' as const, address: storable(phone), key: numberKey }]),
  ]
}

async function findCustomers(tx: Tx, addresses: readonly Address[]): Promise<Map<string, string>> {
  if (addresses.length === 0) return new Map()
  const rows = await tx.query<{ kind: 'email' | 'phone'; key: string; customer_id: string }>(
    `select i.kind, i.address_key as key, i.customer_id from (select distinct * from unnest($2::text[], $3::text[]) g (kind, key)) g join identity i on i.org_id = $1 and i.kind = g.kind and i.address_key = g.key`,
    [tx.orgId, addresses.map((a) => a.kind), addresses.map((a) => a.key)], 'customers-by-address')
  return new Map(rows.map((r) => [keyOf(r), r.customer_id]))
}

/** Those not in `known` yet, which they are afterwards. Answers whom this transaction made. */
async function makeCustomers(tx: Tx, people: readonly NamedPerson[], addresses: readonly (readonly Address[])[], known: Map<string, string>): Promise<Set<string>> {
  const fresh = new Map<string, Address & { customerId: string; name: string; language: string | null }>()
  for (const [i, [address]] of addresses.entries()) {
    if (address === undefined || known.has(keyOf(address)) || fresh.has(keyOf(address))) continue
    fresh.set(keyOf(address), { ...address, customerId: newId(), name: nameOf(people[i]!), language: people[i]!.language })
  }
  if (fresh.size === 0) return new Set()
  // The address is claimed first, and only its winner writes the customer (learn-customers.ts).
  const won = await claim(tx, [...fresh.values()])
  const winners = [...fresh.values()].filter((f) => won.has(keyOf(f)))
  await tx.query(`insert into customer (org_id, id, name, language) select $1, c.* from jsonb_to_recordset($2) c (id uuid, name text, language text)`,
    [tx.orgId, storableJson(winners.map((w) => ({ id: w.customerId, name: w.name, language: w.language })))], 'insert-named-customers')
  for (const winner of winners) known.set(keyOf(winner), winner.customerId)
  const lost = [...fresh.values()].filter((f) => !won.has(keyOf(f)))
  for (const [key, customerId] of await findCustomers(tx, lost)) known.set(key, customerId)
  return new Set(winners.map((w) => w.customerId))
}

/** In the order of their keys, so that two transactions never wait for each other crosswise. Answers which were free. */
async function claim(tx: Tx, claims: readonly (Address & { customerId: string })[]): Promise<Set<string>> {
  if (claims.length === 0) return new Set()
  const rows = await tx.query<{ kind: 'email' | 'phone'; key: string }>(
    `insert into identity (org_id, id, customer_id, kind, address, address_key)
     select $1, c.id, c."customerId", c.kind, c.address, c.key from jsonb_to_recordset($2) c (id uuid, "customerId" uuid, kind text, address text, key text) order by c.kind, c.key
     on conflict (org_id, kind, address_key) do nothing returning kind, address_key as key`, [tx.orgId, storableJson(claims.map((c) => ({ ...c, id: newId() })))], 'claim-named-identities')
  return new Set(rows.map(keyOf))
}

/** A name or language is learned where none is known; what staff typed is never overwritten. */
async function learnWhatWasUnknown(tx: Tx, people: readonly { id: string; name: string; language: string | null }[]): Promise<void> {
  const telling = people.filter((p) => p.name !== '' || p.language !== null)
  if (telling.length === 0) return
  await tx.query(
    `with held as (select c.id from customer c where c.org_id = $1 and c.id = any ($3::uuid[]) and ((c.name = '' and c.name_source = 'mail') or c.language is null) order by c.id for no key update)
     update customer c set name = case when c.name = '' and c.name_source = 'mail' then p.name else c.name end, language = coalesce(c.language, p.language), updated_at = now()
     from held, (select distinct on (id) * from jsonb_to_recordset($2) p (id uuid, name text, language text) order by id) p
     where c.org_id = $1 and c.id = held.id and p.id = c.id and ((c.name = '' and c.name_source = 'mail' and p.name <> '') or (c.language is null and p.language is not null))`,
    [tx.orgId, storableJson(telling), telling.map((p) => p.id)], 'learn-what-was-unknown')
}

const nameOf = ({ name }: NamedPerson): string => storable(name).replace(/[\s\p{Cc}]+/gu, ' ').trim().slice(0, 300).toWellFormed()
