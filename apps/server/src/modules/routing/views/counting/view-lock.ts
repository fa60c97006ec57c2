// Members and counters of an organization's views are written by one transaction at a time. Each reads the tickets only when it has
// the lock, so the one that comes last has seen the newest, whatever order the jobs ran in.
import type { Tx } from '../../../../platform/db/database.ts'

export const lockViewCounts = (tx: Tx) => tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' view counts', 0))`, [tx.orgId], 'lock-view-counts')

export const nowhere = '00000000-0000-0000-0000-000000000000'
