// What people type into the search of the whole program: a ticket's number, a person's name, address or phone, words of a mail.
// Every question has its index (quick-search.test.ts looks at the plans); words may be common, so they have a time limit of
// their own and are left out when it is over.
import type { QuickSearch } from '@kontuar/contracts'
import type { Static } from 'typebox'
import type { Database, Tx } from '../../../platform/db/database.ts'
import { startsWith } from '../../customers/index.ts'
import { shapeName } from '../../../platform/db/shape-name.ts'
import { storable } from '../../../platform/db/storable.ts'
import { Refusal } from '../../../platform/http/refusal.ts'
import { askPatiently } from './patient-query.ts'
import { toPrefixQuery } from './search-tickets.ts'

type Found = Static<typeof QuickSearch>
const wordsPatienceMs = 1000
/** Customers whose tickets are looked through. */
const mostCustomers = 50
const mostHits = 300

/** @param options.restricted the asker does not see every ticket, and so only customers of the tickets they see */
export async function quickSearch(db: Database, orgId: number, given: string, options: { limit: number; restricted: boolean }): Promise<Found> {
  const q = storable(given).normalize('NFC').trim()
  if (q === '') return { tickets: [], customers: [] }
  const [{ ids, customers }, byWords] = await Promise.all([
    db.read(orgId, async (tx) => {
      const [numbered, found] = await Promise.all([findNumber(tx, q), findCustomers(tx, q, options.restricted)])
      const ids = [...numbered, ...await ticketsOf(tx, found.map((c) => c.id), options.limit)]
      return { ids, customers: found.slice(0, options.limit) }
    }),
    findWords(db, orgId, q),
  ])
  const [first] = ids
  const isNumber = /^#?\d+$/.test(q) && first !== undefined
  const tickets = await db.read(orgId, (tx) => present(tx, [...new Set([...ids, ...byWords])], options.limit, isNumber ? first : null))
  return { tickets, customers }
}

async function findNumber(tx: Tx, q: string): Promise<string[]> {
  const number = /^#?(\d{1,15})$/.exec(q)?.[1]
  return number === undefined ? [] : (await tx.query<{ id: string }>('select id from ticket where org_id = $1 and number = $2', [tx.orgId, number], 'search-number')).map((t) => t.id)
}

type FoundCustomer = Found['customers'][number]

async function findCustomers(tx: Tx, q: string, restricted: boolean): Promise<FoundCustomer[]> {
  const statement = customerSearchStatement(tx.orgId, q, restricted)
  return statement === null ? [] : tx.query<FoundCustomer>(statement.text, statement.values, shapeName('search-customers', statement.text))
}

/** Null when nothing of it can begin a name, an address or a phone. */
export function customerSearchStatement(orgId: number, q: string, restricted: boolean): { text: string; values: unknown[] } | null {
  const values: unknown[] = [orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  const roads: string[] = []
  if (/\p{L}/u.test(q) && !q.includes('@')) {
    roads.push(`select customer_id from search_customer_names(fold_name(${bind(q)}), ${mostHits})`)
  }
  const prefixes = [...(/\s/.test(q) ? [] : [q.toLowerCase()]), ...phonePrefixes(q)]
  for (const prefix of new Set(prefixes)) roads.push(`select i.customer_id from identity i where i.org_id = $1 and ${startsWith('i.address_key', bind(prefix))}`)
  if (roads.length === 0) return null
  const seen = restricted ? 'and exists (select from ticket t where t.org_id = c.org_id and t.customer_id = c.id)' : ''
  // Each road stops by itself: a single letter begins half of all names. What was found is looked up by key, one by one
  // (offset 0): joined, the planner would walk all customers for a few, since it cannot know how few a door answers.
  const text = `select c.id, c.name, a.address from (
      select c.id, c.name from (select distinct id from (${roads.map((r) => `(${r} limit ${mostHits})`).join(' union all ')}) f (id)) f
      cross join lateral (select c.org_id, c.id, c.name from customer c where c.org_id = $1 and c.id = f.id ${seen} offset 0) c
      order by c.id desc limit ${mostCustomers}) c
    left join lateral (select i.address from identity i where i.org_id = $1 and i.customer_id = c.id order by i.created_at, i.id limit 1) a on true
    order by c.id desc`
  return { text, values }
}

/** Numbers are kept with their country (+48600700800); people leave it out, and write spaces. */
function phonePrefixes(q: string): string[] {
  if (!/^[+\d][\d\s().-]{2,30}$/.test(q)) return []
  const digits = q.replace(/\D/g, '')
  if (digits.length < 3) return []
  return q.startsWith('+') ? [`+${digits}`] : [`+${digits.replace(/^00/, '')}`, ...['48', '7', '44'].map((country) => `+${country}${digits.replace(/^[08]/, '')}`)]
}

const ticketsOf = async (tx: Tx, customerIds: readonly string[], limit: number): Promise<string[]> =>
  customerIds.length === 0 ? [] : (await tx.query<{ id: string }>(
    `select t.id from unnest($2::uuid[]) c (id), lateral (select t.id, t.updated_at from ticket t where t.org_id = $1 and t.customer_id = c.id order by t.updated_at desc, t.id desc limit $3) t
     order by t.updated_at desc limit $3`, [tx.orgId, customerIds, limit], 'search-of-customers')).map((t) => t.id)

async function findWords(db: Database, orgId: number, q: string): Promise<string[]> {
  const words = q.length < 3 ? null : toPrefixQuery(q)
  if (words === null) return []
  try {
    const rows = await db.read(orgId, (tx) => askPatiently(tx, () => tx.query<{ ticket_id: string }>(
      `select ticket_id from search_words($1, ${mostHits})`, [words], 'quick-search-words'), wordsPatienceMs))
    return rows.map((r) => r.ticket_id)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

/** Newest first; the ticket whose number was typed stands above all. */
const present = async (tx: Tx, ids: readonly string[], limit: number, first: string | null): Promise<Found['tickets']> =>
  ids.length === 0 ? [] : tx.query<Found['tickets'][number]>(
    `select t.id, t.number, t.subject, t.status_category as "statusCategory", c.name as "customerName", t.preview from (
       select * from ticket where org_id = $1 and id = any ($2) order by id is not distinct from $4::uuid desc, updated_at desc, id desc limit $3
     ) t join customer c on c.org_id = t.org_id and c.id = t.customer_id order by t.id is not distinct from $4::uuid desc, t.updated_at desc, t.id desc`, [tx.orgId, ids, limit, first], 'search-found')
