// What checks remember between looks, one row a kind: kept in the transaction that raises what they found, so that a look that was killed has
// not happened, and one that is repeated raises nothing twice.
import type { Tx } from '../../../../platform/db/database.ts'
import { nothingKnown, type Memory } from '../rules/watch-all.ts'

export interface Looked {
  memory: Memory
  /** All hours before it have been looked at. Null: never. */
  until: Date | null
  /** How many false alarms a month each check may give, since the last day that ended. */
  allowed: ReadonlyMap<string, number>
  /** When that was reckoned; null: never. */
  sharedAt: Date | null
}

const ofShares = 'shares'
/** Other rules remember otherwise: what they would misread is forgotten. */
const version = 1

export async function readLooked(tx: Tx): Promise<Looked> {
  const rows = await tx.query<{ key: string; looked_until: Date; memory: Partial<Memory> & { version?: number; allowed?: Record<string, number>; at?: string } }>('select key, looked_until, memory from warning_check where org_id = $1', [tx.orgId], 'read-looked')
  const known = rows.filter(({ memory }) => memory.version === version)
  const memory = nothingKnown()
  for (const { memory: part } of known) {
    Object.assign(memory.days, part.days)
    Object.assign(memory.hours, part.hours)
    Object.assign(memory.answers, part.answers)
  }
  const shares = known.find(({ key }) => key === ofShares)
  return { memory, until: shares?.looked_until ?? null, allowed: new Map(Object.entries(shares?.memory.allowed ?? {})), sharedAt: shares?.memory.at === undefined ? null : new Date(shares.memory.at) }
}

export async function keepLooked(tx: Tx, { memory, until, allowed, sharedAt }: Looked & { until: Date }): Promise<void> {
  const kinds = new Map<string, Memory>()
  const at = (key: string) => {
    const kind = key.split(' ')[0]!
    const known = kinds.get(kind) ?? nothingKnown()
    kinds.set(kind, known)
    return known
  }
  for (const [key, state] of Object.entries(memory.days)) at(key).days[key] = state
  for (const [key, state] of Object.entries(memory.hours)) at(key).hours[key] = state
  for (const [key, state] of Object.entries(memory.answers)) at(key).answers[key] = state
  const rows = [...[...kinds].map(([key, part]) => ({ key, memory: { version, ...part } })), { key: ofShares, memory: { version, allowed: Object.fromEntries(allowed), at: sharedAt?.toISOString() } }]
  await tx.query(
    `insert into warning_check (org_id, key, looked_until, memory) select $1, r.key, $3, r.memory from jsonb_to_recordset($2) r (key text, memory jsonb)
     on conflict (org_id, key) do update set looked_until = excluded.looked_until, memory = excluded.memory`, [tx.orgId, JSON.stringify(rows), until], 'keep-looked')
}
