// What a look found, into the list of warnings: raised once, seen again while it holds, over when it holds no more.
import type { Tx } from '../../../../platform/db/database.ts'
import { storableJson } from '../../../../platform/db/storable.ts'
import { newId } from '../../../../platform/id.ts'
import type { WarningFacts } from './warning-facts.ts'

export interface Raised { key: string; kind: string; locationId: string | null; beganAt: Date; seenAt: Date; facts: WarningFacts }
export interface Seen { key: string; seenAt: Date; figures: Partial<WarningFacts> }

/**
 * One that is open or snoozed under the same key is seen again instead. A fall that a silence of the same place explains (another key of the
 * same kind, seen since it began) is not told a second time.
 */
export async function raiseWarnings(tx: Tx, raised: readonly Raised[]): Promise<void> {
  for (const { key, kind, locationId, beganAt, seenAt, facts } of raised) {
    const [row] = await tx.query<{ id: string; fresh: boolean }>(
      `insert into warning (org_id, id, kind, key, location_id, began_at, seen_at, facts) select $1, $2, $3, $4, $5, $6, $7, $8
       where not exists (select from warning o where o.org_id = $1 and o.kind = $3 and o.key <> $4 and o.kind = 'silence' and o.location_id is not distinct from $5 and o.seen_at >= $6)
       on conflict (org_id, key) where state in ('open', 'snoozed') do update set seen_at = excluded.seen_at, times = warning.times + 1, facts = excluded.facts, updated_at = now() where warning.seen_at < excluded.seen_at returning id, times = 1 as fresh`,
      [tx.orgId, newId(), kind, key, locationId, beganAt, seenAt, storableJson(facts)], 'raise-warning')
    // Told twice of the same moment, it is one.
    if (row !== undefined) tx.publish({ name: row.fresh ? 'insight.warningRaised' : 'insight.warningSeen', ids: { warningId: row.id } })
  }
}

/** Figures of a warning grow while it holds; its causes stay as they were found. */
export async function seeWarnings(tx: Tx, seen: readonly Seen[]): Promise<void> {
  if (seen.length === 0) return
  await tx.query(
    `update warning w set times = w.times + 1, seen_at = s.seen_at, facts = w.facts || s.figures, updated_at = now()
     from jsonb_to_recordset($2) s (key text, seen_at timestamptz, figures jsonb) where w.org_id = $1 and w.key = s.key and w.state in ('open', 'snoozed')`,
    [tx.orgId, storableJson(seen.map(({ key, seenAt, figures }) => ({ key, seen_at: seenAt, figures })))], 'see-warnings')
}

export async function endWarnings(tx: Tx, keys: readonly string[], at: Date): Promise<void> {
  if (keys.length === 0) return
  const rows = await tx.query<{ id: string }>(`update warning set state = 'over', closed_at = $3, snoozed_until = null, updated_at = now() where org_id = $1 and key = any ($2) and state in ('open', 'snoozed') returning id`, [tx.orgId, keys, at], 'end-warnings')
  for (const { id } of rows) tx.publish({ name: 'insight.warningOver', ids: { warningId: id } })
}

/** Open ones of checks that watch no longer: switched off, a location given up, a reason out of use. */
export async function endUnwatched(tx: Tx, watched: readonly string[], at: Date): Promise<void> {
  const rows = await tx.query<{ key: string }>(`select key from warning where org_id = $1 and state in ('open', 'snoozed') and kind <> 'sums-healed' and not key = any ($2)`, [tx.orgId, watched], 'unwatched-warnings')
  await endWarnings(tx, rows.map(({ key }) => key), at)
}

/** Snoozed ones whose time has come. */
export async function wakeWarnings(tx: Tx, now: Date): Promise<void> {
  const rows = await tx.query<{ id: string }>(`update warning set state = 'open', snoozed_until = null, updated_at = now() where org_id = $1 and state = 'snoozed' and snoozed_until <= $2 returning id`, [tx.orgId, now], 'wake-warnings')
  for (const { id } of rows) tx.publish({ name: 'insight.warningRaised', ids: { warningId: id } })
}
