// The differences, in one statement each.
import type { Tx } from '../../../../platform/db/database.ts'
import type { StoredDue } from './read-histories.ts'
import type { StoredClock } from './stored-clocks.ts'

const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString())

export async function writeClocks(tx: Tx, rows: readonly StoredClock[], goneIds: readonly string[]): Promise<void> {
  const gone = goneIds.length === 0 ? null : tx.query('delete from sla_clock where org_id = $1 and id = any ($2)', [tx.orgId, goneIds], 'delete-clocks')
  if (rows.length > 0) {
    await tx.query(
      `insert into sla_clock (org_id, id, ticket_id, kind, cycle, state, policy_id, policy_version, calendar_id, calendar_version, status, target_seconds, started_at, warn_at, due_at, stopped_at, used_seconds,
         warned_at, breached_at, escalated, next_fire_at)
       select $1, c.id, c.ticket_id, c.kind, c.cycle, c.state, c.policy_id, c.policy_version, c.calendar_id, c.calendar_version, c.status, c.target_seconds, c.started_at, c.warn_at, c.due_at, c.stopped_at, c.used_seconds,
         c.warned_at, c.breached_at, c.escalated, c.next_fire_at
       from json_to_recordset($2) c (id uuid, ticket_id uuid, kind text, cycle integer, state text, policy_id uuid, policy_version integer, calendar_id uuid, calendar_version integer, status text, target_seconds bigint,
         started_at timestamptz, warn_at timestamptz, due_at timestamptz, stopped_at timestamptz, used_seconds bigint, warned_at timestamptz, breached_at timestamptz, escalated integer, next_fire_at timestamptz)
       on conflict (org_id, ticket_id, kind, cycle) do update set state = excluded.state, policy_id = excluded.policy_id, policy_version = excluded.policy_version, calendar_id = excluded.calendar_id,
         calendar_version = excluded.calendar_version, status = excluded.status, target_seconds = excluded.target_seconds, started_at = excluded.started_at, warn_at = excluded.warn_at, due_at = excluded.due_at,
         stopped_at = excluded.stopped_at, used_seconds = excluded.used_seconds, warned_at = excluded.warned_at, breached_at = excluded.breached_at, escalated = excluded.escalated, next_fire_at = excluded.next_fire_at`,
      [tx.orgId, JSON.stringify(rows.map((r) => ({
        ...r, started_at: iso(r.started_at), warn_at: iso(r.warn_at), due_at: iso(r.due_at), stopped_at: iso(r.stopped_at), warned_at: iso(r.warned_at), breached_at: iso(r.breached_at), next_fire_at: iso(r.next_fire_at),
      })))], 'write-clocks')
  }
  await gone
}

/** The nearest deadline of each ticket. A clock is no change of the ticket: updated_at stays. */
export async function writeDue(tx: Tx, rows: readonly (StoredDue & { id: string })[]): Promise<void> {
  if (rows.length === 0) return
  await tx.query(
    `update ticket t set due_at = d.due_at, due_from = d.due_from, due_kind = d.due_kind, breaches = d.breaches
     from json_to_recordset($2) d (id uuid, due_at timestamptz, due_from timestamptz, due_kind text, breaches integer) where t.org_id = $1 and t.id = d.id`,
    [tx.orgId, JSON.stringify(rows.map((r) => ({ id: r.id, due_at: iso(r.at), due_from: iso(r.from), due_kind: r.kind, breaches: r.breaches })))], 'write-due')
}
