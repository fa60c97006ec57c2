// How many tickets the asker sees in each of their views: kept ones are sums over the places they see, others are counted now.
import { fieldsUsed, toSql } from '@kontuar/conditions'
import { viewer, type Database, type Tx } from '../../../../platform/db/database.ts'
import { shapeName } from '../../../../platform/db/shape-name.ts'
import { timeZoneOf } from '../../../identity/index.ts'
import { manyRoads } from '../../../diary/index.ts'
import { readStatuses } from '../../../vocabulary/index.ts'
import { prepareConditions, problemsOf } from '../conditions.ts'
import { hintsOf } from '../list/hints.ts'
import { listViews, type ViewRow } from '../views/queries.ts'

/** What is not kept is counted while somebody waits: beyond a few pages it says "and more". */
const limit = 200
const patienceMs = 800
export interface ViewCount { viewId: string; tickets: number | null; atLeast: boolean }

export async function countMyViews(db: Database, orgId: number, staffId: string): Promise<ViewCount[]> {
  const { views, broken, kept, timeZone } = await db.read(orgId, async (tx) => {
    const [views, kept, timeZone] = await Promise.all([listViews(tx, staffId), keptCounts(tx), timeZoneOf(tx)])
    const { fields } = await prepareConditions(tx, views.map((v) => v.definition.conditions), staffId, { timeZone })
    return { views, kept, timeZone, broken: new Set(views.filter((v) => problemsOf(v.definition.conditions, fields).length > 0).map((v) => v.id)) }
  })
  const asked = await countAsked(db, orgId, views.filter((v) => v.counting === 'asked' && !broken.has(v.id)), { staffId, timeZone })
  return views.map((view) => {
    if (broken.has(view.id)) return { viewId: view.id, tickets: 0, atLeast: false }
    return asked.get(view.id) ?? { viewId: view.id, tickets: view.filled_at === null ? null : (kept.get(view.id) ?? 0), atLeast: false }
  })
}

interface Asker { staffId: string; timeZone: string }

/** All in one go; when that takes too long each alone, so that one slow view does not take the others with it. */
async function countAsked(db: Database, orgId: number, views: readonly ViewRow[], asker: Asker): Promise<Map<string, ViewCount>> {
  if (views.length === 0) return new Map()
  const together = await countNow(db, orgId, views, asker)
  if (together !== null) return together
  const counts = new Map<string, ViewCount>()
  for (const view of views) counts.set(view.id, (await countNow(db, orgId, [view], asker))?.get(view.id) ?? { viewId: view.id, tickets: null, atLeast: true })
  return counts
}

async function keptCounts(tx: Tx): Promise<Map<string, number>> {
  const rows = await (viewer.getStore() ? tx.query<{ view_id: string; tickets: number }>(
    // Each view and queue by key: a large desk has thousands of places in every view.
    `select c.view_id, sum(c.tickets)::bigint as tickets from view v cross join unnest(viewer_queues()) q (id)
       cross join lateral (select c.view_id, c.tickets from view_count c where c.org_id = $1 and c.view_id = v.id and c.queue_id = q.id
         and ((select viewer_locations() is null) or c.location_id = '00000000-0000-0000-0000-000000000000' or c.location_id = any ((select viewer_locations())::uuid[])) offset 0) c
     where v.org_id = $1 and v.retired_at is null and v.counting = 'kept' group by c.view_id`, [tx.orgId], 'kept-counts')
    : tx.query<{ view_id: string; tickets: number }>('select view_id, tickets from view_total where org_id = $1', [tx.orgId], 'kept-totals'))
  return new Map(rows.map((r) => [r.view_id, r.tickets]))
}

/** Counting stops at the limit; null when one of them is not counted in time. */
async function countNow(db: Database, orgId: number, views: readonly ViewRow[], asker: Asker): Promise<Map<string, ViewCount> | null> {
  try {
    return await db.read(orgId, async (tx) => {
      const bounded = tx.query(`set local statement_timeout = ${patienceMs}; ${manyRoads}`)
      bounded.catch(() => {})
      const counts = await Promise.all(views.map((view) => countUpTo(tx, view, asker)))
      return new Map(views.map((view, i) => [view.id, { viewId: view.id, tickets: counts[i]!, atLeast: counts[i] === limit }]))
    })
  } catch (error) {
    // The first that was stopped; those behind it in the same transaction fail because of it (25P02).
    if (['57014', '25P02'].includes((error as { code?: string }).code ?? '')) return null
    throw error
  }
}

async function countUpTo(tx: Tx, view: ViewRow, { staffId, timeZone }: Asker): Promise<number> {
  const group = view.definition.conditions
  const [{ fields, context }, statuses] = await Promise.all([prepareConditions(tx, [group], staffId, { timeZone }), fieldsUsed(group).has('status') ? readStatuses(tx) : []])
  const { where, values } = whereOf(tx, { group, fields, context }, new Map(statuses.map((s) => [s.key, s.category])))
  const text = `select count(*)::int as tickets from (select 1 from ticket t where ${where} limit ${limit}) x`
  const [row] = await tx.query<{ tickets: number }>(text, values, shapeName('count-view', text))
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
