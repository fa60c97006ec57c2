// What was done with a loop, one entry after the other; nothing of it is ever taken away.
import type { recoveryEvents } from '@kontuar/contracts'
import type { Tx } from '../../platform/db/database.ts'
import { storableJson } from '../../platform/db/storable.ts'

export interface HistoryEntry { at: string; what: (typeof recoveryEvents)[number]; /** Null: the program, or the customer. */ by: string | null; detail?: Record<string, unknown> }

export const entryOf = (what: HistoryEntry['what'], by: string | null, detail?: Record<string, unknown>, at = new Date()): HistoryEntry => ({ at: at.toISOString(), what, by, ...(detail === undefined ? {} : { detail }) })

/** For a recovery that is locked. */
export async function appendHistory(tx: Tx, id: string, ...entries: readonly HistoryEntry[]): Promise<void> {
  if (entries.length > 0) await tx.query('update recovery set history = history || $3::jsonb, updated_at = now() where org_id = $1 and id = $2', [tx.orgId, id, storableJson(entries)], 'append-recovery-history')
}
