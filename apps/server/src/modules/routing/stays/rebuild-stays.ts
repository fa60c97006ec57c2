// The table queue_stay is a memory of what the diary says: it can be thrown away and made again.
import type { Tx } from '../../../platform/db/database.ts'
import { readStatuses } from '../../vocabulary/index.ts'
import { deriveStays, type Stay, type StayChange } from './rules/derive-stays.ts'

/** Makes the stays of each ticket what its diary says. Two at once for one ticket come one after the other. */
export async function rebuildStays(tx: Tx, ticketIds: readonly string[]): Promise<void> {
  const ids = [...new Set(ticketIds)].sort()
  if (ids.length === 0) return
  // Whoever comes second reads what the first has read, and what was written since.
  await tx.query(`select pg_advisory_xact_lock($1, k) from (select distinct hashtext('stays ' || id) as k from unnest($2::text[]) id order by 1) x`, [tx.orgId, ids], 'lock-stays')
  const derived = await readStays(tx, ids)
  const rows = [...derived].flatMap(([ticket, stays]) => stays.map((s) => ({ id: s.id, ticket, queue: s.queueId, assignee: s.assigneeId, entered: s.enteredAt.toISOString(), left: s.leftAt?.toISOString() ?? null })))
  await tx.query('delete from queue_stay where org_id = $1 and ticket_id = any ($2) and not id = any ($3::uuid[])', [tx.orgId, ids, rows.map((r) => r.id)], 'forget-stays')
  // In their order: one that is open must be closed before the next one opens.
  await tx.query(
    `insert into queue_stay (org_id, id, ticket_id, queue_id, assignee_id, entered_at, left_at)
     select $1, s.id, s.ticket, s.queue, s.assignee, s.entered, s."left" from json_to_recordset($2) s (id uuid, ticket uuid, queue uuid, assignee uuid, entered timestamptz, "left" timestamptz)
     on conflict (org_id, id) do update set queue_id = excluded.queue_id, assignee_id = excluded.assignee_id, entered_at = excluded.entered_at, left_at = excluded.left_at
     where (queue_stay.queue_id, queue_stay.assignee_id, queue_stay.entered_at, queue_stay.left_at) is distinct from (excluded.queue_id, excluded.assignee_id, excluded.entered_at, excluded.left_at)`,
    [tx.orgId, JSON.stringify(rows)], 'keep-stays')
}

interface Row {
  id: string; created_at: Date; queue_id: string | null; assignee_id: string | null; status_category: string; closed_at: Date | null
  entries: { id: string; at: string; detail: Record<string, unknown> }[]
}

/** By ticket, in their order; those the asker does not see are left out. */
export async function readStays(tx: Tx, ticketIds: readonly string[]): Promise<Map<string, Stay[]>> {
  const [statuses, rows] = await Promise.all([
    readStatuses(tx),
    tx.query<Row>(
      `select t.id, t.created_at, t.queue_id, t.assignee_id, t.status_category, t.closed_at,
         (select coalesce(json_agg(json_build_object('id', i.id, 'at', i.at, 'detail', i.event->'detail') order by i.created_at, i.id), '[]') from interaction i
          where i.org_id = t.org_id and i.ticket_id = t.id and i.event is not null and i.event->'detail' ?| '{queueId,assigneeId,status}') as entries
       from ticket t where t.org_id = $1 and t.id = any ($2)`, [tx.orgId, ticketIds], 'read-stays'),
  ])
  const categories = new Map<string, string>(statuses.map((s) => [s.key, s.category]))
  return new Map(rows.map((t) => [t.id, deriveStays(
    { id: t.id, createdAt: t.created_at, queueId: t.queue_id, assigneeId: t.assignee_id, closed: t.status_category === 'closed', closedAt: t.closed_at },
    t.entries.map((e) => toChange(e, categories)),
  )]))
}

function toChange({ id, at, detail }: Row['entries'][number], categories: ReadonlyMap<string, string>): StayChange {
  const pair = (name: string) => {
    const value = detail[name]
    return Array.isArray(value) && value.length === 2 ? (value as [string | null, string | null]) : undefined
  }
  const [queueId, assigneeId, status] = [pair('queueId'), pair('assigneeId'), pair('status')]
  const isClosed = (key: string | null) => (categories.get(key ?? '') ?? key) === 'closed'
  return { id, at: new Date(at), ...(queueId ? { queueId } : {}), ...(assigneeId ? { assigneeId } : {}), ...(status ? { closed: [isClosed(status[0]), isClosed(status[1])] } : {}) }
}
