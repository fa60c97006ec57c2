// Whose day, and which: what every question of "Today" rests on, asked once.
import type { Tx } from '../../../platform/db/database.ts'
import { servingSql } from '../assignment/serving.ts'

export type Whose = 'mine' | 'team' | 'everybody'
export interface Day {
  whose: Whose
  staffId: string
  /** As PostgreSQL writes it: to the microsecond. What was due until then is overdue. */
  at: string
  /** The same in epoch milliseconds. */
  atMs: number
  /** Midnight after `at` where the organization is. */
  endsAt: string
  /** Those I serve, or all I see when I may not see everything; null: every queue and none. */
  queueIds: string[] | null
  /** Everybody who serves those of them that name their people; null: whoever it is. */
  memberIds: string[] | null
  /** Those of them that name nobody, and so are everybody's. */
  openQueueIds: string[]
}

/** @param at of a day begun before; null: now */
export async function readDay(tx: Tx, staffId: string, whose: Whose, at: string | null): Promise<Day> {
  const needsQueues = whose === 'team'
  const [[row], serving] = await Promise.all([
    tx.query<{ at: string; at_ms: number; ends_at: string; seen: string[] | null }>(
      `select x.at::text, floor(extract(epoch from x.at) * 1000)::bigint as at_ms, ((date_trunc('day', x.at at time zone o.time_zone) + interval '1 day') at time zone o.time_zone)::text as ends_at, case when viewer() is not null then viewer_queues() end as seen
       from org o, (select coalesce($2::timestamptz, now()) as at) x where o.id = $1`, [tx.orgId, at], 'read-day'),
    needsQueues ? tx.query<{ queue_ids: string[]; open_queue_ids: string[]; member_ids: string[] }>(
      `with mine as materialized (select queue_id, named from (${servingSql('true')}) x where staff_id = $2)
       select array(select queue_id from mine) as queue_ids, array(select queue_id from mine where not named) as open_queue_ids,
         array(select distinct staff_id from (${servingSql('q.id in (select queue_id from mine where named)')}) y) as member_ids`, [tx.orgId, staffId], 'my-queues') : [],
  ])
  return {
    whose, staffId, at: row!.at, atMs: row!.at_ms, endsAt: row!.ends_at,
    queueIds: needsQueues ? serving[0]!.queue_ids : whose === 'everybody' ? row!.seen : null, memberIds: needsQueues ? serving[0]!.member_ids : null, openQueueIds: needsQueues ? serving[0]!.open_queue_ids : [],
  }
}
