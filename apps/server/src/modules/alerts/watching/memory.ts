// What a rule remembers of its places, between two jobs: table alert_watch, one row a version, so that a changed rule begins anew.
import type { Tx } from '../../../platform/db/database.ts'
import { storableJson } from '../../../platform/db/storable.ts'

interface Watched { ruleId: string; version: number; place: string }
export interface Memory<T> extends Watched { memory: T | null; /** Up to when it was looked, epoch milliseconds. */ lookedAt: number | null }

/** Of the rule as a whole, beside its places. */
export const ofRule = '*'

/**
 * Locked until the commit, in one order, made where there was none: of two jobs that judge the same place the second waits, and goes on from
 * what the first remembered.
 */
export async function lockMemories<T>(tx: Tx, watched: readonly Watched[]): Promise<Memory<T>[]> {
  if (watched.length === 0) return []
  const values = [tx.orgId, watched.map((w) => w.ruleId), watched.map((w) => w.version), watched.map((w) => w.place)]
  // A rule retired meanwhile is locked by nobody; its memory is nobody's business either.
  await tx.query(
    `insert into alert_watch (org_id, rule_id, version, place, memory) select $1, w.rule, w.version, w.place, 'null' from unnest($2::uuid[], $3::integer[], $4::text[]) w (rule, version, place) order by w.rule, w.version, w.place
     on conflict do nothing`, values, 'make-alert-memories')
  const rows = await tx.query<{ rule_id: string; version: number; place: string; memory: T | null; looked_at: Date | null }>(
    `select m.rule_id, m.version, m.place, m.memory, m.looked_at from alert_watch m where m.org_id = $1 and (m.rule_id, m.version, m.place) in (select * from unnest($2::uuid[], $3::integer[], $4::text[]))
     order by m.rule_id, m.version, m.place for update`, values, 'lock-alert-memories')
  return rows.map((r) => ({ ruleId: r.rule_id, version: r.version, place: r.place, memory: r.memory, lookedAt: r.looked_at?.getTime() ?? null }))
}

/** Of one rule, all places there are. */
export async function memoriesOf<T>(tx: Tx, ruleId: string, version: number): Promise<Memory<T>[]> {
  const rows = await tx.query<{ place: string; memory: T | null; looked_at: Date | null }>('select m.place, m.memory, m.looked_at from alert_watch m where m.org_id = $1 and m.rule_id = $2 and m.version = $3', [tx.orgId, ruleId, version], 'alert-memories-of-rule')
  return rows.map((r) => ({ ruleId, version, place: r.place, memory: r.memory, lookedAt: r.looked_at?.getTime() ?? null }))
}

export async function keepMemories(tx: Tx, memories: readonly Memory<unknown>[]): Promise<void> {
  if (memories.length === 0) return
  await tx.query(
    `insert into alert_watch (org_id, rule_id, version, place, memory, looked_at) select $1, m.rule, m.version, m.place, coalesce(m.memory, 'null'), m.looked from jsonb_to_recordset($2) m (rule uuid, version integer, place text, memory jsonb, looked timestamptz)
     on conflict (org_id, rule_id, version, place) do update set memory = excluded.memory, looked_at = excluded.looked_at, updated_at = now()`,
    [tx.orgId, storableJson(memories.map((m) => ({ rule: m.ruleId, version: m.version, place: m.place, memory: m.memory, looked: m.lookedAt === null ? null : new Date(m.lookedAt).toISOString() })))], 'keep-alert-memories')
}
