import type { Tx } from '../../platform/db/database.ts'

/** Words are changed seldom and judged by looking at all of them: whoever changes one in an organization does so alone. */
export const lockWords = (tx: Tx) => tx.query(`select pg_advisory_xact_lock(hashtextextended($1::text || ' vocabulary', 0))`, [tx.orgId], 'lock-words')
