// Counting a view from the ground: when it is new or has changed, and at night to see whether the counters hold.
// Ticket by ticket in stretches, each under the lock for a moment, so that neither mail nor other views wait: what changes
// meanwhile is counted as always, and every ticket has been looked at once when the last stretch is done.
import { ConditionsError, toSql } from '@kontuar/conditions'
import type { Database, Tx } from '../../../../platform/db/database.ts'
import { prepareConditions } from '../conditions.ts'
import { keysOf } from '../list/order.ts'
import { keptView, type ViewRow } from '../views/queries.ts'
import { lockViewCounts, nowhere } from './view-lock.ts'

const stretch = 5000

export const fillLater = (tx: Tx, viewId: string): void => tx.enqueue('routing.fillView', { viewId }, { key: `fill view ${tx.orgId} ${viewId}` })

/** How many tickets were in the wrong, and by how much the counters were off; null when the view has changed meanwhile or is kept no more. */
export interface Filled { mended: number; countedBefore: number; counted: number }

export async function fillView(db: Database, orgId: number, viewId: string): Promise<Filled | null> {
  const view = await db.read(orgId, (tx) => keptView(tx, viewId))
  if (view === null) {
    await clearMembers(db, orgId, viewId)
    return null
  }
  let mended = 0
  for (let after = nowhere; ;) {
    const done = await db.write(orgId, async (tx) => {
      await lockViewCounts(tx)
      return (await unchanged(tx, view)) ? fillStretch(tx, view, after) : null
    })
    if (done === null) return null
    mended += done.mended
    if (done.last === null) break
    after = done.last
  }
  return db.write(orgId, async (tx) => {
    await lockViewCounts(tx)
    return (await unchanged(tx, view)) ? { mended, ...(await sumUp(tx, view)) } : null
  })
}

const unchanged = async (tx: Tx, view: ViewRow) => (await keptView(tx, view.id))?.updated_at.getTime() === view.updated_at.getTime()

async function fillStretch(tx: Tx, view: ViewRow, after: string): Promise<{ last: string | null; mended: number }> {
  const [ids] = await tx.query<{ last: string | null; tickets: number }>(
    `select max(id::text) as last, count(*)::int as tickets from (select id from ticket where org_id = $1 and id > $2 order by id limit ${stretch}) t`, [tx.orgId, after], 'stretch-of-tickets')
  if (ids!.last === null) return { last: null, mended: 0 }
  const { fields, context } = await prepareConditions(tx, [view.definition.conditions], null)
  const values: unknown[] = [tx.orgId, view.id, after, ids!.last]
  const keys = keysOf(view.definition)
  const holds = conditionOf(() => toSql(view.definition.conditions, fields, { bind: (value) => `$${values.push(value)}`, context }))
  const [row] = await tx.query<{ gone: number; written: number }>(
    `with wanted as materialized (
       select t.id, coalesce(t.queue_id, '${nowhere}') as queue_id, coalesce(t.location_id, '${nowhere}') as location_id, ${keys.group} as group_key, ${keys.sort} as sort_key
       from ticket t where t.org_id = $1 and t.id > $3 and t.id <= $4 and (${holds})),
     gone as (
       delete from view_member m where m.org_id = $1 and m.view_id = $2 and m.ticket_id > $3 and m.ticket_id <= $4 and not exists (select from wanted w where w.id = m.ticket_id) returning 1),
     written as (
       insert into view_member as m (org_id, ticket_id, view_id, queue_id, location_id, group_key, sort_key) select $1, id, $2, queue_id, location_id, group_key, sort_key from wanted
       on conflict (org_id, ticket_id, view_id) do update set queue_id = excluded.queue_id, location_id = excluded.location_id, group_key = excluded.group_key, sort_key = excluded.sort_key
         where (m.queue_id, m.location_id, m.group_key, m.sort_key) is distinct from (excluded.queue_id, excluded.location_id, excluded.group_key, excluded.sort_key) returning 1)
     select (select count(*)::int from gone) as gone, (select count(*)::int from written) as written`, values)
  return { last: ids!.tickets < stretch ? null : ids!.last, mended: row!.gone + row!.written }
}

/** A view whose field has been retired shows nothing, and counts nothing. */
function conditionOf(compile: () => string): string {
  try {
    return compile()
  } catch (error) {
    if (error instanceof ConditionsError) return 'false'
    throw error
  }
}

async function sumUp(tx: Tx, view: ViewRow): Promise<{ countedBefore: number; counted: number }> {
  const [before] = await tx.query<{ tickets: number }>('select coalesce(sum(tickets), 0)::bigint as tickets from view_count where org_id = $1 and view_id = $2', [tx.orgId, view.id], 'sum-of-counts')
  await tx.query('delete from view_count where org_id = $1 and view_id = $2', [tx.orgId, view.id], 'clear-counts')
  const rows = await tx.query<{ tickets: number }>(
    `insert into view_count (org_id, view_id, queue_id, location_id, tickets)
     select org_id, view_id, queue_id, location_id, count(*) from view_member where org_id = $1 and view_id = $2 group by org_id, view_id, queue_id, location_id returning tickets`, [tx.orgId, view.id], 'count-members')
  const counted = rows.reduce((sum, r) => sum + r.tickets, 0)
  if (view.filled_at === null) await tx.query('update view set filled_at = clock_timestamp() where org_id = $1 and id = $2', [tx.orgId, view.id], 'view-is-filled')
  if (view.filled_at === null || counted !== before!.tickets) tx.publish({ name: 'routing.viewsCounted', ids: {} })
  return { countedBefore: before!.tickets, counted }
}

async function clearMembers(db: Database, orgId: number, viewId: string) {
  for (let cleared = stretch; cleared === stretch;) {
    cleared = await db.write(orgId, async (tx) => {
      await lockViewCounts(tx)
      if ((await keptView(tx, viewId)) !== null) return 0
      await tx.query('delete from view_count where org_id = $1 and view_id = $2', [tx.orgId, viewId], 'clear-counts')
      return (await tx.query(
        `delete from view_member where org_id = $1 and view_id = $2 and ticket_id in (select ticket_id from view_member where org_id = $1 and view_id = $2 limit ${stretch}) returning 1`, [tx.orgId, viewId], 'clear-members')).length
    })
  }
}
