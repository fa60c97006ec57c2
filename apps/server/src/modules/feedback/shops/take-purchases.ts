/*
 * Purchases and deliveries, by whatever road they are told. By its number one is taken once for each shop, however often it is told. The
 * event that asks about it is written in the same transaction.
 */
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'
import { newId } from '../../../platform/id.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { learnPeople } from '../../customers/index.ts'
import { refuseUnknownPeople, refuseUnknownStructure } from '../../identity/index.ts'
import { isFault, type CheckedPurchase, type PurchaseFault } from './rules/check-purchase.ts'

interface PurchaseSource { /** `api`, or the id of the shop. */ key: string; /** Where a purchase was made that does not say so. */ locationId: string | null }
export type TakenPurchase = { outcome: 'stored' | 'known'; id: string } | ({ outcome: 'refused' } & PurchaseFault)

/** Answers each by itself, in order. */
export async function takePurchases(tx: Tx, source: PurchaseSource, given: readonly (CheckedPurchase | PurchaseFault)[]): Promise<TakenPurchase[]> {
  const taken: (TakenPurchase | undefined)[] = given.map((one) => (isFault(one) ? { outcome: 'refused', ...one } : undefined))
  const open = () => given.flatMap((one, i) => (taken[i] === undefined ? [{ i, one: one as CheckedPurchase }] : []))
  for (const { i, one } of open()) {
    const unknown = await whatIsUnknown(tx, one)
    if (unknown !== null) taken[i] = { outcome: 'refused', ...unknown }
  }
  const known = await findKnown(tx, source, open().map((o) => o.one))
  for (const { i, one } of open()) {
    const id = known.get(keyOf(one))
    if (id !== undefined) taken[i] = { outcome: 'known', id }
  }
  // Of two with one number in the same sending the first is stored, the second known.
  const firsts = new Map(open().toReversed().map((o) => [keyOf(o.one), o]))
  const fresh = open().filter((o) => firsts.get(keyOf(o.one))!.i === o.i)
  const people = await learnPeople(tx, fresh.map((f) => f.one.customer), 'new')
  const rows = fresh.flatMap((f, n) => {
    const customerId = people[n]!
    if (customerId === null) taken[f.i] = { outcome: 'refused', sentence: 'That is no e-mail address and no phone number: correct it (a phone with its country, +48 600 700 800).', fields: { customer: 'has no usable address' } }
    return customerId === null ? [] : [{ i: f.i, one: f.one, id: newId(), customerId }]
  })
  const stored = await store(tx, source, rows)
  for (const row of rows.filter((r) => stored.has(r.id))) taken[row.i] = { outcome: 'stored', id: row.id }
  const told = rows.filter((r) => stored.has(r.id))
  await noteBirthdays(tx, told)
  tx.publish(...told.map((r) => ({ name: 'feedback.purchaseTaken', ids: { purchaseId: r.id, customerId: r.customerId } })))
  // What is left came in by another request a moment ago, or twice in this one.
  const now = await findKnown(tx, source, open().map((o) => o.one))
  for (const { i, one } of open()) {
    const id = now.get(keyOf(one))
    taken[i] = id === undefined ? { outcome: 'refused', sentence: 'The first purchase of this number in the same sending was refused: correct that one.', fields: { number: 'stands twice' } } : { outcome: 'known', id }
  }
  return taken as TakenPurchase[]
}

const keyOf = ({ kind, number }: Pick<CheckedPurchase, 'kind' | 'number'>): string => `${kind} ${number}`

async function whatIsUnknown(tx: Tx, { locationId, staffId }: CheckedPurchase): Promise<PurchaseFault | null> {
  try {
    if (locationId) await refuseUnknownStructure(tx, 'location', [locationId], 'locationId')
    if (staffId !== null) await refuseUnknownPeople(tx, [staffId], 'staffId')
    return null
  } catch (error) {
    if (error instanceof Refusal) return { sentence: error.message, fields: error.fields ?? {} }
    throw error
  }
}

async function findKnown(tx: Tx, source: PurchaseSource, purchases: readonly CheckedPurchase[]): Promise<Map<string, string>> {
  if (purchases.length === 0) return new Map()
  const rows = await tx.query<{ id: string; kind: 'purchase' | 'delivery'; number: string }>(
    `select p.id, p.kind, p.number from (select distinct * from unnest($3::text[], $4::text[]) g (kind, number)) g join purchase p on p.org_id = $1 and p.source = $2 and p.kind = g.kind and p.number = g.number`,
    [tx.orgId, source.key, purchases.map((p) => p.kind), purchases.map((p) => p.number)], 'known-purchases')
  return new Map(rows.map((r) => [keyOf(r), r.id]))
}

interface NewRow { id: string; customerId: string; one: CheckedPurchase }

async function store(tx: Tx, source: PurchaseSource, rows: readonly NewRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const written = await tx.query<{ id: string }>(
    `insert into purchase (org_id, id, kind, source, number, customer_id, location_id, staff_id, at, facts)
     select $1, p.id, p.kind, $2, p.number, p."customerId", p."locationId", p."staffId", p.at, p.facts
     from jsonb_to_recordset($3) p (id uuid, kind text, number text, "customerId" uuid, "locationId" uuid, "staffId" uuid, at timestamptz, facts jsonb) order by p.kind, p.number
     on conflict (org_id, source, kind, number) do nothing returning id`,
    [tx.orgId, source.key, storableJson(rows.map(({ id, customerId, one }) => ({ id, customerId, kind: one.kind, number: one.number, at: one.at, facts: one.facts, staffId: one.staffId, locationId: one.locationId === undefined ? source.locationId : one.locationId })))], 'store-purchases')
  return new Set(written.map((r) => r.id))
}

/** Where none is known: what colleagues have written stands. */
async function noteBirthdays(tx: Tx, rows: readonly NewRow[]): Promise<void> {
  const days = new Map(rows.flatMap((r) => (r.one.customer.bornOn === null ? [] : [[r.customerId, r.one.customer.bornOn] as const])))
  if (days.size === 0) return
  await tx.query(
    `insert into asking_wish (org_id, customer_id, born_on) select $1, w.customer_id, w.born_on from unnest($2::uuid[], $3::date[]) w (customer_id, born_on) order by w.customer_id
     on conflict (org_id, customer_id) do update set born_on = excluded.born_on, updated_at = clock_timestamp() where asking_wish.born_on is null`,
    [tx.orgId, [...days.keys()], [...days.values()]], 'note-birthdays')
}
