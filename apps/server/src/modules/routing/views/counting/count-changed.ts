// What a change of some tickets does to the kept views: which they enter, leave, or move within. Costs what these tickets cost,
// however many there are: one read of their rows, every view's predicate in memory, the differences written.
import { ConditionsError, toPredicate } from '@kontuar/conditions'
import type { Tx } from '../../../../platform/db/database.ts'
import { prepareConditions } from '../conditions.ts'
import { readTicketFacts, type TicketFacts } from '../fields/ticket-facts.ts'
import { keysOf } from '../list/order.ts'
import { keptViews, type ViewRow } from '../views/queries.ts'
import { lockViewCounts, nowhere } from './view-lock.ts'

interface Member { ticket_id: string; view_id: string; queue_id: string; location_id: string; group_key: string; sort_key: string }
type Facts = TicketFacts & Record<`group ${number}` | `sort ${number}`, string>

/** Answers whether any counter changed. */
export async function countChanged(tx: Tx, ticketIds: readonly string[]): Promise<boolean> {
  await lockViewCounts(tx)
  const [views, before] = await Promise.all([
    keptViews(tx),
    tx.query<Member>('select ticket_id, view_id, queue_id, location_id, group_key, sort_key::text as sort_key from view_member where org_id = $1 and ticket_id = any ($2)', [tx.orgId, ticketIds], 'members-of-tickets'),
  ])
  const after = await membersOf(tx, views, ticketIds)
  const key = (m: Member) => `${m.ticket_id} ${m.view_id}`
  const had = new Map(before.map((m) => [key(m), m]))
  const has = new Map(after.map((m) => [key(m), m]))
  const gone = before.filter((m) => !has.has(key(m)))
  const written = after.filter((m) => !same(had.get(key(m)), m))
  if (gone.length > 0) {
    await tx.query('delete from view_member m using unnest($2::uuid[], $3::uuid[]) g (ticket_id, view_id) where m.org_id = $1 and m.ticket_id = g.ticket_id and m.view_id = g.view_id',
      [tx.orgId, gone.map((m) => m.ticket_id), gone.map((m) => m.view_id)], 'members-gone')
  }
  if (written.length > 0) await writeMembers(tx, written)
  return addToCounts(tx, [...before.map((m) => [m, -1] as const), ...after.map((m) => [m, 1] as const)])
}

const same = (a: Member | undefined, b: Member) => a !== undefined && a.queue_id === b.queue_id && a.location_id === b.location_id && a.group_key === b.group_key && a.sort_key === b.sort_key

/** Which of the views each ticket is in. */
async function membersOf(tx: Tx, views: readonly ViewRow[], ticketIds: readonly string[]): Promise<Member[]> {
  if (views.length === 0) return []
  const { fields, context } = await prepareConditions(tx, views.map((v) => v.definition.conditions), null)
  const orders = [...new Set(views.map(orderOf))]
  const keys = orders.map((order, i) => {
    const { group, sort } = keysOf(JSON.parse(order))
    return `, ${group} as "group ${i}", ${sort}::text as "sort ${i}"`
  }).join('')
  const tickets = await readTicketFacts<Facts>(tx, ticketIds, keys)
  return views.flatMap((view) => {
    const holds = predicateOf(view, fields, context)
    const order = orders.indexOf(orderOf(view))
    return tickets.filter(holds).map((t) => ({
      ticket_id: t.id, view_id: view.id, queue_id: t.queue_id ?? nowhere, location_id: t.location_id ?? nowhere, group_key: t[`group ${order}`]!, sort_key: t[`sort ${order}`]!,
    }))
  })
}

const orderOf = ({ definition: { sort, group } }: ViewRow) => JSON.stringify({ sort, group })

/** A view whose field has been retired shows nothing, and counts nothing. */
function predicateOf(view: ViewRow, ...[fields, context]: [Parameters<typeof toPredicate<TicketFacts>>[1], Parameters<typeof toPredicate>[2]]): (ticket: TicketFacts) => boolean {
  try {
    return toPredicate(view.definition.conditions, fields, context)
  } catch (error) {
    if (error instanceof ConditionsError) return () => false
    throw error
  }
}

async function writeMembers(tx: Tx, members: readonly Member[]) {
  await tx.query(
    `insert into view_member (org_id, ticket_id, view_id, queue_id, location_id, group_key, sort_key)
     select $1, m.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::bigint[]) m
     on conflict (org_id, ticket_id, view_id) do update set queue_id = excluded.queue_id, location_id = excluded.location_id, group_key = excluded.group_key, sort_key = excluded.sort_key`,
    [tx.orgId, members.map((m) => m.ticket_id), members.map((m) => m.view_id), members.map((m) => m.queue_id), members.map((m) => m.location_id), members.map((m) => m.group_key), members.map((m) => m.sort_key)], 'write-members')
}

async function addToCounts(tx: Tx, weighted: readonly (readonly [Member, number])[]): Promise<boolean> {
  const sums = new Map<string, number>()
  for (const [m, weight] of weighted) {
    const place = `${m.view_id} ${m.queue_id} ${m.location_id}`
    sums.set(place, (sums.get(place) ?? 0) + weight)
  }
  const changed = [...sums].filter(([, sum]) => sum !== 0).map(([place, sum]) => [...place.split(' '), sum] as [string, string, string, number])
  if (changed.length === 0) return false
  await tx.query(
    `insert into view_count (org_id, view_id, queue_id, location_id, tickets) select $1, c.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bigint[]) c
     on conflict (org_id, view_id, queue_id, location_id) do update set tickets = view_count.tickets + excluded.tickets`,
    [tx.orgId, changed.map((c) => c[0]), changed.map((c) => c[1]), changed.map((c) => c[2]), changed.map((c) => c[3])], 'add-to-counts')
  return true
}
