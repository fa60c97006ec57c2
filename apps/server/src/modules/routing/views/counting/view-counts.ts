// How many tickets the asker sees in each of their views: kept ones are sums over the places they see, others are counted now.
import { fieldsUsed, toSql } from '@kontuar/conditions'
import { viewer, type Database, type Tx } from '../../../../platform/db/database.ts'
import { readStatuses } from '../../../vocabulary/index.ts'
import { prepareConditions, problemsOf } from '../conditions.ts'
import { hintsOf } from '../list/hints.ts'
import { listViews, type ViewRow } from '../views/queries.ts'

const limit = 1000
const patienceMs = 800
export interface ViewCount { viewId: string; tickets: number | null; atLeast: boolean }

export async function countMyViews(db: Database, orgId: number, staffId: string): Promise<ViewCount[]> {
  const { views, broken, kept } = await db.read(orgId, async (tx) => {
    const [views, kept] = await Promise.all([listViews(tx, staffId), keptCounts(tx)])
    const { fields } = await prepareConditions(tx, views.map((v) => v.definition.conditions), staffId)
    return { views, kept, broken: new Set(views.filter((v) => problemsOf(v.definition.conditions, fields).length > 0).map((v) => v.id)) }
  })
  // Each alone: one that takes too long must not take the others with it.
  const asked = new Map<string, ViewCount>()
  for (const view of views) if (view.counting === 'asked' && !broken.has(view.id)) asked.set(view.id, await countNow(db, orgId, view, staffId))
  return views.map((view) => {
    if (broken.has(view.id)) return { viewId: view.id, tickets: 0, atLeast: false }
    return asked.get(view.id) ?? { viewId: view.id, tickets: view.filled_at === null ? null : (kept.get(view.id) ?? 0), atLeast: false }
  })
}

async function keptCounts(tx: Tx): Promise<Map<string, number>> {
  const rows = await tx.query<{ view_id: string; tickets: number }>(
    `select c.view_id, sum(c.tickets)::bigint as tickets from view_count c where c.org_id = $1
       and ((select viewer() is null) or (c.queue_id = any ((select viewer_queues())::uuid[])
         and ((select viewer_locations() is null) or c.location_id = '00000000-0000-0000-0000-000000000000' or c.location_id = any ((select viewer_locations())::uuid[]))))
     group by c.view_id`, [tx.orgId], 'kept-counts')
  return new Map(rows.map((r) => [r.view_id, r.tickets]))
}

/** Counting stops at the limit; what is not found in time is not known. */
async function countNow(db: Database, orgId: number, view: ViewRow, staffId: string): Promise<ViewCount> {
  try {
    return await db.read(orgId, async (tx) => {
      const bounded = tx.query(`set local statement_timeout = ${patienceMs}`)
      bounded.catch(() => {})
      const tickets = await countUpTo(tx, view, staffId)
      return { viewId: view.id, tickets, atLeast: tickets === limit }
    })
  } catch (error) {
    if ((error as { code?: unknown }).code === '57014') return { viewId: view.id, tickets: null, atLeast: true }
    throw error
  }
}

async function countUpTo(tx: Tx, view: ViewRow, staffId: string): Promise<number> {
  const group = view.definition.conditions
  const [{ fields, context }, statuses] = await Promise.all([prepareConditions(tx, [group], staffId), fieldsUsed(group).has('status') ? readStatuses(tx) : []])
  const { where, values } = whereOf(tx, { group, fields, context }, new Map(statuses.map((s) => [s.key, s.category])))
  const [row] = await tx.query<{ tickets: number }>(`select count(*)::int as tickets from (select 1 from ticket t where ${where} limit ${limit}) x`, values)
  return row!.tickets
}

function whereOf(tx: Tx, asked: Parameters<typeof hintsOf>[0], categoryOf: ReadonlyMap<string, string>) {
  const values: unknown[] = [tx.orgId]
  const bind = (value: unknown) => `$${values.push(value)}`
  // Row-level security holds anyway; this says it in the way that an index can serve.
  const own = viewer.getStore() ? ['t.queue_id = any ((select viewer_queues())::uuid[])'] : []
  const where = ['t.org_id = $1', ...own, ...hintsOf(asked, categoryOf, bind), toSql(asked.group, asked.fields, { bind, context: asked.context })].join(' and ')
  return { where, values }
}
